namespace Personalify.Api.Imports.Demo;

/// <summary>Words from which artists, albums and titles are invented. No real name is meant.</summary>
internal static class DemoWords
{
    public static readonly string[] Given =
    [
        "Mara", "Ilse", "Tobias", "Nuno", "Odile", "Ravi", "Sanne", "Yuki", "Léonie", "Bruna", "Caspar", "Delfina", "Emre", "Fenna", "Goran", "Hedda",
        "Ivo", "Jarek", "Katinka", "Lior", "Matilde", "Niko", "Orla", "Pilar", "Quirin", "Rosalba", "Sorin", "Tilde", "Ulla", "Vasco", "Wren", "Zélia",
    ];

    public static readonly string[] Family =
    [
        "Quill", "Amberg", "Castanho", "Dovelin", "Eskola", "Farrow", "Gryta", "Halloran", "Ivarsen", "Juhl", "Kestrel", "Lindqvist", "Moravec", "Nakagawa",
        "Oduya", "Pereira-Vale", "Quist", "Ravenel", "Sólstein", "Tavira", "Umber", "Verhoeven", "Wexley", "Yarrow", "Zabala", "Brandão", "Cinder", "Doukas",
    ];

    public static readonly string[] Adjectives =
    [
        "Paper", "Velvet", "Northern", "Slow", "Copper", "Hollow", "Electric", "Salt", "Silent", "Golden", "Borrowed", "Crooked", "Distant", "Early", "Faded",
        "Glass", "Honest", "Idle", "Jade", "Kind", "Little", "Midnight", "Neon", "Open", "Pale", "Quiet", "Restless", "Scarlet", "Tidal", "Unwritten", "Violet",
        "Winter", "Yellow", "Second", "Broken", "Sudden", "Lunar", "Atlantic",
    ];

    public static readonly string[] Nouns =
    [
        "Lanterns", "Harbour", "Machines", "Letters", "Orchard", "Signals", "Rivers", "Mirrors", "Carousel", "Engines", "Gardens", "Satellites", "Windows",
        "Avenues", "Birds", "Candles", "Distances", "Echoes", "Ferries", "Ghosts", "Horizons", "Islands", "Keys", "Ladders", "Maps", "Needles", "Oceans",
        "Parades", "Questions", "Roads", "Stairs", "Tides", "Umbrellas", "Voices", "Wires", "Years", "Zones", "Matches", "Postcards", "Trains",
    ];

    public static readonly string[] Verbs =
    [
        "Running", "Waiting", "Falling", "Calling", "Dancing", "Leaving", "Learning", "Breathing", "Counting", "Drifting", "Holding", "Burning", "Sailing",
        "Turning", "Waking", "Wandering",
    ];

    public static readonly string[] Places =
    [
        "in the Rain", "to Lisbon", "after Dark", "by the Window", "at Low Tide", "without You", "on the Last Train", "for a While", "under Snow", "past Midnight",
        "out of Tune", "in Slow Motion", "on the Roof", "before the Storm", "with the Lights On", "through the Wires",
    ];

    public static readonly string[] Shows = ["The Long Platform", "Half a Kilo of News", "Night Ferry Stories", "Maps for Beginners"];
}
