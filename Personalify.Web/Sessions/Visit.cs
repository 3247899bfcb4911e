using Personalify.Web.Api;
using Personalify.Web.Components;

namespace Personalify.Web.Sessions;

/// <summary>
/// One look at a page. What it shows and who looks come in one answer: what the request needs of the viewer (the zone, the days of the history)
/// is as this session was last seen, and only where that is unknown, or no longer so, is there a second request.
/// </summary>
public sealed class Visit(PersonalifyClient client, KnownViewers known, IHttpContextAccessor accessor, TimeProvider time)
{
    private SpokenWordData? _spokenWord;

    /// <summary>An answer to this visit has said who looks.</summary>
    public bool IsConfirmed { get; private set; }

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("A visit is a request of a browser; there is none.");

    private Viewer? Viewer => Http.Features.Get<Viewer>();

    /// <summary>Takes the viewer for the one who was last seen with this session, until an answer says who it is.</summary>
    public void Recall()
    {
        if (SessionCookie.Read(Http.Request) is { } session && known.Find(session) is { } user) Http.Features.Set(new Viewer(user, time));
    }

    /// <exception cref="SignedOutException">The session is none.</exception>
    public async Task ConfirmAsync() => Take(await client.SendAsync(ViewerData.Operation, Http.RequestAborted));

    /// <exception cref="SignedOutException">The session is none.</exception>
    public async Task<TData> AskAsync<TVariables, TData>(GraphQLOperation<TVariables, TData> operation, TVariables variables)
        where TVariables : class
        where TData : class, IViewerAnswer
    {
        try
        {
            return Take(await client.SendAsync(operation, variables, Http.RequestAborted));
        }
        catch (ApiException exception) when (!IsConfirmed && exception is not ApiUnavailableException)
        {
            await ConfirmAsync(); // Perhaps the session has ended: then that is what is wrong.
            throw;
        }
    }

    /// <param name="operation">What is asked for.</param>
    /// <param name="variables">Made for the viewer; <c>null</c> where there is nothing to ask for, and always the same for the same viewer.</param>
    /// <exception cref="SignedOutException">The session is none.</exception>
    public async Task<TData?> AskAsync<TVariables, TData>(GraphQLOperation<TVariables, TData> operation, Func<TVariables?> variables)
        where TVariables : class
        where TData : class, IViewerAnswer
    {
        if (Viewer is null) await ConfirmAsync();
        var asked = variables();
        try
        {
            var data = await AskIfAsync(operation, asked);
            if (Equals(asked, variables())) return data;
        }
        catch (ApiException) when (!Equals(asked, variables()))
        {
            // What was asked for is not this viewer's any more.
        }

        return await AskIfAsync(operation, variables());
    }

    /// <summary>What an account without music has instead.</summary>
    public async Task<SpokenWordReport?> SpokenWordAsync() =>
        (_spokenWord ??= await AskAsync(SpokenWordData.Operation, NoVariables.Instance)).Newest;

    private async Task<TData?> AskIfAsync<TVariables, TData>(GraphQLOperation<TVariables, TData> operation, TVariables? variables)
        where TVariables : class
        where TData : class, IViewerAnswer
    {
        if (variables is not null) return await AskAsync(operation, variables);
        if (IsConfirmed) return null;
        await (Viewer?.User.Coverage is null ? SpokenWordAsync() : ConfirmAsync());
        return null;
    }

    private TData Take<TData>(TData answer)
        where TData : IViewerAnswer
    {
        IsConfirmed = true;
        var session = SessionCookie.Read(Http.Request);
        if (answer.Viewer is not { } user)
        {
            if (session is not null) known.Forget(session);
            throw new SignedOutException();
        }

        if (session is not null) known.Remember(session, user);
        Http.Features.Set(new Viewer(user, time));
        return answer;
    }
}

/// <summary>The answer to a page's operation says who looks, too.</summary>
public interface IViewerAnswer
{
    ViewerUser? Viewer { get; }
}

/// <summary>There is no session, or it has ended. <see cref="SignedInPageFilter"/> leads to where one signs in.</summary>
public sealed class SignedOutException() : Exception("The browser has no session that the Api knows.");
