namespace Relations.Domain.Recording;

/// <summary>Something a person asks to have recorded. Its target, the version seen and the idempotency key travel beside it.</summary>
public abstract record Command
{
    /// <summary>What the facts rest on: their basis, the passages they are written in, the reason of a correction.</summary>
    public Provenance Provenance { get; init; } = Provenance.Known;
}

/// <summary>Marks a command that opens a new record instead of adding to one.</summary>
public interface IOpensRecord;

/// <summary>Marks a command that corrects what was recorded wrong; it must give its reason.</summary>
public interface ICorrects;
