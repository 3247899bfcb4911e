using Personalify.Api.Errors;

namespace Personalify.Api.Moods;

[GraphQLDescription("The listener has no such track.")]
public sealed record TrackNotFoundError([property: GraphQLDescription(ErrorTexts.Message)] string Message)
{
    public static TrackNotFoundError Unknown { get; } =
        new("You have no such track. The import that brought it may have been undone; look it up by its name.");
}
