namespace Relations.App.Cli;

/// <summary>What a process ends with. The numbers are documented and stay.</summary>
public enum ExitCode
{
    /// <summary>It is done.</summary>
    Done = 0,

    /// <summary>It failed, by a fault of ours or of the database.</summary>
    Failed = 1,

    /// <summary>It was not asked for properly: an unknown verb or flag, an argument that cannot be read.</summary>
    Misused = 2,

    /// <summary>What was asked for is not on record, or was not then.</summary>
    NotOnRecord = 3,

    /// <summary>A rule forbids it. Nothing was done.</summary>
    Refused = 4,

    /// <summary>It was interrupted, by Ctrl+C or a signal to end.</summary>
    Interrupted = 130,
}
