using System.Runtime.CompilerServices;
using Personalify.Api.Spotify.Errors;
using Personalify.Api.Spotify.Http;
using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Spotify;

/// <summary>
/// Spotify's Web API for one listener, in the words of SpotifyAPI.Web. A call that fails throws an <see cref="APIException"/>; its kinds
/// say what helps.
/// </summary>
public sealed class SpotifyClient
{
    /// <summary>More pages than any list of Spotify's has; where they do not end, something is wrong.</summary>
    public const int MaxPages = 10_000;

    private readonly APIConnector _connector;

    internal SpotifyClient(APIConnector connector)
    {
        _connector = connector;
        UserProfile = new UserProfileClient(connector);
        Personalization = new PersonalizationClient(connector);
        Player = new PlayerClient(connector);
        Library = new LibraryClient(connector);
        Playlists = new PlaylistsClient(connector);
        Follow = new FollowClient(connector);
        Artists = new ArtistsClient(connector);
        Albums = new AlbumsClient(connector);
        Tracks = new TracksClient(connector);
        Shows = new ShowsClient(connector);
        Episodes = new EpisodesClient(connector);
    }

    public UserProfileClient UserProfile { get; }

    public PersonalizationClient Personalization { get; }

    public PlayerClient Player { get; }

    public LibraryClient Library { get; }

    public PlaylistsClient Playlists { get; }

    public FollowClient Follow { get; }

    public ArtistsClient Artists { get; }

    public AlbumsClient Albums { get; }

    public TracksClient Tracks { get; }

    public ShowsClient Shows { get; }

    public EpisodesClient Episodes { get; }

    /// <summary>The same client for work in the background: it may use a share of the budgets only.</summary>
    public SpotifyClient InBackground() => new(_connector.InBackground());

    /// <summary>
    /// The entries of a page and of those behind it, each page fetched when its first entry is needed. Entries that are null are left out.
    /// It ends after <paramref name="maxItems"/> entries, where that is given.
    /// </summary>
    public IAsyncEnumerable<T> Paginate<T>(Paging<T> first, int? maxItems = null, CancellationToken cancellationToken = default) =>
        Entries<T, Paging<T>>(first, _connector.Get<Paging<T>>, maxItems, cancellationToken);

    public IAsyncEnumerable<T> Paginate<T>(CursorPaging<T> first, int? maxItems = null, CancellationToken cancellationToken = default) =>
        Entries<T, CursorPaging<T>>(first, _connector.Get<CursorPaging<T>>, maxItems, cancellationToken);

    /// <summary>For pages that come wrapped, as those of followed artists do.</summary>
    public IAsyncEnumerable<T> Paginate<T, TNext>(
        CursorPaging<T> first, Func<TNext, CursorPaging<T>?> unwrap, int? maxItems = null, CancellationToken cancellationToken = default) =>
        Entries<T, CursorPaging<T>>(
            first, async (next, cancellation) => unwrap(await _connector.GetNeeded<TNext>(next, cancellation)), maxItems,
            cancellationToken);

    private static async IAsyncEnumerable<T> Entries<T, TPage>(
        TPage? page, Func<string, CancellationToken, Task<TPage?>> fetch, int? maxItems,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TPage : class, IPaginatable<T>
    {
        var left = maxItems ?? int.MaxValue;
        var visited = new HashSet<string>(StringComparer.Ordinal);
        for (; page is not null && left > 0; page = await NextAsync())
        {
            foreach (var item in page.Items ?? [])
            {
                if (item is not null && left-- > 0) yield return item;
            }
        }

        // An empty page is the last one, whatever it says.
        async Task<TPage?> NextAsync()
        {
            if (page.Next is not { Length: > 0 } next || page.Items is not { Count: > 0 } || left <= 0) return null;
            if (visited.Count >= MaxPages || !visited.Add(next)) throw APIPagingException.Endless(visited.Count);
            return await fetch(next, cancellationToken);
        }
    }
}
