using Personalify.Domain.Moods;

namespace Personalify.Domain.Tests.Moods;

/// <summary>The model of the repository.</summary>
public sealed class TitleModelTests
{
    private static readonly TitleModel Model = Load();

    public static TheoryData<string> OddTitles { get; } = new()
    {
        "", " ", "\u200e\u202b\u2066\u2069\u202c", "\0\u0001", "\ud800", "\udc00\ud800", "love \ud83d", "❤️", "👨\u200d👩\u200d👧\u200d👦",
        "🏳️\u200d🌈", "🇮🇩", "愛してる", "사랑해", "Я люблю тебя", "أحبك", "אני אוהב אותך", "ฉันรักเธอ", "मैं तुमसे प्यार करता हूँ", "Σ'αγαπώ",
        "მიყვარხარ", "እወድሃለሁ", "நான் உன்னை", "𝕷𝖔𝖛𝖊", "l̷o̷v̷e̷", "\u200elove\u200f me\u202c", "e\u0301\u0301\u0301\u0301", "''''", "`´¨^",
        "((((", "[NAME]", "...", "1234567890", new string('a', 10_000), new string('\u0301', 10_000), Repeat("I love you ", 1_000),
        Repeat("🎵", 5_000), Repeat("a ", 5_000), Repeat("!?", 5_000), Repeat("(feat. ", 1_500),
    };

    [Fact]
    public void The_card_describes_this_version() =>
        Assert.Contains($"`{Model.Version}`", File.ReadAllText(PathOf("mood-model.md")), StringComparison.Ordinal);

    [Theory]
    [InlineData("I Love You", Mood.Joy)]
    [InlineData("What a Wonderful World (Remastered)", Mood.Joy)]
    [InlineData("Happy - From \"A Film\"", Mood.Joy)]
    [InlineData("So Sad", Mood.Sadness)]
    [InlineData("I'm So Lonely I Could Cry", Mood.Sadness)]
    [InlineData("I Hate Everything About You", Mood.Anger)]
    [InlineData("Fuck You", Mood.Anger)]
    [InlineData("Afraid of the Dark", Mood.Fear)]
    [InlineData("Disgusting", Mood.Disgust)]
    [InlineData("What's Going On?", Mood.Surprise)]
    public void A_clear_title_has_its_mood(string title, Mood mood) => Assert.Equal(mood, Tell(title));

    [Theory]
    [InlineData("Sun")]
    [InlineData("Home")]
    [InlineData("The")]
    [InlineData("Yellow")]
    [InlineData("Roxanne")]
    [InlineData("Corazón Espinado")]
    [InlineData("Die Gedanken sind frei")]
    [InlineData("Sampai Jumpa")]
    [InlineData("Любовь")]
    [InlineData("愛してる")]
    [InlineData("사랑해")]
    [InlineData("12")]
    [InlineData("Intro")]
    [InlineData("Instrumental")]
    [InlineData("Symphony No. 5 in C Minor, Op. 67: I. Allegro con brio")]
    public void Of_a_title_that_carries_no_mood_the_model_cannot_tell(string title) => Assert.Null(Tell(title));

    [Theory]
    [InlineData("Любовь")]
    [InlineData("愛してる")]
    [InlineData("Mtaka Zelfu Brongo")]
    [InlineData("love Zelfubrongo")]
    [InlineData("12")]
    [InlineData("...")]
    [InlineData("")]
    public void What_is_not_made_of_known_words_is_not_scored(string title) => Assert.False(Model.TryScore(title, out _));

    [Theory]
    [MemberData(nameof(OddTitles))]
    public void Any_title_is_answered_with_probabilities_or_not_at_all(string title)
    {
        var isScored = Model.TryScore(title, out var probabilities);
        Assert.All(Enum.GetValues<Mood>(), mood => Assert.InRange(probabilities[mood], 0, 1));
        Assert.Equal(isScored, probabilities != default);
        Assert.All(Enum.GetValues<Mood>(), mood => Assert.InRange(Model.ScoreText(title)[mood], 0, 1));
        Assert.All(Model.Weigh(title, Mood.Joy), word => Assert.InRange(word.Share, 0, 1));
    }

    [Fact]
    public void What_a_remark_says_of_the_recording_changes_nothing()
    {
        Model.TryScore("Song of Love", out var plain);
        Assert.True(Model.TryScore("03 - Song of Love (feat. Mara Hate) [Live] - Sad Remix", out var remarked));
        Assert.Equal(plain, remarked);
    }

    [Fact]
    public void Case_accents_and_invisible_marks_change_nothing()
    {
        Model.TryScore("I love you", out var plain);
        Assert.True(Model.TryScore("\u200eI LÓVE Yoù\u202c", out var marked));
        Assert.Equal(plain, marked);
    }

    [Fact]
    public void Nothing_is_allocated_for_a_title()
    {
        string[] titles =
        [
            "I Love You (feat. Mara Quill) - Remastered 2011", "愛してる", "", "Don’t Worry, Bé Happy! ❤️", new('a', 10_000), "[NAME] \ud800",
            "Symphony in E-flat major, Op. 5", "I feel so sad today feat. Mara Quill",
        ];
        foreach (var title in titles) Model.TryScore(title, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var title in titles) Model.TryScore(title, out _);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        string[] titles = [.. Enumerable.Range(0, 400).Select(i => $"I {(i % 2 == 0 ? "love" : "hate")} this song number {i}")];
        var one = titles.Select(title => Model.ScoreText(title)).ToArray();
        Assert.Equal(one, titles.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(title => Model.ScoreText(title)).ToArray());
    }

    [Fact]
    public void The_words_that_weigh_most_come_first_as_the_title_writes_them()
    {
        var words = Model.Weigh("I LOVE You (Live)", Mood.Joy);
        Assert.Equal("LOVE", words[0].Word);
        Assert.Equal(1, words.Sum(word => word.Share), 1e-5f);
        Assert.Equal(words.OrderByDescending(word => word.Share), words);
        Assert.DoesNotContain(words, word => word.Word is "Live" or "(");
    }

    [Fact]
    public void Another_mood_has_other_words()
    {
        Assert.Equal("Hate", Model.Weigh("Love and Hate", Mood.Anger)[0].Word);
        Assert.Equal("Love", Model.Weigh("Love and Hate", Mood.Joy)[0].Word);
        Assert.Empty(Model.Weigh("愛してる", Mood.Joy));
    }

    [Fact]
    public void A_calibration_curve_never_falls()
    {
        using var stream = File.OpenRead(ModelPath);
        var stack = TitleModelFile.Read(stream).Stack;
        for (var mood = 0; mood < MoodProbabilities.Count; mood++)
        {
            var curve = stack.Curves.AsSpan(mood * CalibrationCurve.Size, CalibrationCurve.Size);
            for (var logit = -8.0; logit < 6; logit += 0.25)
                Assert.True(CalibrationCurve.At(curve, logit) < CalibrationCurve.At(curve, logit + 0.25));
        }
    }

    private static string ModelPath => PathOf("titles.mood");

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Moods", file);

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static Mood? Tell(string title) => Model.TryScore(title, out var probabilities) ? MoodThreshold.Tell(probabilities) : null;

    private static TitleModel Load()
    {
        using var stream = File.OpenRead(ModelPath);
        return TitleModel.Load(stream);
    }
}
