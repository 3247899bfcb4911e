using Personalify.Web.Api;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Search;

public sealed record SearchVariables(string Text, int First);

public sealed record SearchData(ViewerUser? Viewer, SearchResult? Search) : IViewerAnswer
{
    public static readonly GraphQLOperation<SearchVariables, SearchData> Operation = new("Search/Index");
}

public sealed record SearchResult(IReadOnlyList<ArtistName> Artists, IReadOnlyList<AlbumName> Albums, IReadOnlyList<TrackName> Tracks)
{
    public static SearchResult Nothing { get; } = new([], [], []);

    public bool IsEmpty => Artists.Count + Albums.Count + Tracks.Count == 0;
}

/// <summary>One line of what is suggested while a person types.</summary>
public sealed record Suggestion(string Kind, string Name, string? Detail, string Href);
