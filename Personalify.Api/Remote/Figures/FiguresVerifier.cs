using Npgsql;
using Personalify.Api.Data;

namespace Personalify.Api.Remote.Figures;

/// <summary>
/// Makes every figure of the community anew from the plays, on node A and from node B's copies, and compares both with what node B keeps.
/// The statements are the same on both nodes and share nothing with those that keep the figures up.
/// </summary>
public sealed class FiguresVerifier(NpgsqlDataSource main, [FromKeyedServices(StoresModule.Stats)] NpgsqlDataSource stats)
{
    /// <summary>Plays that count, of those who have joined, with what is the same for all listeners.</summary>
    private const string Heard =
        """
        heard AS MATERIALIZED (
            SELECT play.user_id, play.track_id, (play.ended_at AT TIME ZONE 'UTC')::date AS day, play.ms_played
            FROM plays AS play JOIN users ON users.id = play.user_id
            WHERE users.is_in_community AND play.ms_played >= 30000 AND NOT play.is_superseded
        ), named AS MATERIALIZED (
            SELECT track.user_id, track.id, names_key(artist.name_key, track.name_key) AS track_key, names_key(artist.name_key, '') AS artist_key,
                track.name, artist.name AS artist_name, track.spotify_id
            FROM tracks AS track
            JOIN users ON users.id = track.user_id AND users.is_in_community
            JOIN artists AS artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
        ), song AS MATERIALIZED (
            SELECT heard.user_id, track_key, artist_key, count(*) AS plays, sum(ms_played) AS milliseconds, min(name COLLATE "C") AS name,
                min(artist_name COLLATE "C") AS artist_name, min(spotify_id COLLATE "C") AS spotify_id
            FROM heard JOIN named ON named.user_id = heard.user_id AND named.id = heard.track_id
            GROUP BY heard.user_id, track_key, artist_key
        ), singer AS MATERIALIZED (
            SELECT user_id, artist_key, sum(plays) AS plays, sum(milliseconds) AS milliseconds, min(artist_name COLLATE "C") AS name
            FROM song GROUP BY user_id, artist_key
        )
        """;

    private const string Genres =
        """
        , counted AS (
            SELECT named.artist_key, said_by.id AS spotify_id, count(*) AS tracks
            FROM named JOIN spotify_tracks AS said ON said.spotify_id = named.spotify_id
            CROSS JOIN unnest(said.artist_ids, said.artist_names) AS said_by (id, name)
            WHERE lower(said_by.name) = lower(named.artist_name)
            GROUP BY named.artist_key, said_by.id
        ), chosen AS (
            SELECT DISTINCT ON (artist_key) artist_key, spotify_id FROM counted ORDER BY artist_key, tracks DESC, spotify_id COLLATE "C"
        ), genre AS MATERIALIZED (
            SELECT chosen.artist_key, genre FROM chosen JOIN spotify_artists AS said ON said.spotify_id = chosen.spotify_id
            CROSS JOIN unnest(said.genres) AS genre
            UNION
            SELECT names_key(artist.name_key, ''), genre
            FROM artists AS artist JOIN users ON users.id = artist.user_id AND users.is_in_community CROSS JOIN unnest(artist.genres) AS genre
        ), fan AS (
            SELECT singer.user_id, genre.genre, sum(singer.plays) AS plays, sum(singer.milliseconds) AS milliseconds
            FROM singer JOIN genre ON genre.artist_key = singer.artist_key GROUP BY singer.user_id, genre.genre
        )
        """;

    private static readonly (string Name, string Kept, string Made)[] Figures =
    [
        ("tracks", "SELECT id, artist_id, name, artist_name, spotify_id, listeners, plays, milliseconds FROM community.tracks",
            $"""
            WITH {Heard} SELECT track_key, min(artist_key), mode() WITHIN GROUP (ORDER BY name COLLATE "C"),
                mode() WITHIN GROUP (ORDER BY artist_name COLLATE "C"), mode() WITHIN GROUP (ORDER BY spotify_id COLLATE "C"), count(*),
                sum(plays), sum(milliseconds)
            FROM song GROUP BY track_key
            """),
        ("artists", "SELECT id, name, listeners, plays, milliseconds FROM community.artists",
            $"""
            WITH {Heard} SELECT artist_key, mode() WITHIN GROUP (ORDER BY name COLLATE "C"), count(*), sum(plays), sum(milliseconds)
            FROM singer GROUP BY artist_key
            """),
        ("genres", "SELECT id, listeners, plays, milliseconds FROM community.genres",
            $"WITH {Heard}{Genres} SELECT genre, count(*), sum(plays), sum(milliseconds) FROM fan GROUP BY genre"),
        ("days", "SELECT id, listeners, plays, milliseconds FROM community.days",
            $"WITH {Heard} SELECT day, count(DISTINCT user_id), count(*), sum(ms_played) FROM heard GROUP BY day"),
        ("months", "SELECT id, listeners, plays, milliseconds FROM community.months",
            $"""
            WITH {Heard} SELECT date_trunc('month', day::timestamp)::date, count(DISTINCT user_id), count(*), sum(ms_played) FROM heard GROUP BY 1
            """),
        ("listeners", "SELECT user_id, plays, milliseconds FROM community.listeners",
            $"""
            WITH {Heard} SELECT users.id, count(heard.user_id), coalesce(sum(heard.ms_played), 0)
            FROM users LEFT JOIN heard ON heard.user_id = users.id WHERE users.is_in_community GROUP BY users.id
            """),
    ];

    /// <summary>The figures by name, each with what is kept and what node B's and node A's plays make.</summary>
    public async Task<IReadOnlyList<VerifiedFigure>> VerifyAsync(CancellationToken cancellationToken)
    {
        var verified = new List<VerifiedFigure>();
        foreach (var (name, kept, made) in Figures)
        {
            verified.Add(new VerifiedFigure(
                name, await DigestAsync(stats, kept, cancellationToken), await DigestAsync(stats, made, cancellationToken),
                await DigestAsync(main, made, cancellationToken)));
        }

        return verified;
    }

    /// <summary>How many rows there are, and a number that differs when any row does, in whatever order they come.</summary>
    private static async Task<Digest> DigestAsync(NpgsqlDataSource node, string rows, CancellationToken cancellationToken)
    {
        await using var command = node.CreateCommand(
            $"""
            SELECT count(*), coalesce(sum(('x' || left(md5(row(made.*)::text), 15))::bit(60)::bigint::numeric), 0)::text FROM ({rows}) AS made
            """);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new Digest(reader.GetInt64(0), reader.GetString(1));
    }
}

/// <summary>A set of rows: how many they are, and what they say.</summary>
public sealed record Digest(long Rows, string Sum);

/// <summary>One kind of figure.</summary>
/// <param name="Name">Such as <c>tracks</c>.</param>
/// <param name="Kept">What readers see.</param>
/// <param name="OfNodeB">What node B's copies of the plays make.</param>
/// <param name="OfNodeA">What the plays themselves make.</param>
public sealed record VerifiedFigure(string Name, Digest Kept, Digest OfNodeB, Digest OfNodeA)
{
    /// <summary>Whether the figures follow from node B's copies.</summary>
    public bool IsKeptRight => Kept == OfNodeB;

    /// <summary>Whether node B's copies say what node A says.</summary>
    public bool IsCopiedRight => OfNodeB == OfNodeA;
}
