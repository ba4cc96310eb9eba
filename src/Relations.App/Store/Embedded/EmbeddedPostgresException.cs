namespace Relations.App.Store.Embedded;

/// <summary>
/// The private database server could not be had. The message is written for the person who started the program: it says what
/// is wrong and what to do, in whole sentences, and carries no secret.
/// </summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>An error with no words of its own.</summary>
    public EmbeddedPostgresException()
    {
    }

    /// <summary>An error with the sentences to show.</summary>
    /// <param name="message">What is wrong and what to do about it.</param>
    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    /// <summary>An error with the sentences to show and what caused it.</summary>
    /// <param name="message">What is wrong and what to do about it.</param>
    /// <param name="innerException">The failure underneath.</param>
    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
