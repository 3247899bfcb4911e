using Personalify.Web.Api;
using Personalify.Web.Pages.SignIn;

namespace Personalify.Web.Pages.Spotify;

public sealed record BeginVariables(BeginInput Input);

public sealed record BeginInput(string? RedirectUrl, string? ReturnPath);

public sealed record ConnectData(BeginPayload ConnectSpotify)
{
    public static readonly GraphQLOperation<BeginVariables, ConnectData> Operation = new("Spotify/Connect");
}

public sealed record SignInWithSpotifyData(BeginPayload SignInWithSpotify)
{
    public static readonly GraphQLOperation<BeginVariables, SignInWithSpotifyData> Operation = new("Spotify/SignIn");
}

public sealed record BeginPayload(WayToSpotify? SpotifySignIn, IReadOnlyList<MutationError>? Errors);

public sealed record WayToSpotify(string AuthorizeUrl, string RedirectUrl);

public sealed record CompleteVariables(CompleteInput Input);

public sealed record CompleteInput(string? Code, string? State, string? Error, string? Address);

public sealed record CompleteData(CompletePayload CompleteSpotifyConnection)
{
    public static readonly GraphQLOperation<CompleteVariables, CompleteData> Operation = new("Spotify/Complete");
}

public sealed record CompletePayload(Completion? SpotifyCompletion, IReadOnlyList<FieldError>? Errors);

public sealed record Completion(bool IsNewAccount, string? SpotifyName, string? ReturnPath, Session? Session);

public sealed record DisconnectVariables(DisconnectInput Input);

public sealed record DisconnectInput(bool KeepData);

public sealed record DisconnectData(DisconnectPayload DisconnectSpotify)
{
    public static readonly GraphQLOperation<DisconnectVariables, DisconnectData> Operation = new("Spotify/Disconnect");
}

public sealed record DisconnectPayload(Disconnection? SpotifyDisconnection, IReadOnlyList<MutationError>? Errors);

public sealed record Disconnection(bool KeptData, bool IsWiped);

public sealed record SetAppVariables(SetAppInput Input);

public sealed record SetAppInput(string ClientId, string? ClientSecret);

public sealed record SetAppData(SetAppPayload SetSpotifyApp)
{
    public static readonly GraphQLOperation<SetAppVariables, SetAppData> Operation = new("Spotify/SetApp");
}

public sealed record SetAppPayload(SetApp? SpotifyApp, IReadOnlyList<FieldError>? Errors);

public sealed record SetApp(string ClientId);

public sealed record RemoveAppData(RemoveAppPayload RemoveSpotifyApp)
{
    public static readonly GraphQLOperation<NoVariables, RemoveAppData> Operation = new("Spotify/RemoveApp");
}

public sealed record RemoveAppPayload(bool? Removed);

public sealed record BegunByVariables(string State);

/// <summary>Which account a way to Spotify would connect.</summary>
public sealed record BegunByData(BegunByServer Server)
{
    public static readonly GraphQLOperation<BegunByVariables, BegunByData> Operation = new("Spotify/BegunBy");
}

public sealed record BegunByServer(BegunBySpotify Spotify);

public sealed record BegunBySpotify(string? BegunBy);
