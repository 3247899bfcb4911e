using Npgsql;
using Personalify.Api.Tests.Access;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>A play that another writer brings between an import's look at what is there and its writing.</summary>
public sealed class OtherWriterTests
{
    private static readonly GivenRow Known = new("2024-03-01T10:00:00Z");
    private static readonly GivenRow Disputed = new("2024-03-02T10:00:00Z");

    [StoreFact]
    public async Task The_import_starts_anew_and_finds_the_play_there()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        await ada.RunAsync(GivenFile.Extended(Known));
        await using var source = NpgsqlDataSource.Create(application.ConnectionString);
        await using var writer = await source.OpenConnectionAsync();
        await using var transaction = await writer.BeginTransactionAsync();
        await ExecuteAsync(
            writer,
            "INSERT INTO plays (ended_at, reported_at, names_key, user_id, track_id, ms_played, import_id, source) "
            + "SELECT '2024-03-02T10:00:00Z', '2024-03-02T10:00:00Z', names_key, user_id, track_id, ms_played, import_id, source "
            + "FROM plays");

        var id = await ada.UploadAsync(GivenFile.Extended(Disputed));
        await ada.StartAsync(id);
        await Eventually.IsTrueAsync(() => IsWaitingAsync(source), "the import waits for the other writer's row");
        await transaction.CommitAsync();

        var report = (await ada.WaitForAsync(id, "COMPLETED")).GetProperty("report");
        Assert.Equal((0, 1), (report.GetProperty("added").GetInt32(), report.GetProperty("alreadyThere").GetInt32()));
        Assert.Equal(2L, await ReadAsync(source, "SELECT count(*) FROM plays"));
        Assert.Equal(2, await ReadAsync(source, "SELECT attempts FROM imports ORDER BY id DESC LIMIT 1"));
    }

    private static async Task<bool> IsWaitingAsync(NpgsqlDataSource source) =>
        await ReadAsync(source, "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT INTO plays%')") is true;

    private static async Task<object?> ReadAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
