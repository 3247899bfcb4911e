namespace Personalify.FakeSpotify.Invented;

/// <summary>Words from which names are made. No real name is meant.</summary>
internal static class Words
{
    public static readonly string[] First =
    [
        "Paper", "Velvet", "Northern", "Slow", "Copper", "Hollow", "Salt", "Golden", "Borrowed", "Crooked", "Distant", "Faded", "Glass",
        "Jade", "Midnight", "Neon", "Pale", "Restless", "Scarlet", "Tidal", "Unwritten", "Violet", "Winter", "Lunar", "Sólstein", "Ōkami",
    ];

    public static readonly string[] Second =
    [
        "Lanterns", "Harbour", "Machines", "Letters", "Orchard", "Signals", "Rivers", "Mirrors", "Engines", "Gardens", "Windows", "Birds",
        "Candles", "Echoes", "Ferries", "Islands", "Ladders", "Maps", "Needles", "Parades", "Roads", "Tides", "Wires", "Postcards", "Zélia",
    ];

    public static readonly string[] Genres =
        ["invented pop", "fake folk", "imaginary jazz", "made-up house", "pretend rock", "fictional soul"];

    public static string Name(string what, int number) =>
        $"{First[FakeId.Number(what + " first", number, First.Length)]} {Second[FakeId.Number(what + " second", number, Second.Length)]}";
}
