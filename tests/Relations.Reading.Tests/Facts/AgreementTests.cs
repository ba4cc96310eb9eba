namespace Relations.Reading.Tests.Facts;

/// <summary>What a sentence says of agreements, and, more often, does not. A star marks a day that is only the dateline's.</summary>
public sealed class AgreementTests
{
    [Theory]
    [InlineData("La OIM y la CAN suscribieron un convenio de cooperación interinstitucional.", "CooperationAgreement OIM+CAN Signed 2021-05-03; Signature 2021-05-03*")]
    [InlineData("En el marco de la visita del Presidente de Chile, la OEA y el SELA firmaron un Convenio Marco de Cooperación.", "FrameworkAgreement OEA+SELA Signed 2021-05-03; Signature 2021-05-03*")]
    [InlineData("Se suscribió ayer un memorando de entendimiento entre la CEPAL y el SELA.", "MemorandumOfUnderstanding CEPAL+SELA Signed 2021-05-02; Signature 2021-05-02")]
    [InlineData("La ceremonia de firma del convenio entre la OIM y la CAN se llevó a cabo ayer.", "? OIM+CAN Signed 2021-05-02; Signature 2021-05-02")]
    [InlineData("La canciller asistió a la firma del convenio entre la CEPAL y el SELA.", "? CEPAL+SELA Signed 2021-05-03; Signature 2021-05-03*")]
    [InlineData("Se suscribieron dos convenios entre la OIM y la CAN.", "? OIM+CAN Signed 2021-05-03; Signature 2021-05-03* | ? OIM+CAN Signed 2021-05-03; Signature 2021-05-03*")]
    [InlineData("La OIM y la CAN suscribieron tres convenios: un memorando de entendimiento sobre migración, un convenio específico de capacitación y un protocolo.",
        "MemorandumOfUnderstanding OIM+CAN Signed 2021-05-03; Signature 2021-05-03* | SpecificAgreement OIM+CAN Signed 2021-05-03; Signature 2021-05-03* | Protocol OIM+CAN Signed 2021-05-03; Signature 2021-05-03*")]
    public void a_signature_is_read_with_its_parties_and_its_day(string sentence, string told) => Assert.Equal(told, Told.Agreements(Lima(sentence)));

    [Theory]
    [InlineData("IOM and the Andean Community signed a cooperation agreement today.", "CooperationAgreement OIM+CAN Signed 2021-05-03; Signature 2021-05-03")]
    [InlineData("The agreement between UNDP and CARICOM was signed on 18 November 2002 and entered into force on 1 February 2003.",
        "? PNUD+CARICOM InForce 2003-02-01; Signature 2002-11-18; EntryIntoForce 2003-02-01")]
    [InlineData("The Minister attended the signing of the grant agreement between UNDP and CARICOM.", "? PNUD+CARICOM Signed 2021-05-03; Signature 2021-05-03*")]
    public void a_signature_is_read_in_english(string sentence, string told) => Assert.Equal(told, Told.Agreements(Geneva(sentence)));

    [Theory]
    [InlineData("La OIM y la CAN firmarán un convenio en los próximos meses.")]
    [InlineData("La OIM y la CAN firman mañana un convenio.")]
    [InlineData("La OIM y la CAN expresaron su voluntad de suscribir un convenio.")]
    [InlineData("La OIM y la CAN acordaron suscribir un memorando de entendimiento.")]
    [InlineData("La OIM y la CAN evaluaron la posibilidad de firmar un convenio marco.")]
    [InlineData("La firma del convenio entre la OIM y la CAN se realizará en junio.")]
    [InlineData("Está previsto que el SELA y la CEPAL firmen un convenio.")]
    [InlineData("El SELA invitó a la CEPAL a suscribir un convenio.")]
    [InlineData("El Ministro destacó la importancia de la suscripción del convenio con la CEPAL.")]
    [InlineData("El Secretario General del SICA propuso a la AECID la firma de un memorando de entendimiento.")]
    [InlineData("La OIM y la CAN no firmaron el convenio.")]
    [InlineData("La visita de la OIM a la CAN concluyó sin la firma del convenio.")]
    [InlineData("La OIM y la CAN suscribieron un acta y luego conversaron sobre el convenio de cooperación.")]
    [InlineData("La OIM y la CAN firmaron una declaración conjunta en el marco del convenio de cooperación vigente.")]
    [InlineData("La OEA y la CEPAL celebraron el décimo aniversario del convenio de cooperación.")]
    [InlineData("La AECID denunció las demoras del convenio de cooperación con el SICA.")]
    [InlineData("La OIM y la CAN renovaron su compromiso con la integración.")]
    [InlineData("La OIM y la CAN renovaron los lazos de cooperación previstos en el convenio.")]
    [InlineData("La OIM y la CAN renovaron su alianza y su compromiso con el convenio de cooperación.")]
    [InlineData("La OIM y la CAN acordaron renovar el convenio de cooperación.")]
    [InlineData("La OIM y la CAN ratificaron su voluntad de trabajar juntas, de acuerdo con el convenio.")]
    [InlineData("Las partes llegaron a un acuerdo. La CEPAL y el SELA están de acuerdo con la propuesta, por mutuo acuerdo.")]
    [InlineData("El Director de Protocolo recibió a la delegación del SELA y aprobaron el protocolo de bioseguridad.")]
    [InlineData("Como resultado de la reunión se llegó a un acuerdo para la conformación de un grupo de trabajo entre la CAN y el MERCOSUR.")]
    [InlineData("La CAN y el MERCOSUR firmaron el Plan de Acción 2021-2025.")]
    [InlineData("La OIM y la CAN, en el marco del convenio suscrito por ambas, conversaron sobre migración.")]
    [InlineData("Con la firma de este convenio, la OEA y la FLACSO darán inicio a una nueva etapa.")]
    [InlineData("El embajador anunció que su país firmará la Convención contra la Corrupción.")]
    [InlineData("Los Estados Parte del Tratado de Asunción se reunieron con la CEPAL.")]
    [InlineData("El acuerdo entre la OIM y la CAN podrá ser renovado, modificado o denunciado por cualquiera de las partes.")]
    [InlineData("“Hoy firmamos un convenio con la CAN”, afirmó el Director de la OIM.")]
    public void no_act_is_read_where_there_is_none(string sentence) => Assert.Equal("", Told.Acts(Lima(sentence)));

    [Theory]
    [InlineData("IOM and ECLAC will sign a memorandum of understanding next month.")]
    [InlineData("IOM and ECLAC agreed to sign a memorandum of understanding.")]
    [InlineData("IOM and ECLAC hope to renew the agreement.")]
    [InlineData("IOM and ECLAC renewed their commitment to cooperation.")]
    [InlineData("IOM and ECLAC renewed their partnership under the agreement.")]
    [InlineData("IOM and ECLAC reached agreement on the agenda and are in full agreement.")]
    [InlineData("IOM and ECLAC have not signed any agreement at this stage of the talks.")]
    [InlineData("The agreement between IOM and ECLAC may be terminated with six months' written notice.")]
    [InlineData("The signing of the grant agreement between UNDP and CARICOM is scheduled for July.")]
    [InlineData("Negotiations of a cooperation agreement between the European Union and MERCOSUR continue.")]
    [InlineData("The Head of Protocol welcomed the delegation of ECLAC to the signing room.")]
    public void no_act_is_read_in_english_where_there_is_none(string sentence) => Assert.Equal("", Told.Acts(Geneva(sentence)));

    [Theory]
    [InlineData("La OIM y la CAN renovaron el convenio de cooperación suscrito en 1992.", "CooperationAgreement OIM+CAN InForce; Signature 1992; Renewal 2021-05-03*")]
    [InlineData("La AECID y el SICA prorrogaron por dos años el convenio de cooperación.", "CooperationAgreement AECID+SICA InForce; Extension 2021-05-03*")]
    [InlineData("La OIM y la CAN ampliaron hasta 2025 la vigencia del convenio marco firmado en 2015.", "FrameworkAgreement OIM+CAN InForce [Until 2025 ]; Signature 2015; Extension 2021-05-03* until 2025")]
    [InlineData("La AECID y el SICA suspendieron el convenio de cooperación firmado en 2010.", "CooperationAgreement AECID+SICA Suspended 2021-05-03; Signature 2010; Suspension 2021-05-03*")]
    [InlineData("La AECID denunció el convenio de cooperación con el SICA.", "CooperationAgreement AECID+SICA NoticeGiven 2021-05-03; Notice 2021-05-03*")]
    [InlineData("El convenio entre la CEPAL y el SELA venció en 2018 y no fue renovado.", "? CEPAL+SELA Expired 2018; Expiry 2018")]
    [InlineData("El convenio entre la CEPAL y el SELA vence el 31 de diciembre de 2022.", "? CEPAL+SELA [Until 2022-12-31 ]")]
    [InlineData("El Parlamento Andino ratificó el convenio de cooperación con la CEPAL.", "CooperationAgreement PARLANDINO+CEPAL; Ratification 2021-05-03*")]
    [InlineData("La OEA y la FLACSO dieron por terminado el convenio de cooperación.", "CooperationAgreement OEA+FLACSO Terminated 2021-05-03; Termination 2021-05-03*")]
    [InlineData("Esta visita se enmarca en el convenio de cooperación que la OEA y la FLACSO firmaron en 2012.", "CooperationAgreement OEA+FLACSO Signed 2012; Signature 2012")]
    [InlineData("La FLACSO y la OEA renovaron su convenio marco. El documento fue suscrito en la sede.", "FrameworkAgreement FLACSO+OEA InForce; Renewal 2021-05-03*")]
    [InlineData("El Ecuador se adhirió al Convenio de Estambul.", "? Ecuador; Accession 2021-05-03*")]
    public void what_else_is_done_to_an_agreement_is_read(string sentence, string told) => Assert.Equal(Sorted(told), Sorted(Told.Agreements(Lima(sentence))));

    [Theory]
    [InlineData("La OIM y la CAN cuentan con un convenio de cooperación interinstitucional desde el año 1992.", "CooperationAgreement OIM+CAN InForce 1992")]
    [InlineData("Existe un convenio marco vigente entre la CEPAL y el SELA desde 2005.", "FrameworkAgreement CEPAL+SELA InForce 2005")]
    [InlineData("La CEPAL y el SELA negocian un convenio de cooperación.", "CooperationAgreement CEPAL+SELA Negotiating")]
    [InlineData("Trabajan en un proyecto de convenio entre la CEPAL y el SELA.", "? CEPAL+SELA Proposed")]
    public void a_state_is_attested_without_an_act(string sentence, string told) => Assert.Equal(told, Told.Agreements(sentence));

    [Theory]
    [InlineData("El convenio tendrá una vigencia de cinco (5) años, renovable automáticamente por períodos iguales, y podrá ser denunciado con tres meses de anticipación.", "[Months 60 Automatic every 60 notice 3]")]
    [InlineData("El convenio tiene una duración indefinida.", "[OpenEnded ]")]
    [InlineData("El convenio estará vigente hasta el 19 de agosto de 2027.", "[Until 2027-08-19 ]")]
    [InlineData("Tendrá una vigencia de 18 meses.", "[Months 18 ]")]
    [InlineData("El convenio podrá darse por terminado con sesenta días de anticipación.", "[Unknown notice 2]")]
    public void the_term_is_read_where_it_is_written(string sentence, string told) =>
        Assert.Contains(told, Told.Agreements(Lima("La OIM y la CAN firmaron ayer un convenio. " + sentence)), StringComparison.Ordinal);

    [Theory]
    [InlineData("En el plazo de dos meses se reunirá el comité del convenio.")]
    [InlineData("El proyecto tendrá una duración de tres años.")]
    [InlineData("La CAN cumple cincuenta años.")]
    public void an_unknown_term_stays_unknown(string sentence) =>
        Assert.Equal("? OIM+CAN Signed 2021-05-02; Signature 2021-05-02", Told.Agreements(Lima("La OIM y la CAN firmaron ayer un convenio. " + sentence)));

    [Fact]
    public void one_agreement_is_one_fact_however_often_it_is_named() => Assert.Equal(
        "FrameworkAgreement OIM+CAN Signed 2019-06-04 [OpenEnded ]; Signature 2019-06-04*",
        Told.Agreements("OIM y CAN firman convenio\n\nLima, 4 de junio de 2019.- La OIM y la CAN suscribieron un Convenio Marco de Cooperación Interinstitucional. Dicho convenio tendrá una duración indefinida. El acuerdo fue rubricado en la sede."));

    [Fact]
    public void each_item_of_a_list_is_an_agreement_of_its_own() => Assert.Equal(
        "MemorandumOfUnderstanding OEA+CEPAL Signed 2021-05-03; Signature 2021-05-03* | ? Colombia+Perú Signed 2021-05-03; Signature 2021-05-03*",
        Told.Agreements(Lima("Durante la visita se suscribieron los siguientes instrumentos:\n- Memorando de entendimiento sobre cooperación académica entre la OEA y la CEPAL.\n- Acuerdo sobre servicios aéreos entre Colombia y el Perú.\n- Acta de la reunión.")));

    [Fact]
    public void an_amendment_amends_the_agreement_that_it_names()
    {
        var text = Lima("La UASB y la FLACSO firmaron una adenda al convenio específico suscrito en 2015.");
        var agreements = CommuniqueReader.Read(text, ReadingContext.None).Facts.OfType<AgreementFact>().ToList();
        Assert.Equal(agreements.Single(a => a.Amends is null).Key, agreements.Single(a => a.Amends is not null).Amends);
        Assert.Contains("SpecificAgreement UASB+FLACSO Signed 2015; Amendment 2021-05-03*; Signature 2015", Told.Agreements(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("La OIM y la CAN renovaron los lazos de cooperación.", "TiesNotAgreement “renovaron los lazos")]
    [InlineData("La OIM y la CAN firmarán un convenio.", "Intention “firmarán un convenio”")]
    [InlineData("La OIM y la CAN no firmaron el convenio.", "Negation “no firmaron el convenio”")]
    public void what_is_left_out_is_noted(string sentence, string noted) => Assert.StartsWith(noted, Told.Notes(Lima(sentence)), StringComparison.Ordinal);

    private static string Lima(string sentence) => "Lima, 3 de mayo de 2021.- " + sentence;

    private static string Geneva(string sentence) => "Geneva, 3 May 2021 – " + sentence;

    private static string Sorted(string told) => string.Join("; ", told.Split("; ").Order(StringComparer.Ordinal));
}
