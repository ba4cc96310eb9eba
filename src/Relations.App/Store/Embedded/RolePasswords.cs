namespace Relations.App.Store.Embedded;

/// <summary>The passwords of the private server's roles. Not a record: those print what they hold.</summary>
/// <param name="owner">That of the owner and of the administrator.</param>
/// <param name="roles">Those of the roles that work beside the owner.</param>
internal sealed class RolePasswords(string owner, IReadOnlyDictionary<string, string> roles)
{
    /// <summary>The password of a role.</summary>
    /// <param name="role">The role.</param>
    public string Of(string role) => roles.GetValueOrDefault(role, owner);
}
