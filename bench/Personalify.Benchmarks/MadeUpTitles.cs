namespace Personalify.Benchmarks;

/// <summary>Titles as long as real ones: about three words each, some with remarks on the recording, some of unknown words.</summary>
internal static class MadeUpTitles
{
    private static readonly string[] Words =
    [
        "love", "night", "the", "you", "me", "my", "heart", "rain", "sad", "happy", "hate", "in", "on", "of", "fire", "city", "light",
        "afraid", "blue", "dance", "dream", "don't", "can't", "home", "summer", "lonely", "crazy", "beautiful", "sorry", "why", "world",
        "star", "girl", "boy", "time", "Zelfu", "Brongo", "amor", "noche", "Straße", "wonderful", "angry", "tears", "river", "road", "gold",
        "forever", "never", "again", "what", "is", "this",
    ];

    private static readonly string[] Remarks =
        ["", "", "", "", "", " (feat. Mara Quill)", " - Remastered 2011", " - Live", " [Radio Edit]", " (Acoustic Version)"];

    private static readonly HashSet<string> List = new(Words.Take(20), StringComparer.OrdinalIgnoreCase);

    public static string[] Make(int count)
    {
        var random = new Random(1);
        string Word() => Words[random.Next(Words.Length)];
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
                string.Join(' ', Enumerable.Range(0, 1 + random.Next(5)).Select(_ => Word())) + Remarks[random.Next(Remarks.Length)]),
        ];
    }

    /// <summary>The cheapest that could be done: each word looked up in a list.</summary>
    public static object LookUp(string[] titles)
    {
        var found = 0;
        var lookup = List.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var title in titles)
        {
            foreach (var range in title.AsSpan().Split(' '))
            {
                if (lookup.Contains(title.AsSpan(range))) found++;
            }
        }
        return found;
    }
}
