namespace Relations.App.Store.Embedded;

/// <summary>What the private server's keeper tells the log.</summary>
internal static partial class Log
{
    /// <summary>A server of the operator's own, without separate roles.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "One role of the database does everything, so the database does not protect the record from the application; 'relations roles' prints how to separate them")]
    public static partial void OneRole(ILogger logger);

    /// <summary>A cluster was made.</summary>
    [LoggerMessage(Level = LogLevel.Information, Message = "Made a private PostgreSQL {Major} database in {Folder}")]
    public static partial void Made(ILogger logger, int major, string folder);

    /// <summary>The server runs and belongs to this process.</summary>
    [LoggerMessage(Level = LogLevel.Information, Message = "Private PostgreSQL {Major} runs on 127.0.0.1:{Port}, its data in {Folder}")]
    public static partial void Running(ILogger logger, int major, int port, string folder);

    /// <summary>The server belongs to another process.</summary>
    [LoggerMessage(Level = LogLevel.Debug, Message = "Attached to the private PostgreSQL on 127.0.0.1:{Port}, its data in {Folder}")]
    public static partial void Attached(ILogger logger, int port, string folder);

    /// <summary>The server was stopped.</summary>
    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped the private PostgreSQL in {Folder}")]
    public static partial void Stopped(ILogger logger, string folder);

    /// <summary>The server was left for those attached to it.</summary>
    [LoggerMessage(Level = LogLevel.Information, Message = "Left the private PostgreSQL in {Folder} running for a command that uses it; the next start takes it over")]
    public static partial void LeftRunning(ILogger logger, string folder);

    /// <summary>The server did not stop.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "The private PostgreSQL in {Folder} did not stop: {Reason}; the next start takes it over")]
    public static partial void NotStopped(ILogger logger, string folder, string reason);

    /// <summary>The server that was taken over runs with the settings of its own start.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "The private PostgreSQL in {Folder} was already running; its settings change at its next start")]
    public static partial void SettingsLater(ILogger logger, string folder);
}
