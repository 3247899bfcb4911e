using Personalify.Web.Api;

namespace Personalify.Web.Pages.Moods;

public sealed record CorrectMoodVariables(CorrectMoodInput Input);

public sealed record CorrectMoodInput(string TrackId, Mood Mood);

public sealed record CorrectMoodData(MoodCorrectionPayload CorrectMood)
{
    public static readonly GraphQLOperation<CorrectMoodVariables, CorrectMoodData> Operation = new("Moods/CorrectMood");
}

public sealed record ForgetCorrectionVariables(ForgetCorrectionInput Input);

public sealed record ForgetCorrectionInput(string TrackId);

public sealed record ForgetCorrectionData(MoodCorrectionPayload ForgetCorrection)
{
    public static readonly GraphQLOperation<ForgetCorrectionVariables, ForgetCorrectionData> Operation = new("Moods/ForgetCorrection");
}

public sealed record MoodCorrectionPayload(CorrectedTrack? Track, IReadOnlyList<MutationError>? Errors);

public sealed record CorrectedTrack(string Name);
