namespace Relations.Reading.Text;

/// <summary>Looks things up that stand in the order of the text.</summary>
internal static class InOrder
{
    /// <summary>Those within a passage, found without a walk through all.</summary>
    /// <param name="ordered">The things, in the order of their offsets.</param>
    /// <param name="passageOf">Where each stands.</param>
    /// <param name="passage">The passage.</param>
    public static IEnumerable<T> Within<T>(IReadOnlyList<T> ordered, Func<T, Passage> passageOf, Passage passage)
    {
        var (low, high) = (0, ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = passageOf(ordered[middle]).Offset < passage.Offset ? (middle + 1, high) : (low, middle);
        }

        for (var i = low; i < ordered.Count && passageOf(ordered[i]).Offset < passage.End; i++)
        {
            if (passage.Holds(passageOf(ordered[i])))
                yield return ordered[i];
        }
    }
}
