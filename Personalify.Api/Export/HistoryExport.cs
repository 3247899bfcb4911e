using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Personalify.Api.Users;

namespace Personalify.Api.Export;

/// <summary>A listener's history as one zip, written while it is read: it is nowhere whole.</summary>
internal sealed class HistoryExport(ExportStore store, AccountFile account)
{
    private const string ReadMe =
        """
        Your history, as this Personalify keeps it. Top lists, library and sync history of Spotify are not here: they come back when
        Spotify is connected.

        Streaming_History_Audio_….json       your music, in the shape of Spotify's extended streaming history
        StreamingHistory_music_….json        music that only Spotify's account data knew, in its shape
        Streaming_History_Podcasts_….json    podcasts and audiobooks, and plays that name nothing
        StreamingHistory_podcasts_….json     the same where no id and no second is known
        plays.csv                            all of it as one table; rows with "no" at counts are described better by another row, and rows
                                             with the source LIVE, which Spotify told while they were recent, are in this table only
        account.json                         your account, the moods that you have corrected, and the reports of your imports

        Another Personalify imports the zip as it is with your corrections, and shows the same figures, but for the rows with the source
        LIVE: the next export of Spotify's brings those plays itself. Times are UTC. Names are those that you see today.
        Spotify's fields with your user name, country, address and devices are missing, because they were never stored.

        """;

    public async Task WriteAsync(Stream output, User user, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(
            output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await WriteReadMeAsync(zip, cancellationToken);
        await using (var file = await zip.CreateEntry("account.json").OpenAsync(cancellationToken))
            await account.WriteAsync(file, user, cancellationToken);
        await WriteHistoryAsync(zip, user.Id, cancellationToken);
        await using var table = new PlaysTable(await zip.CreateEntry("plays.csv").OpenAsync(cancellationToken));
        await table.BeginAsync();
        await table.WriteAsync(store.ReadMusicAsync(user.Id, ExportSql.Music, cancellationToken), cancellationToken);
        await table.WriteAsync(store.ReadOtherAsync(user.Id, ExportSql.Other, cancellationToken), cancellationToken);
    }

    private async Task WriteHistoryAsync(ZipArchive zip, int userId, CancellationToken cancellationToken)
    {
        var music = (string sql) => store.ReadMusicAsync(userId, sql, cancellationToken);
        var other = (string sql) => store.ReadOtherAsync(userId, sql, cancellationToken);
        await WriteAsync(music(ExportSql.ExtendedMusic), "Streaming_History_Audio_{1}_{0}.json", HistoryRow.WriteExtended);
        await WriteAsync(music(ExportSql.AccountMusic), "StreamingHistory_music_{0}.json", HistoryRow.WriteAccount);
        await WriteAsync(other(ExportSql.ExtendedOther), "Streaming_History_Podcasts_{0}.json", HistoryRow.WriteExtended);
        await WriteAsync(other(ExportSql.AccountOther), "StreamingHistory_podcasts_{0}.json", HistoryRow.WriteAccount);

        async Task WriteAsync(IAsyncEnumerable<ExportedPlay> plays, string name, Action<Utf8JsonWriter, ExportedPlay> write)
        {
            await using var files = new HistoryFiles(zip, name, write);
            await files.WriteAsync(plays, cancellationToken);
        }
    }

    private static async Task WriteReadMeAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        await using var file = await zip.CreateEntry("README.txt").OpenAsync(cancellationToken);
        await file.WriteAsync(Encoding.UTF8.GetBytes(ReadMe), cancellationToken);
    }
}
