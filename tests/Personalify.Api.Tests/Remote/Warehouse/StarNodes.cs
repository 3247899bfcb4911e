using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote.Warehouse;

/// <summary>Both nodes with the plays of two listeners, in 2024 and in the last weeks, of artists of whom Spotify tells genres.</summary>
public sealed class StarNodes : IAsyncLifetime
{
    private static readonly (string Artist, string[] Tracks)[] Catalogue =
    [
        ("Mara Quill", ["Lanterns", "Harbour", "Signals"]), ("Ida Noor", ["Tide", "Moss"]),
        ("The Ferries", ["Northbound", "Slow Water", "Ropes", "Salt"]),
    ];

    private TwoNodes? _nodes;

    internal TwoNodes Nodes => _nodes!;

    public async Task InitializeAsync()
    {
        _nodes = await TwoNodes.CreateAsync();
        var random = new Random(7);
        await Nodes.Home.ImportAsync(Export(random));
        await Nodes.Home.ImportAsync(GivenFile.Account(new GivenRow("2023-12-30T23:10:00Z", "Ropes") { Artist = "The Ferries" }));
        await Nodes.Home.ImportAsync(ImportHome.Bob, preview: false, Export(random));
        await Nodes.Home.ImportAsync(ImportHome.Bob, preview: false, GivenFile.Account(new GivenRow("2024-06-15T12:00:00Z", "Covered")));
        await Nodes.Home.ImportAsync(ImportHome.Bob, preview: false, GivenFile.Extended(new GivenRow("2024-06-15T12:00:20Z", "Covered")));
        await TellGenresAsync();
        await Nodes.CatchUpAsync();
    }

    public async Task DisposeAsync() => await Nodes.DisposeAsync();

    /// <summary>What the role of BI tools reads on node B.</summary>
    internal Task<string[]> ReadStarAsync(string sql) => StarDatabase.ReadAsRoleAsync(Nodes.Stats, sql);

    /// <summary>What the record says.</summary>
    internal async Task<string[]> ReadRecordAsync(string sql)
    {
        await using var connection = await Nodes.Home.Get<Npgsql.NpgsqlDataSource>().OpenConnectionAsync();
        return await StarDatabase.ReadAsync(connection, sql);
    }

    private static GivenFile Export(Random random)
    {
        var months = Enumerable.Range(0, 80).Select(number =>
            new DateTimeOffset(2024, 1 + random.Next(8), 1 + random.Next(28), random.Next(24), number % 60, 0, TimeSpan.Zero));
        var today = TimeProvider.System.GetUtcNow();
        var recent = Enumerable.Range(0, 60).Select(number =>
            today.AddMinutes(-(number * 17) - 60 - random.Next(15)).AddHours(-(number / 6) * 5));
        return GivenFile.Extended(
            [.. months.Concat(recent).DistinctBy(moment => moment.ToUnixTimeSeconds()).Select(moment => Row(moment, random))]);
    }

    private static GivenRow Row(DateTimeOffset moment, Random random)
    {
        var (artist, tracks) = Catalogue[random.Next(Catalogue.Length)];
        return new GivenRow($"{moment:yyyy-MM-ddTHH:mm:ssZ}", tracks[random.Next(tracks.Length)], 15_000 + random.Next(240_000))
        {
            Artist = artist, Album = random.Next(2) == 0 ? "First" : null,
            Skipped = random.Next(3) switch { 0 => true, 1 => false, _ => null },
        };
    }

    private Task TellGenresAsync() => Nodes.Home.ExecuteAsync(string.Join(';', Catalogue.Take(2).Select((entry, number) =>
        $"""
        INSERT INTO spotify_artists (spotify_id, name, genres, popularity, fetched_at)
        VALUES ('artist{number}', '{entry.Artist}', ARRAY['folk', 'genre {number}'], 40, now());
        INSERT INTO spotify_tracks (spotify_id, name, artist_ids, artist_names, duration_ms, fetched_at)
        SELECT id, 'Track', ARRAY['artist{number}'], ARRAY['{entry.Artist.ToUpperInvariant()}'], 200000, now()
        FROM unnest(ARRAY[{string.Join(',', entry.Tracks.Select(track => $"'{GivenRow.IdOf(track)}'"))}]) AS id
        """)));
}

/// <summary>Tests that read the same nodes, one after the other.</summary>
[CollectionDefinition(nameof(StarNodes))]
public sealed class StarNodesCollection : ICollectionFixture<StarNodes>;
