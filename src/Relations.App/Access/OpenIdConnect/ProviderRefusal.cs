using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Relations.App.Access.OpenIdConnect;

/// <summary>Why nobody was signed in by the provider.</summary>
public enum ProviderRefusal
{
    /// <summary>The person, or the provider, said no.</summary>
    Denied,

    /// <summary>What came back was not begun in this browser, or too long ago, or came back before.</summary>
    Lost,

    /// <summary>The provider's clock and ours differ by more than is allowed.</summary>
    Clock,

    /// <summary>The provider does not answer.</summary>
    Unreachable,

    /// <summary>What the provider answered cannot be used.</summary>
    Unusable,

    /// <summary>The provider's name for the person is missing, or cannot be the name of an account.</summary>
    Name,

    /// <summary>The name belongs to another account.</summary>
    NameTaken,

    /// <summary>The provider gives the person no role here.</summary>
    NoRole,

    /// <summary>The account is closed.</summary>
    Closed,
}

/// <summary>From what went wrong to what a person is told.</summary>
public static class ProviderRefusals
{
    /// <summary>The page that tells it.</summary>
    public const string Address = "/account/provider/refused";

    /// <summary>The page that tells one.</summary>
    /// <param name="refusal">Which.</param>
    public static string AddressOf(ProviderRefusal refusal) => $"{Address}?why={refusal}";

    /// <summary>What a failure of the protocol comes to.</summary>
    /// <param name="failure">What was thrown on the way.</param>
    public static ProviderRefusal Of(Exception? failure) => failure switch
    {
        SecurityTokenExpiredException or SecurityTokenNotYetValidException => ProviderRefusal.Clock,
        OpenIdConnectProtocolInvalidNonceException => ProviderRefusal.Lost,
        SecurityTokenException or OpenIdConnectProtocolException => ProviderRefusal.Unusable,

        // The framework's own words, without another failure behind them: the state or its cookie is not what was sent out.
        AuthenticationFailureException { InnerException: null } => ProviderRefusal.Lost,
        HttpRequestException or IOException or OperationCanceledException or InvalidOperationException => ProviderRefusal.Unreachable,
        _ => ProviderRefusal.Unusable,
    };
}
