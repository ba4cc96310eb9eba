using System.Text;
using Relations.App.Import;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Import;

/// <summary>The press release that the seed is made from. It lies beside the project and is not part of it.</summary>
internal static class Communique
{
    /// <summary>
    /// What each citation of it points at, in the order of the seed; <c>…</c> stands for the words between the first and the last.
    /// </summary>
    public static readonly IReadOnlyList<(string Step, string Words)> Cited =
    [
        ("oim/1", "OIM"),
        ("can/1", "Comunidad Andina (SGCAN)"),
        ("can/1", "Países Miembros de la CAN"),
        ("can/1", "organismo de integración intergubernamental"),
        ("sgcan/1", "sede de la Secretaría General…(SGCAN)"),
        ("sgcan/1", "Lima"),
        ("sgcan/2", "Secretaría General de la Comunidad Andina (SGCAN)"),
        ("oim-peru/1", "Misión de la OIM en el Perú"),
        ("oim-peru/2", "Misión de la OIM en el Perú"),
        ("can-oim/1", "La OIM y la CAN…cooperación interinstitucional"),
        ("davalos/1", "José Iván Dávalos"),
        ("davalos/2", "Jefe de Misión…José Iván Dávalos"),
        ("davalos/2", "12 de febrero del 2016"),
        ("san-miguel/1", "Walker San Miguel"),
        ("san-miguel/2", "Walker San Miguel, flamante Secretario General"),
        ("san-miguel/2", "12 de febrero del 2016"),
        ("schialer/1", "embajador Elmer Schialer Salcedo"),
        ("schialer/2", "Director General de la SGCAN…Elmer Schialer Salcedo"),
        ("schialer/2", "12 de febrero del 2016"),
        ("vega/1", "Javier Vega Cabieses"),
        ("vega/2", "Javier Vega Cabieses…proyectos de la OIM"),
        ("vega/2", "12 de febrero del 2016"),
        ("reunion/1", "Lima, 12 de febrero del 2016"),
        ("reunion/1", "fue recibido en la sede…(SGCAN)"),
        ("reunion/2", "El Jefe de Misión…fue recibido"),
        ("reunion/3", "por el señor Walker San Miguel…Secretario General"),
        ("reunion/4", "presentes en la reunión…Elmer Schialer Salcedo"),
        ("reunion/5", "señor Javier Vega Cabieses…proyectos de la OIM"),
        ("reunion/6", "fortalecimiento de la integración y la ciudadanía andina"),
        ("reunion/7", "ciudadanía andina"),
        ("reunion/8", "gobernabilidad migratoria"),
        ("reunion/9", "libre movilidad de personas"),
        ("reunion/10", "promoción de los derechos de los ciudadanos andinos"),
        ("reunion/11", "Para la OIM ha sido…señaló José Iván Dávalos"),
        ("reunion/12", "el Secretario General Walker San Miguel destacó…los Países Miembros"),
        ("reunion/13", "ambos representantes renovaron…interinstitucional"),
        ("reunion/14", "reafirmaron el mutuo interés…trabajos conjuntos"),
        ("reunion/15", "En dicha reunión"),
        ("convenio/1", "La OIM y la CAN cuentan…desde el año 1992"),
        ("proyecto-1/1", "durante el período 2010-2015…en materia migratoria"),
        ("proyecto-2/1", "durante el período 2010-2015…en materia migratoria"),
    ];

    public static byte[] Bytes { get; } = File.ReadAllBytes(Find());

    public static string Text { get; } = Encoding.UTF8.GetString(Bytes);

    /// <summary>The citations of a source in a file, in its order, each with the step it belongs to.</summary>
    public static IEnumerable<(string Step, Citation Citation)> CitationsOf(this RecordFile file, string key)
    {
        var source = file.Steps.First(s => s.Place.Key == key).RecordId;
        return from step in file.Steps
               from citation in step.Command.Provenance.Citations ?? []
               where citation.Source.Value == source
               select (step.IdempotencyKey.Split('/', 3)[2], citation);
    }

    /// <summary>Whether a passage is the one that is expected.</summary>
    public static void AssertIs(string expected, string passage)
    {
        var ends = expected.Split('…');
        if (ends.Length == 1)
            Assert.Equal(expected, passage);
        Assert.StartsWith(ends[0], passage, StringComparison.Ordinal);
        Assert.EndsWith(ends[^1], passage, StringComparison.Ordinal);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "seeds", "000_ad3c3200a3ede216.txt");
            if (File.Exists(file))
                return file;
        }

        throw new FileNotFoundException("The seed is expected in shared/seeds beside the project.");
    }
}
