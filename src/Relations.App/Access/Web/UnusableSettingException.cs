namespace Relations.App.Access.Web;

/// <summary>A setting of the operator's cannot be used. The message names it, says what it takes, and carries no secret.</summary>
public sealed class UnusableSettingException : Exception
{
    /// <summary>An error with no words of its own.</summary>
    public UnusableSettingException()
    {
    }

    /// <summary>An error with the sentence to show.</summary>
    /// <param name="message">Which setting, and what it takes.</param>
    public UnusableSettingException(string message)
        : base(message)
    {
    }

    /// <summary>An error with the sentence to show and what caused it.</summary>
    /// <param name="message">Which setting, and what it takes.</param>
    /// <param name="innerException">The failure underneath.</param>
    public UnusableSettingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
