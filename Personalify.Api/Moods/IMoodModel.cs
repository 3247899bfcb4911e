using Personalify.Domain.Moods;

namespace Personalify.Api.Moods;

/// <summary>
/// Says what mood the words of titles have. Implementations clean titles by <see cref="TitleCleaning"/> before they read them.
/// </summary>
public interface IMoodModel
{
    /// <summary>What tells its answers from those of another model.</summary>
    MoodModelIdentity Identity { get; }

    /// <summary>Whether titles leave this server.</summary>
    bool IsRemote { get; }

    /// <summary>
    /// Whether it reads tens of thousands of titles in a second, so that the job that brings titles waits for it. Otherwise the worker
    /// reads them.
    /// </summary>
    bool IsFast { get; }

    /// <summary>The answers in the order of the titles; null is "cannot tell".</summary>
    /// <exception cref="MoodModelException">It cannot answer now; nothing of the batch was answered.</exception>
    Task<IReadOnlyList<MoodProbabilities?>> ScoreAsync(IReadOnlyList<string> titles, CancellationToken cancellationToken);

    /// <summary>The words that speak most for a mood; empty where the model cannot say.</summary>
    IReadOnlyList<WeighedWord> Weigh(string title, Mood mood);

    /// <summary>For <c>/health</c>: ends well if it could answer now.</summary>
    /// <exception cref="MoodModelException">It could not.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}

[GraphQLDescription("Which model it is.")]
public sealed record MoodModelIdentity(
    [property: GraphQLDescription("Where it runs: local, onnx or huggingface.")] string Provider,
    [property: GraphQLDescription("Its name at its provider.")] string Name,
    [property: GraphQLDescription("Another one when its answers may be others.")] string Version);

/// <summary>A model cannot answer now; the message is for the operator.</summary>
/// <param name="message">What was tried, and the way out.</param>
/// <param name="retryAfter">When it is worth trying again, where that is known.</param>
/// <param name="cause">What it followed from.</param>
public sealed class MoodModelException(string message, TimeSpan? retryAfter = null, Exception? cause = null) : Exception(message, cause)
{
    public TimeSpan? RetryAfter => retryAfter;
}
