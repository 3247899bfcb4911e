using Personalify.Api.Access.Connections;
using Personalify.Api.Catalog;
using Personalify.Api.Imports;
using Personalify.Api.Imports.Staging;
using Personalify.Api.Listening;
using Personalify.Api.Moods;

namespace Personalify.Api.Sync.Plays;

/// <summary>
/// Writes what Spotify told, with everything that follows from it, in one transaction. It works as an import does, on a session that holds
/// the listener's import lock, and with the same statements for the catalogue.
/// </summary>
internal sealed class PolledPlayMerge(
    ImportConnections connections, PolledImport import, PolledPlayStore store, PlayMonthsStore months, CatalogCache cache,
    MoodJob moods, TimeProvider clock)
{
    /// <summary>Returns how many plays are new. Nothing is written for a listener who has disconnected meanwhile.</summary>
    public async Task<int> RunAsync(SpotifyConnection connection, PolledAnswer answer, CancellationToken cancellationToken)
    {
        if (await import.FindOrAddAsync(connection, cancellationToken) is not { } importId) return 0;
        await using var session = await ImportSession.OpenAsync(connections.Source, connection.UserId, importId, cancellationToken);
        var added = await store.FindNewAsync(connection.UserId, answer.Plays, cancellationToken);
        if (added.Count == 0) return 0;
        await using var transaction = await session.BeginAsync(cancellationToken);
        if (!await PolledImport.TouchAsync(session, connection, clock.GetUtcNow(), cancellationToken)) return 0;
        var (tracks, renamed) = await FindTracksAsync(session, added, cancellationToken);
        var plays = await WriteAsync(session, connection, answer, [.. added.Zip(tracks)], cancellationToken);
        await PolledJoin.RunAsync(session, cancellationToken);
        await TouchedMonths.RebuildAsync(session, months, cancellationToken);
        var changed = await moods.RunAsync(session, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await cache.ForgetAsync(
            connection.UserId, renamed.Artists, renamed.Albums, [.. renamed.Tracks, .. changed], CancellationToken.None);
        moods.Tell();
        return plays;
    }

    /// <summary>
    /// The numbers of the plays' tracks in the listener's catalogue. A track that Spotify described before is not described again: its
    /// first word stays, because the undoing of files must find one description by Spotify and not the last of many.
    /// </summary>
    private static async Task<(int[] Tracks, RenamedEntries Renamed)> FindTracksAsync(
        ImportSession session, IReadOnlyList<PolledPlay> plays, CancellationToken cancellationToken)
    {
        var tracks = new int[plays.Count];
        await ReadAsync(PolledPlaySql.Described, -1, [session.UserId, .. PolledPlaySql.Keys(plays)]);
        var missing = Enumerable.Range(0, plays.Count).Where(number => tracks[number] == 0).ToArray();
        if (missing.Length == 0) return (tracks, new RenamedEntries([], [], []));
        await session.ExecuteAsync(PolledPlaySql.StageTrack, cancellationToken, Descriptions(plays, missing));
        await CatalogMerge.StageAsync(session, cancellationToken);
        await ReadAsync(PolledPlaySql.StagedTracks, 0, []);
        return (tracks, await CatalogMerge.WriteAsync(session, cancellationToken));

        async Task ReadAsync(string sql, int offset, object[] parameters)
        {
            var found = await session.ListAsync(
                sql, row => (Number: row.GetInt32(0), Track: row.GetInt32(1)), cancellationToken, parameters);
            foreach (var (number, track) in found) tracks[number + offset] = track;
        }
    }

    private static object[] Descriptions(IReadOnlyList<PolledPlay> plays, int[] numbers)
    {
        var names = Array.ConvertAll(numbers, number => plays[number].Names);
        string?[] Texts(Converter<ItemNames, string?> text) => Array.ConvertAll(names, text);
        return
        [
            numbers, Texts(name => name.SpotifyId), Texts(name => name.Name), Texts(name => name.NameKey), Texts(name => name.Artist),
            Texts(name => name.ArtistKey), Texts(name => name.Album), Texts(name => name.AlbumKey),
            Array.ConvertAll(names, name => name.NamesKey),
        ];
    }

    private static async Task<int> WriteAsync(
        ImportSession session, SpotifyConnection connection, PolledAnswer answer, IReadOnlyList<(PolledPlay Play, int Track)> added,
        CancellationToken cancellationToken)
    {
        var restated = await Restatement.FindAsync(session, connection.AccountId, answer, added, cancellationToken);
        T[] Each<T>(Func<PolledPlay, T> value) => [.. added.Select(told => value(told.Play))];
        int[] tracks = [.. added.Select(told => told.Track)];
        await session.ExecuteAsync(
            PolledPlaySql.Insert, cancellationToken, session.UserId, connection.AccountId, answer.AskedAt, Each(play => play.PlayedAt),
            tracks, Each(play => play.Names.SpotifyId), Each(play => play.Names.NamesKey), Each(play => play.ArtistNamesKey),
            Each(play => play.DurationMs), Each(play => play.Context?.Type), Each(play => play.Context?.Uri), restated);
        await session.ExecuteAsync(
            PolledPlaySql.InsertPlays, cancellationToken, session.UserId, session.ImportId, Each(play => play.PlayedAt), tracks);
        return restated.Count(earlier => earlier is null);
    }
}
