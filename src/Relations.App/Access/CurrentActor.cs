using Relations.Domain.Access;

namespace Relations.App.Access;

/// <summary>
/// Who the work of this scope is done for. Whoever opens a scope says so, the middleware for a request; until then nothing can
/// be read or recorded in it.
/// </summary>
public sealed class CurrentActor
{
    private Actor? actor;

    /// <summary>Who it is.</summary>
    /// <exception cref="InvalidOperationException">Nobody said so: a fault of the program, and nothing is shown.</exception>
    public Actor Actor => actor ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether anybody is signed in.</summary>
    public bool IsSomebody => actor is not null;

    /// <summary>Where they are, for the trail: a request's path, or a verb of the command line.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Says for whom the work of this scope is done.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="path">Where they are.</param>
    public void Is(Actor actor, string path) => (this.actor, Path) = (actor, path);
}
