using System.Collections.Frozen;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;
using Relations.Reading.Text;

namespace Relations.Reading.Facts;

/// <summary>Reads what the document itself is: its kind, title, language, date and publisher.</summary>
internal static class SourceReader
{
    /// <summary>How many lines at the top tell what a document is.</summary>
    private const int Top = 8;

    /// <summary>A longer line is no title.</summary>
    private const int LongestTitle = 300;

    /// <summary>Words that say what a document is, or where it stands on a site, and are no title.</summary>
    private static readonly FrozenSet<string> Labels = Set(
        "comunicado comunicados nota prensa boletin oficial informativo informativa noticia noticias local locales nacional internacional actualidad release press statement news communique media advisory immediate for para su publicacion difusion " +
        "inmediata no num nro nº n° º n de del la y e informacion public publico ref date fecha bulletin article articulo inicio home comunicacion sala room story joint");

    private static readonly FrozenSet<string> HeaderFields = Set("from to cc bcc date subject sent de para cc asunto fecha enviado cco");

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads the document.</summary>
    /// <param name="found">The text with what it names.</param>
    /// <returns>The document; null where the text has no words.</returns>
    public static SourceFact? Read(Entities found)
    {
        var text = found.Text;
        if (text.Paragraphs.Count == 0)
            return null;
        var lines = LinesOf(text);
        var kind = KindOf(found);
        var title = TitleOf(text, lines, kind, found);
        var date = DateOf(found, lines, kind);
        var passage = title ?? text.Paragraphs[0];
        return new(kind, title is { } t ? Plain(t.In(text.Text)) : null, text.Language ?? "es", date?.Date, PublisherOf(found, lines))
        {
            Key = "source-1",
            Basis = Basis.Stated,
            Evidence = [Evidence.Of(passage), .. date is { } on ? [new Evidence(on.Passage, ["date"])] : Array.Empty<Evidence>()],
            Confidence = new(0.9, ConfidenceReason.FixedForm),
        };
    }

    /// <summary>The lines that say something; one of a mark that only says where to break does not.</summary>
    private static List<(Passage Passage, IReadOnlyList<Token> Tokens)> LinesOf(ReadText text)
    {
        var tokens = text.Sentences.ToLookup(s => s.Paragraph, s => s.Tokens);
        var lines = text.Paragraphs.Select((p, i) => (Passage: p, Tokens: (IReadOnlyList<Token>)[.. tokens[i].SelectMany(t => t)]));
        return [.. lines.Where(l => l.Tokens.Count > 0)];
    }

    /// <summary>What kind of document a text is, by the words at its top or by its shape; a communiqué where nothing tells another.</summary>
    /// <param name="found">The text with what it names.</param>
    public static SourceKind KindOf(Entities found)
    {
        var lines = LinesOf(found.Text);
        var top = lines.Take(Top).ToList();
        if (top.Count(l => IsHeaderField(l.Tokens)) > 1 && top.Exists(l => l.Tokens[0].Folded is "subject" or "asunto" or "from" or "de"))
            return SourceKind.Email;
        foreach (var (_, tokens) in top.Take(4).Where(l => l.Tokens.Count < 40 && l.Tokens[^1].Folded is not "."))
        {
            if (KindSaid(tokens) is { } said && (said is not SourceKind.AgreementText || HasClauses(lines)))
                return said;
        }

        if (IsLetter(lines))
            return SourceKind.Letter;
        return SourceKind.Communique;
    }

    private static bool IsHeaderField(IReadOnlyList<Token> tokens) => tokens.Count > 2 && tokens[1].Folded is ":" && HeaderFields.Contains(tokens[0].Folded);

    private static SourceKind? KindSaid(IReadOnlyList<Token> tokens)
    {
        var words = tokens.Take(4).Select(t => t.Folded).ToList();
        return (words[0], words.ElementAtOrDefault(1), words.ElementAtOrDefault(2)) switch
        {
            ("acta" or "minuta" or "minutes" or "actas", _, _) => SourceKind.Minutes,
            ("ayuda", "memoria", _) or ("ayuda-memoria", _, _) or ("aide-memoire", _, _) or ("summary", "record", _) or ("record", "of", _) or ("meeting", "minutes" or "notes", _) or ("agreed", "minutes", _)
                or ("memorandum" or "memo" or "summary", "of", "meeting" or "the") or ("meeting", "summary" or "report" or "record", _) or ("memoria", "de", "reunion" or "la") => SourceKind.Minutes,
            ("nota", "verbal", _) or ("note", "verbale", _) or ("carta" or "letter" or "oficio", _, _) => SourceKind.Letter,
            ("informe" or "report" or "memoria", _, _) or ("annual" or "progress" or "final" or "mission", "report", _) => SourceKind.Report,
            ("comunicado" or "boletin" or "communique", _, _) or ("nota", "de" or "informativa", _) or ("press" or "media" or "news", "release" or "statement", _) or ("joint", "communique" or "statement", _) => SourceKind.Communique,
            ("convenio" or "acuerdo" or "memorando" or "memorandum" or "agreement" or "protocolo" or "protocol" or "tratado" or "treaty" or "adenda" or "contrato" or "framework" or "cooperation", _, _) => SourceKind.AgreementText,
            ("convenios" or "acuerdos" or "agreements" or "instrumentos" or "lista" or "listado" or "relacion" or "list" or "registro" or "inventario" or "register", _, _)
                when tokens.Any(t => t.Folded is "convenios" or "acuerdos" or "agreements" or "instrumentos" or "memorandos") => SourceKind.Report,
            _ => words.Contains("minutes") && tokens.Count < 12 ? SourceKind.Minutes : null,
        };
    }

    /// <summary>“PRIMERA.-”, “Artículo 1”, “Article II”: at least two clauses at the beginning of lines.</summary>
    private static bool HasClauses(List<(Passage Passage, IReadOnlyList<Token> Tokens)> lines) => lines.Count(l =>
        l.Tokens[0].Folded is "articulo" or "article" or "clausula" or "clause" or "section" or "seccion" or "art"
        || (l.Tokens[0].Folded is "primera" or "primero" or "segunda" or "segundo" or "tercera" or "tercero" or "cuarta" or "quinta" && l.Tokens[0].IsCapitalised && l.Tokens.Count > 1 && !l.Tokens[1].IsWord)) > 1;

    private static bool IsLetter(List<(Passage Passage, IReadOnlyList<Token> Tokens)> lines) =>
        lines.Take(14).Any(l => l.Tokens[0].Folded is "estimado" or "estimada" or "estimados" or "dear" or "excelencia" or "excellency" or "excelentisimo" or "excelentisima" or "distinguido" or "distinguida" && l.Tokens.Count < 16
            || (l.Tokens.Count > 3 && l.Tokens[0].Folded is "de" or "of" && l.Tokens[1].Folded is "mi" or "nuestra" && l.Tokens[2].Folded is "consideracion" or "mayor"))
        || lines.Take(6).Any(l => l.Tokens.Count > 6 && l.Tokens.Take(14).Any(t => t.Folded is "presents" or "saluda" or "compliments") && l.Tokens.Take(20).Any(t => t.Folded is "compliments" or "atentamente" or "honra"));

    private static Passage? TitleOf(ReadText text, List<(Passage Passage, IReadOnlyList<Token> Tokens)> lines, SourceKind kind, Entities found)
    {
        if (kind is SourceKind.Email)
            return lines.Take(Top + 4).Where(l => l.Tokens.Count > 2 && l.Tokens[0].Folded is "subject" or "asunto" && l.Tokens[1].Folded is ":")
                .Select(l => (Passage?)Passage.Between(l.Tokens[2].Passage.Offset, l.Passage.End)).FirstOrDefault();
        Passage? label = null;
        foreach (var (passage, tokens) in lines.Take(Top))
        {
            if (found.Dates.Dateline is { } dateline && (dateline.Passage.Meets(passage) || dateline.Passage.Offset < passage.Offset && dateline.Passage.End > passage.Offset))
                return label;
            var isLabel = tokens.All(t => !t.IsWord || Labels.Contains(t.Folded) || char.IsDigit(t.Written[0]) || found.Dates.Dates.Any(d => d.Passage.Holds(t.Passage)));
            label ??= isLabel && tokens.Count(t => t.IsWord) > 1 && !tokens.Any(t => char.IsDigit(t.Written[0])) ? passage : null;
            if (isLabel || (tokens.Count(t => t.IsWord) < 3 && kind is not SourceKind.Minutes and not SourceKind.Report && lines.Count > 2))
                continue;
            if (tokens.Count > 1 && tokens[1].Folded is ":" && kind is SourceKind.Minutes)
                continue;
            return IsTitle(text, passage, tokens) ? passage : label;
        }

        return label;
    }

    // A title is one sentence that does not end as one; a body paragraph does, or holds several.
    private static bool IsTitle(ReadText text, Passage passage, IReadOnlyList<Token> tokens) =>
        passage.Length <= LongestTitle && tokens[^1].Folded is not ("." or ";" or ":" or ",")
        && text.Sentences[text.SentenceAt(passage.Offset)].Passage.End >= passage.End - 1 && tokens[0].Folded is not ("estimado" or "estimada" or "dear" or "senor" or "senora");

    private static Dates.DateMention? DateOf(Entities found, List<(Passage Passage, IReadOnlyList<Token> Tokens)> lines, SourceKind kind)
    {
        var dates = found.Dates.Dates.Where(d => d.Date is { IsInterval: false }).ToList();
        var labelled = lines.Take(14).Where(l => l.Tokens.Count > 2 && l.Tokens[0].Folded is "fecha" or "date" or "sent" or "enviado" or "dia")
            .SelectMany(l => dates.Where(d => l.Passage.Holds(d.Passage))).FirstOrDefault();
        if (kind is SourceKind.Email or SourceKind.Minutes && labelled is not null)
            return DayOf(labelled);
        if (found.Dates.Dateline?.Date is { Date: not null } given)
            return given;
        if (labelled is not null)
            return DayOf(labelled);
        if (kind is SourceKind.Minutes && lines.Take(4).SelectMany(l => dates.Where(d => l.Passage.Holds(d.Passage))).FirstOrDefault(d => d.Date!.ToString()!.Length >= 10) is { } held)
            return DayOf(held);
        // A line with nothing but a place and a date, at the top or at the end.
        foreach (var (passage, tokens) in lines.Take(Top).Concat(Enumerable.Reverse(lines).Take(4)))
        {
            if (tokens.Count < 14 && dates.Find(d => passage.Holds(d.Passage)) is { } alone && passage.Length - alone.Passage.Length < 40 && !tokens.Any(t => t.Folded is "proxima" or "next" or "plazo" or "due"))
                return alone;
        }

        return null;
    }

    /// <summary>A document bears a day: the hour of a message's header is left off.</summary>
    private static Dates.DateMention DayOf(Dates.DateMention date) =>
        date.Date!.ToString() is { Length: > 10 } written && written[10] == 'T' ? date with { Date = EdtfDate.Parse(written[..10]) } : date;

    /// <summary>An organisation that stands alone on a line at the top or at the end.</summary>
    private static string? PublisherOf(Entities found, List<(Passage Passage, IReadOnlyList<Token> Tokens)> lines) =>
        (from line in lines.Take(3).Concat(Enumerable.Reverse(lines).Take(3))
         from mention in found.Organisations.Within(line.Passage)
         where !mention.IsAnaphora && line.Passage.Length - mention.Passage.Length < 6
         select mention.Key).FirstOrDefault();

    private static string Plain(string written) => string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
