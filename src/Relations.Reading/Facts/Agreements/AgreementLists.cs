namespace Relations.Reading.Facts.Agreements;

/// <summary>Finds the agreements that stand in a list, one an item, with the words before it that introduce them all.</summary>
internal static class AgreementLists
{
    /// <summary>Marks which instruments stand in lists.</summary>
    /// <param name="lines">The sentences.</param>
    /// <param name="named">The instruments that each of them names.</param>
    /// <returns>The same, with those of lists marked, and for each sentence that introduces a list its items.</returns>
    public static (IReadOnlyList<Instrument>[] Named, IReadOnlyList<Instrument>[] Listed) Read(IReadOnlyList<Line> lines, IReadOnlyList<Instrument>[] named)
    {
        var listed = new IReadOnlyList<Instrument>[lines.Count];
        Array.Fill(listed, []);
        var header = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (named[i].FirstOrDefault(n => n.Count != 1 && IsBeforeColon(lines[i], n)) is { } several)
            {
                named[i] = [.. named[i].Select(n => n.First > several.First ? n with { IsListed = true } : n)];
                listed[i] = [.. named[i].Where(n => n.IsListed)];
                if (listed[i].Count > 0)
                    continue;
            }

            if (named[i] is [var first, ..] && IsItem(lines, i, first, header))
            {
                named[i] = [first with { IsListed = true }, .. named[i].Skip(1)];
                if (header >= 0)
                    listed[header] = [.. listed[header], named[i][0]];
            }
            else if (Introduces(lines[i], named[i]))
            {
                header = i;
            }
            else if (header >= 0 && !IsMark(lines[i]) && lines[i].Sentence.Paragraph > lines[header].Sentence.Paragraph && !IsWithinItem(lines, i, named))
            {
                header = -1;
            }
        }

        return (named, listed);
    }

    // "tres convenios: un memorando …, un convenio …"
    private static bool IsBeforeColon(Line line, Instrument several) =>
        Enumerable.Range(several.End, Math.Max(0, Math.Min(line.Count - 1, several.End + 8) - several.End)).Any(i => line[i] is ":");

    // "1." and "a)" stand for themselves where the point after them ends a sentence.
    private static bool IsMark(Line line) => line.Tokens.All(t => !t.IsWord || char.IsDigit(t.Written[0]) || t.Written.Length == 1);

    private static bool IsItem(IReadOnlyList<Line> lines, int number, Instrument first, int header)
    {
        var line = lines[number];
        if (Enumerable.Range(0, first.First).Any(i => line.Tokens[i].IsWord && !char.IsDigit(line.Tokens[i].Written[0]) && line.Tokens[i].Written.Length > 3))
            return false;
        var marked = first.First > 0 && line[0] is "-" or "•" or "–" or "—" or "*" or "·" or "▪" or "●" or "o" || char.IsDigit(line.Tokens[0].Written[0]) || (line[1] is ")" or "." && line[0].Length == 1)
            || (number > 0 && lines[number - 1].Sentence.Paragraph == line.Sentence.Paragraph && IsMark(lines[number - 1]));
        var startsParagraph = number == 0 || lines[number - 1].Sentence.Paragraph != line.Sentence.Paragraph;
        return marked || (startsParagraph && header >= 0 && line.Sentence.Paragraph > lines[header].Sentence.Paragraph && lines[header][lines[header].Count - 1] is ":");
    }

    private static bool Introduces(Line line, IReadOnlyList<Instrument> named) =>
        line.Count > 0 && (line[line.Count - 1] is ":" || (line.IsHeading && named.Any(n => n.Count != 1)));

    private static bool IsWithinItem(IReadOnlyList<Line> lines, int number, IReadOnlyList<Instrument>[] named)
    {
        for (var i = number - 1; i >= 0 && lines[i].Sentence.Paragraph == lines[number].Sentence.Paragraph; i--)
        {
            if (named[i] is [{ IsListed: true }, ..])
                return true;
        }

        // "Actualizado al 30 de junio de 2024" between a heading and its list.
        return lines[number].IsHeading;
    }
}
