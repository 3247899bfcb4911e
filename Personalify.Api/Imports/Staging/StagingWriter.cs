using Npgsql;
using Personalify.Api.Imports.Reading;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports.Staging;

/// <summary>
/// Sends rows to the temporary table <c>staged_rows</c> as they are read. The row that mentions an item first carries its names, so one
/// COPY serves plays and catalogue.
/// </summary>
internal sealed class StagingWriter : IDisposable
{
    private const short Columns = 24;
    private readonly BinaryCopyWriter _copy;
    private readonly ItemMap _items = new();
    private readonly WordCache _reasons = new(WordCache.Reason);
    private readonly WordCache _platforms = new(platform => PlatformClass.Of(platform));
    private readonly byte[] _description = new byte[HistoryFile.LongestRow + 64];

    public StagingWriter(NpgsqlConnection connection)
    {
        _copy = new BinaryCopyWriter(connection.BeginRawBinaryCopy(
            """
            COPY staged_rows (file, row, item, ended_at, reported_at, offline_at, ms_played, is_account, reason_start, reason_end, platform,
                shuffle, skipped, offline, incognito,
                              kind, spotify_id, name, name_key, artist, artist_key, album, album_key, names_key) FROM STDIN (FORMAT binary)
            """));
        _copy.WriteHeader();
    }

    public void Write(int file, RawRow row, PlayRow play)
    {
        var item = _items.NumberOf(Describe(row, play.Kind), out var isNew);
        _copy.StartRow(Columns);
        _copy.Write(file);
        _copy.Write(row.Number);
        _copy.Write(item);
        _copy.Write(play.EndedAt);
        _copy.Write(play.ReportedAt);
        _copy.WriteTimeOrNone(play.OfflineAt);
        _copy.Write(play.MsPlayed);
        _copy.Write(row.Kind == ImportFileKind.AccountHistory);
        WriteCircumstances(row);
        if (isNew) WriteNames(ItemNames.Read(row, play.Kind));
        else WriteNoNames();
    }

    public void Complete() => _copy.Complete();

    public void Dispose() => _copy.Dispose();

    private void WriteCircumstances(RawRow row)
    {
        _copy.Write(_reasons[row.Raw(HistoryField.ReasonStart)]);
        _copy.Write(_reasons[row.Raw(HistoryField.ReasonEnd)]);
        _copy.Write(_platforms[row.Raw(HistoryField.Platform)]);
        _copy.Write(row.Flag(HistoryField.Shuffle));
        _copy.Write(row.Flag(HistoryField.Skipped));
        _copy.Write(row.Flag(HistoryField.Offline));
        _copy.Write(row.Flag(HistoryField.Incognito));
    }

    private void WriteNames(ItemNames names)
    {
        _copy.Write((int)names.Kind);
        _copy.Write(names.SpotifyId);
        _copy.Write(names.Name);
        _copy.Write(names.NameKey);
        _copy.Write(names.Artist);
        _copy.Write(names.ArtistKey);
        _copy.Write(names.Album);
        _copy.Write(names.AlbumKey);
        _copy.Write(names.NamesKey);
    }

    private void WriteNoNames()
    {
        for (var column = 0; column < 9; column++) _copy.WriteNull();
    }

    /// <summary>The bytes that tell items apart, with a separator that no JSON text contains.</summary>
    private ReadOnlySpan<byte> Describe(RawRow row, PlayKind kind)
    {
        var length = 0;
        _description[length++] = (byte)kind;
        for (var field = HistoryField.TrackUri; field <= HistoryField.ChapterTitle; field++)
        {
            var value = row.Has(field) ? row.Raw(field) : [];
            value.CopyTo(_description.AsSpan(length));
            length += value.Length;
            _description[length++] = 0x1F;
        }
        return _description.AsSpan(0, length);
    }
}
