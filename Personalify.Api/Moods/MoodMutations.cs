using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.Api.Catalog;
using Personalify.Api.Errors;
using Personalify.Domain.Moods;

namespace Personalify.Api.Moods;

[MutationType]
public static class MoodMutations
{
    [Authorize(Policies.OwnWritable)]
    [Error<NotAllowedError>]
    [GraphQLDescription("Says which mood the title of one's own track has. No model overrules it, and it comes back with the track when "
        + "that is imported again.")]
    public static Task<FieldResult<Track, TrackNotFoundError>> CorrectMoodAsync(
        [ID<Track>] [GraphQLDescription("A track of one's own history.")] long trackId,
        [GraphQLDescription("Its mood; NEUTRAL where its words have none.")] Mood mood,
        MoodCorrections corrections, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        corrections.CorrectAsync(principal.GetUserId(), trackId, mood, cancellationToken);

    [Authorize(Policies.OwnWritable)]
    [Error<NotAllowedError>]
    [GraphQLDescription("Takes back what correctMood said of a track: from then on the model's word holds. Nothing changes where nothing "
        + "was said.")]
    public static Task<FieldResult<Track, TrackNotFoundError>> ForgetCorrectionAsync(
        [ID<Track>] [GraphQLDescription("A track of one's own history.")] long trackId,
        MoodCorrections corrections, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        corrections.ForgetAsync(principal.GetUserId(), trackId, cancellationToken);
}
