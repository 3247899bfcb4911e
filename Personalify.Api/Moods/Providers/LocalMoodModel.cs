using Personalify.Domain.Moods;

namespace Personalify.Api.Moods.Providers;

/// <summary>The model that comes with the program: no network, hundreds of thousands of titles a second.</summary>
internal sealed class LocalMoodModel : IMoodModel
{
    public const string Provider = "local";

    /// <summary>Beside the program.</summary>
    public static readonly string File = Path.Combine(AppContext.BaseDirectory, "Moods", "Models", "titles.mood");

    // The file never changes while the program runs, so one reading serves all.
    private static readonly Lazy<TitleModel> Model = new(Load);

    public MoodModelIdentity Identity => new(Provider, "titles", Model.Value.Version);

    public bool IsRemote => false;

    public bool IsFast => true;

    public Task<IReadOnlyList<MoodProbabilities?>> ScoreAsync(IReadOnlyList<string> titles, CancellationToken cancellationToken)
    {
        var answers = new MoodProbabilities?[titles.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            answers[i] = Model.Value.TryScore(titles[i], out var probabilities) ? probabilities : null;
        }

        return Task.FromResult<IReadOnlyList<MoodProbabilities?>>(answers);
    }

    public IReadOnlyList<WeighedWord> Weigh(string title, Mood mood) => Model.Value.Weigh(title, mood);

    public Task CheckAsync(CancellationToken cancellationToken) => Task.FromResult(Model.Value);

    private static TitleModel Load()
    {
        using var file = System.IO.File.OpenRead(File);
        return TitleModel.Load(file);
    }
}
