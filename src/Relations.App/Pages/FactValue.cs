using Relations.Domain.Time;

namespace Relations.App.Pages;

/// <summary>A value of a fact as a page shows it.</summary>
public abstract record FactValue
{
    private FactValue()
    {
    }

    /// <summary>Words.</summary>
    /// <param name="Text">The words.</param>
    public sealed record Words(string Text) : FactValue;

    /// <summary>A date in the world.</summary>
    /// <param name="On">The date.</param>
    public sealed record Date(EdtfDate On) : FactValue;

    /// <summary>A moment.</summary>
    /// <param name="At">The moment.</param>
    public sealed record Moment(DateTimeOffset At) : FactValue;

    /// <summary>Another record.</summary>
    /// <param name="To">Its name and address.</param>
    public sealed record Link(Named To) : FactValue;

    /// <summary>Several values.</summary>
    /// <param name="Items">The values, one at least.</param>
    public sealed record List(IReadOnlyList<FactValue> Items) : FactValue;

    /// <summary>A value with fields of its own.</summary>
    /// <param name="Of">Its fields, one at least.</param>
    public sealed record Fields(IReadOnlyList<FactField> Of) : FactValue;

    /// <summary>What was corrected: both values, side by side.</summary>
    /// <param name="Before">As it stood; null where nothing did.</param>
    /// <param name="After">As it is; null where nothing is known any more.</param>
    public sealed record Corrected(FactValue? Before, FactValue? After) : FactValue;
}

/// <summary>A value of a fact with its label.</summary>
/// <param name="Name">The property's name, without language.</param>
/// <param name="Label">The label in the reader's language.</param>
/// <param name="Value">The value.</param>
public sealed record FactField(string Name, string Label, FactValue Value);
