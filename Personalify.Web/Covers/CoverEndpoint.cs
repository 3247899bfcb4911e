namespace Personalify.Web.Covers;

/// <summary>
/// <c>GET /covers/{id}</c>: an image of Spotify's, from this machine. An image never changes, so browsers keep it for a year.
/// Artwork is public, so it tells nothing of a listener and needs no session.
/// </summary>
public static class CoverEndpoint
{
    private const string ForAYear = "private, max-age=31536000, immutable";

    public static string? AddressOf(string? imageUrl, Uri? source = null) =>
        CoverId.OfUrl(imageUrl, source) is { } id ? $"/covers/{id}" : null;

    public static void MapCovers(this IEndpointRouteBuilder app) => app.MapGet("/covers/{id}", GetAsync);

    private static async Task<IResult> GetAsync(string id, HttpContext context, CoverCache covers)
    {
        if (CoverId.Parse(id) is not { } known) return Results.NotFound();
        if (await covers.FindAsync(known, context.RequestAborted) is not { } cover) return Results.NotFound();
        context.Response.Headers.CacheControl = ForAYear;
        return Results.File(cover.Path, cover.ContentType);
    }
}
