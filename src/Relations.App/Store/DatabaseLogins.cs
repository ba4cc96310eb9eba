namespace Relations.App.Store;

/// <summary>
/// The ways into one database, each with no more rights than its work needs. Not a record: those print what they hold, and
/// these hold passwords.
/// </summary>
public sealed class DatabaseLogins
{
    /// <summary>Three ways into a database.</summary>
    /// <param name="application">The connection string of the application's role.</param>
    /// <param name="owner">That of the owner's role; null where schema changes are made elsewhere.</param>
    /// <param name="eraser">That of the role that masks erased data.</param>
    public DatabaseLogins(string application, string? owner, string eraser) =>
        (Application, Owner, Eraser) = (application, owner, eraser);

    /// <summary>What the application works with.</summary>
    public string Application { get; }

    /// <summary>What changes the schema and replaces whole views; null where neither is done from here.</summary>
    public string? Owner { get; }

    /// <summary>What masks erased data in events, and does nothing else.</summary>
    public string Eraser { get; }

    /// <summary>Whether the application works without the owner's rights.</summary>
    public bool AreSeparate => Application != Owner;

    /// <summary>The same database for work that takes the owner's rights; as it is where there is no way in as owner.</summary>
    public DatabaseLogins AsOwner => Owner is null ? this : One(Owner);

    /// <summary>One role for everything: the database then protects nothing from the application.</summary>
    /// <param name="connectionString">The connection string of the role, which owns the database.</param>
    public static DatabaseLogins One(string connectionString) => new(connectionString, connectionString, connectionString);
}
