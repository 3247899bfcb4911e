using Personalify.Api.Moods;
using Personalify.Domain.Moods;

namespace Personalify.Api.Tests.Moods;

/// <summary>
/// A model whose answers a test knows: the first word of a title is its mood, 0.9 sure ("Joy of June"), or 0.3 after "Perhaps"; other words it
/// does not know. It can be remote, fail, and break off after so many titles.
/// </summary>
internal sealed class GivenMoodModel(string name = "given", bool isRemote = false) : IMoodModel
{
    private int _asked;

    public MoodModelIdentity Identity { get; init; } = new(isRemote ? "huggingface" : "onnx", name, "1");

    public bool IsRemote => isRemote;

    /// <summary>How sure it is; another number makes other answers.</summary>
    public float Sure { get; init; } = 0.9f;

    /// <summary>Set, it cannot answer.</summary>
    public MoodModelException? Failure { get; set; }

    /// <summary>After so many titles it cannot answer any more.</summary>
    public int Enough { get; set; } = int.MaxValue;

    /// <summary>How many titles it was asked about.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public Task<IReadOnlyList<MoodProbabilities?>> ScoreAsync(IReadOnlyList<string> titles, CancellationToken cancellationToken)
    {
        if (Failure is { } failure) throw failure;
        if (Interlocked.Add(ref _asked, titles.Count) > Enough) throw new MoodModelException("It broke off.", TimeSpan.FromMinutes(1));
        return Task.FromResult<IReadOnlyList<MoodProbabilities?>>([.. titles.Select(Score)]);
    }

    public IReadOnlyList<WeighedWord> Weigh(string title, Mood mood) => Score(title) is null ? [] : [new WeighedWord(title.Split(' ')[0], 1)];

    public Task CheckAsync(CancellationToken cancellationToken) => Failure is { } failure ? Task.FromException(failure) : Task.CompletedTask;

    private MoodProbabilities? Score(string title)
    {
        var words = title.Split(' ');
        var isUnsure = words[0] == "Perhaps" && words.Length > 1;
        if (!Enum.TryParse<Mood>(words[isUnsure ? 1 : 0], out var mood) || !Enum.IsDefined(mood)) return null;
        var all = new float[MoodProbabilities.Count];
        Array.Fill(all, 0.05f);
        all[(int)mood] = isUnsure ? 0.3f : Sure;
        return MoodProbabilities.Of(all);
    }
}
