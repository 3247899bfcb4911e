namespace Personalify.Api.Imports.Demo;

internal sealed record DemoTrack(string Uri, string Name, string Artist, string Album, int Number, int LengthMs);

internal sealed record DemoAlbum(string Name, IReadOnlyList<DemoTrack> Tracks);

internal sealed record DemoArtist(string Name, int Scene, IReadOnlyList<DemoAlbum> Albums);

/// <summary>The invented music that a demo listener can choose from, the same for the same seed.</summary>
internal sealed class DemoCatalog
{
    public const int Scenes = 6;
    private const int ArtistCount = 360;
    private const string IdLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly Random _random;
    private readonly HashSet<string> _names = [];

    public DemoCatalog(Random random)
    {
        _random = random;
        Artists = [.. Enumerable.Range(0, ArtistCount).Select(number => MakeArtist(number % Scenes))];
    }

    public IReadOnlyList<DemoArtist> Artists { get; }

    public string NextId() => string.Create(22, _random, (id, random) =>
    {
        for (var i = 0; i < id.Length; i++) id[i] = IdLetters[random.Next(IdLetters.Length)];
    });

    private DemoArtist MakeArtist(int scene)
    {
        var name = Unused(ArtistName);
        return new DemoArtist(name, scene, [.. Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => MakeAlbum(name))]);
    }

    private DemoAlbum MakeAlbum(string artist)
    {
        var name = Unused(AlbumName);
        return new DemoAlbum(name, [.. Enumerable.Range(1, 8 + _random.Next(6)).Select(number => MakeTrack(artist, name, number))]);
    }

    private DemoTrack MakeTrack(string artist, string album, int number) =>
        new($"spotify:track:{NextId()}", TrackName(), artist, album, number, 125_000 + _random.Next(190_000) + (_random.Next(20) == 0 ? 180_000 : 0));

    private string Unused(Func<string> make)
    {
        var name = make();
        while (!_names.Add(name)) name = make();
        return name;
    }

    private string ArtistName() => _random.Next(3) switch
    {
        0 => $"{Pick(DemoWords.Given)} {Pick(DemoWords.Family)}",
        1 => $"The {Pick(DemoWords.Adjectives)} {Pick(DemoWords.Nouns)}",
        _ => $"{Pick(DemoWords.Adjectives)} {Pick(DemoWords.Family)} {Pick(["Trio", "Ensemble", "& the Wires", "Collective", "Sisters", "Club"])}",
    };

    private string AlbumName() => _random.Next(3) switch
    {
        0 => $"{Pick(DemoWords.Adjectives)} {Pick(DemoWords.Nouns)}",
        1 => $"{Pick(DemoWords.Nouns)} {Pick(DemoWords.Places)}",
        _ => $"{Pick(DemoWords.Verbs)} {Pick(DemoWords.Nouns)}",
    };

    private string TrackName() => _random.Next(4) switch
    {
        0 => $"{Pick(DemoWords.Verbs)} {Pick(DemoWords.Places)}",
        1 => $"{Pick(DemoWords.Adjectives)} {Pick(DemoWords.Nouns)}",
        2 => Pick(DemoWords.Nouns),
        _ => $"{Pick(DemoWords.Nouns)} {Pick(DemoWords.Places)}",
    };

    private string Pick(string[] words) => words[_random.Next(words.Length)];
}
