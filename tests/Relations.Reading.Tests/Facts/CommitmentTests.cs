namespace Relations.Reading.Tests.Facts;

public sealed class CommitmentTests
{
    [Theory]
    [InlineData("La CAF se comprometió a financiar el estudio antes del 30 de junio de 2022.", "CAF: financiar el estudio, 2022-06-30")]
    [InlineData("La CEPAL asumió el compromiso de elaborar el plan de trabajo.", "CEPAL: elaborar el plan de trabajo")]
    [InlineData("El Secretario General de la CAN, Walker San Miguel, se comprometió a remitir a la OIM el plan de trabajo a más tardar el 30 de junio de 2022.", "CAN: remitir a la OIM el plan de trabajo, 2022-06-30")]
    [InlineData("Acordaron que la CAN remitirá el informe a más tardar el 30 de junio de 2022.", "CAN: remitirá el informe, 2022-06-30")]
    [InlineData("La OEA deberá presentar un informe anual antes del 31 de marzo de 2023.", "OEA: presentar un informe anual, 2023-03-31")]
    [InlineData("The European Union undertook to provide technical assistance to CARICOM by December 2022.", "UE: provide technical assistance to CARICOM, 2022-12")]
    [InlineData("IOM shall submit the draft report to ECLAC no later than 15 March 2023.", "OIM: submit the draft report to ECLAC, 2023-03-15")]
    [InlineData("As agreed, IOM will send the draft by 15 March 2023, and ECLAC will confirm the venue by 2 June 2023.", "OIM: send the draft, 2023-03-15 | CEPAL: confirm the venue, 2023-06-02")]
    public void what_is_undertaken_is_read_with_who_owes_it_and_when(string sentence, string told) => Assert.Equal(told, Told.Commitments(sentence));

    [Theory]
    [InlineData("La OIM está comprometida con la integración regional.")]
    [InlineData("La OIM se comprometió a seguir trabajando por los migrantes.")]
    [InlineData("La OIM reafirmó su compromiso con la CAN.")]
    [InlineData("La OIM no se comprometió a financiar el estudio.")]
    [InlineData("La OIM podría enviar el informe antes del 30 de junio de 2022.")]
    [InlineData("El Secretario General de la CAN visitará Quito el 30 de junio de 2022.")]
    [InlineData("La OIM envió el informe el 30 de junio de 2022.")]
    [InlineData("IOM is committed to peace and security, and ECLAC pledged to support the region.")]
    [InlineData("IOM will continue to work with the countries of the region until 2030.")]
    public void good_will_is_no_commitment(string sentence) => Assert.Equal("", Told.Commitments(sentence));

    [Fact]
    public void minutes_list_what_is_to_be_done_by_whom_and_when() => Assert.Equal(
        "OIM: Elaborar el plan de trabajo, 2022-06-30 | CAN: enviará la lista de participantes",
        Told.Commitments("ACTA DE REUNIÓN\nLima, 5 de mayo de 2022\nCompromisos:\n1. Elaborar el plan de trabajo. Responsable: OIM. Plazo: 30 de junio de 2022.\n2. La CAN enviará la lista de participantes.\nPróxima reunión: 12 de agosto de 2022"));

    [Fact]
    public void action_items_are_read_in_english() => Assert.Equal(
        "OIM: send the concept note, 2022-05-20 | CEPAL: confirm the venue, 2022-06-01",
        Told.Commitments("MINUTES\nDate: 5 May 2022\nParticipants: IOM, ECLAC\nAction items\n- IOM to send the concept note by 20 May 2022\n- ECLAC to confirm the venue (due: 1 June 2022)"));

    [Fact]
    public void what_an_agreement_says_a_party_will_do_is_owed_under_it()
    {
        const string Text = "Georgetown, 3 May 2021 – UNDP and CARICOM signed a grant agreement. Under the agreement, UNDP will provide a grant of USD 2 million.";
        var reading = CommuniqueReader.Read(Text, ReadingContext.None);
        Assert.Equal(reading.Facts.OfType<AgreementFact>().Single().Key, reading.Facts.OfType<CommitmentFact>().Single().Agreement);
        Assert.Equal("PNUD: provide a grant of USD 2 million", Told.Commitments(Text));
    }
}
