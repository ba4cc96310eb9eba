namespace Relations.App.Access.Accounts;

/// <summary>
/// Has attempts to sign in with one account wait for each other: what is tried at once would be compared before the failures
/// are counted, and the account locked too late.
/// </summary>
internal static class Attempts
{
    private const int Lanes = 64;

    private static readonly SemaphoreSlim[] Turns = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Makes an attempt when it is its turn.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="name">The name of the account; unknown ones wait as well.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public static async Task<T> InTurnAsync<T>(string name, Func<Task<T>> attempt, CancellationToken cancellation)
    {
        var turn = Turns[(uint)string.GetHashCode(name, StringComparison.Ordinal) % Lanes];
        await turn.WaitAsync(cancellation);
        try
        {
            return await attempt();
        }
        finally
        {
            turn.Release();
        }
    }
}
