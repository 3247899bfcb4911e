using System.Text.Json;
using Npgsql;
using Personalify.Api.Imports;
using Personalify.Api.Imports.Reading;
using Personalify.Api.Imports.Staging;
using Personalify.Domain.Moods;

namespace Personalify.Api.Moods.Files;

/// <summary>Corrections in the account's file of an export, and from there back: the newer word on a track holds.</summary>
internal sealed class CorrectionsFile(NpgsqlDataSource main, TimeProvider time)
{
    public const string Name = "account.json";
    public const string Field = "moodCorrections";

    /// <summary>Longer ones are no account's, and are left aside as every other file of a zip that is no history.</summary>
    private const long MaxBytes = 32 << 20;
    private const int Most = 100_000;

    private const string Select =
        "SELECT identity, mood, artist_name, name, corrected_at FROM mood_corrections WHERE user_id = $1 ORDER BY corrected_at, identity";

    private const string Keep =
        """
        INSERT INTO mood_corrections AS kept (user_id, identity, mood, artist_name, name, corrected_at)
        SELECT DISTINCT ON (identity) $1, identity, mood, artist_name, name, corrected_at
        FROM unnest($2::text[], $3::smallint[], $4::text[], $5::text[], $6::timestamptz[])
            AS told (identity, mood, artist_name, name, corrected_at)
        ORDER BY identity, corrected_at DESC
        ON CONFLICT (user_id, identity) DO UPDATE SET mood = excluded.mood, artist_name = excluded.artist_name, name = excluded.name,
            corrected_at = excluded.corrected_at
        WHERE kept.corrected_at < excluded.corrected_at
        """;

    private const string Corrected =
        $"""
        SELECT track.id FROM tracks AS track
        JOIN artists AS artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
        WHERE track.user_id = $1 AND (track.spotify_id = ANY ($2) OR {MoodSql.Names} = ANY ($2))
        """;

    public async Task WriteAsync(Utf8JsonWriter json, int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(Select).With(userId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            new KeptCorrection(
                reader.GetString(0), (Mood)reader.GetInt16(1), reader.GetString(2), reader.GetString(3),
                reader.GetFieldValue<DateTimeOffset>(4)).Write(json);
        }
    }

    /// <summary>What the account's files of uploaded zips say; nothing where there is none, or where it is no such file.</summary>
    public static IReadOnlyList<KeptCorrection> Read(ImportArchive archive) =>
    [
        .. archive.Entries.Where(entry => entry is { IsInZip: true, Name: Name, Bytes: <= MaxBytes }).SelectMany(Read).Take(Most),
    ];

    /// <summary>
    /// Writes, inside the import's transaction, and returns the listener's tracks whose moods are others from its commit on. A time to come
    /// is that of now, so that the listener can have a newer word.
    /// </summary>
    public async Task<IReadOnlyList<int>> KeepAsync(
        ImportSession session, IReadOnlyList<KeptCorrection> corrections, CancellationToken cancellationToken)
    {
        if (corrections.Count == 0) return [];
        var now = time.GetUtcNow();
        T[] Each<T>(Func<KeptCorrection, T> value) => [.. corrections.Select(value)];
        await session.ExecuteAsync(
            Keep, cancellationToken, session.UserId, Each(told => told.Identity), Each(told => (short)told.Mood), Each(told => told.Artist),
            Each(told => told.Title), Each(told => told.CorrectedAt < now ? told.CorrectedAt.UtcDateTime : now.UtcDateTime));
        return await session.NumbersAsync(Corrected, cancellationToken, session.UserId, Each(told => told.Identity));
    }

    private static List<KeptCorrection> Read(HistoryEntry entry)
    {
        try
        {
            using var stream = entry.Open();
            using var json = JsonDocument.Parse(stream);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(Field, out var list)
                && list.ValueKind == JsonValueKind.Array
                    ? [.. list.EnumerateArray().Select(KeptCorrection.Read).OfType<KeptCorrection>()]
                    : [];
        }
        catch (Exception unlike) when (unlike is JsonException or InvalidDataException)
        {
            return []; // another program's file of this name
        }
    }
}
