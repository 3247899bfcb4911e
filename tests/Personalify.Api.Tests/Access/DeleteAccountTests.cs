using System.Globalization;
using System.Text.Json;
using Npgsql;
using Personalify.Api.Tests.Imports;
using Personalify.Domain.Catalog;
using Personalify.GraphQL.Commands;
using Personalify.Testing;
using StackExchange.Redis;

namespace Personalify.Api.Tests.Access;

public sealed class DeleteAccountTests
{
    private const string Name = "bob-who-leaves";

    private static readonly GivenFile[] History =
    [
        GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z"), new GivenRow("2024-03-02T10:00:00Z", "Harbour")),
        GivenFile.Account(new GivenRow("2024-03-01T10:00:00Z"), new GivenRow("2024-03-05T10:00:00Z", "Only here")),
        GivenFile.Json("podcasts.json", GivenRow.Episode("2024-03-03T10:00:00Z", "North"), GivenRow.Chapter("2024-03-04T10:00:00Z", "One")),
    ];

    [StoreFact]
    public async Task Nothing_of_it_stays_in_any_table_cache_or_folder_and_other_accounts_keep_theirs()
    {
        await using var redis = await TestRedis.CreateAsync();
        await using var application = await PersonalifyApplication.StartAsync(("ConnectionStrings:Redis", redis.ConnectionString));
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync(Name, by: ada);
        await LiveAsync(ada, "ada", ada);
        var before = await RowsByTableAsync(application, 1);
        await LiveAsync(bob, Name, ada);
        Assert.NotEmpty(await FindInTablesAsync(application, 2));
        Assert.NotEmpty(await ValuesInCacheAsync(redis, 2));
        Assert.NotEmpty(await FoldersAsync(application, 2));

        var outcome = await DeleteAsync(bob, Accounts.Password);

        Assert.True(outcome.GetProperty("deleted").GetBoolean());
        Assert.Empty(await FindInTablesAsync(application, 2));
        Assert.Empty(await ValuesInCacheAsync(redis, 2));
        Assert.Single(Directory.GetDirectories(Path.Combine(application.Files, "uploads")));
        Assert.Equal(before, await RowsByTableAsync(application, 1));
        Assert.Null(await bob.MeAsync());
        Assert.Equal("SignInFailedError", (await ada.SignInAsync(Name)).Error());
    }

    [StoreFact]
    public async Task A_wrong_password_is_told_and_everything_stays()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        var outcome = await DeleteAsync(ada, "wrong horse");

        Assert.Equal("InvalidInputError", outcome.ErrorType());
        Assert.Equal("ada", await ada.MeAsync());
    }

    [StoreFact]
    public async Task Guessing_the_password_is_slowed_down_as_signing_in_is()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        for (var attempt = 0; attempt < 10; attempt++) await DeleteAsync(ada, "wrong horse");

        Assert.Equal("TooManyAttemptsError", (await DeleteAsync(ada, Accounts.Password)).ErrorType());
    }

    [StoreFact]
    public async Task The_only_administrator_goes_once_another_one_is_there()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        await LiveAsync(ada, "ada", ada);
        var before = await RowsByTableAsync(application, 1);
        using var bob = await application.ConnectAsAsync("bob", by: ada);

        var refused = await DeleteAsync(ada, Accounts.Password);
        Assert.Equal("LastAdministratorError", refused.ErrorType());
        var sentence = refused.GetProperty("errors")[0].GetProperty("message").GetString();
        Assert.Contains("make-administrator --name", sentence, StringComparison.Ordinal);
        Assert.Equal(before, await RowsByTableAsync(application, 1));

        await using var output = new StringWriter();
        Assert.Equal(
            ExitCode.Done,
            await new CommandTable(application.Services).RunAsync(["users", "make-administrator", "--name", "BOB"], output, output));
        Assert.True((await DeleteAsync(ada, Accounts.Password)).GetProperty("deleted").GetBoolean());
        Assert.Equal(1, (await bob.QueryAsync("{ users { nodes { name } } }")).GetProperty("users").GetProperty("nodes").GetArrayLength());
    }

    [StoreFact]
    public async Task The_last_person_goes_and_the_server_waits_for_its_first_account_again()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        await application.AddDemoAsync();
        using var ada = await application.ConnectAsAsync("ada");

        Assert.True((await DeleteAsync(ada, Accounts.Password)).GetProperty("deleted").GetBoolean());

        var server = (await ada.QueryAsync("{ server { needsFirstAccount hasDemo } }")).GetProperty("server");
        Assert.Equal("""{"needsFirstAccount":true,"hasDemo":true}""", server.GetRawText());
    }

    /// <summary>
    /// Fills every table: two imports that overlap, a file that was uploaded and not started, a second session, a reset link.
    /// </summary>
    private static async Task LiveAsync(ApiClient client, string name, ApiClient administrator)
    {
        await client.RunAsync(History);
        await client.RunAsync(History);
        await client.UploadAsync(GivenFile.Extended(new GivenRow("2024-04-01T10:00:00Z")));
        await client.SignInAsync(name);
        await administrator.QueryAsync(
            $$"""mutation { createPasswordReset(input: { name: "{{name}}" }) { passwordReset { expiresAt } } }""");
        await client.QueryAsync("{ me { listening(play: ANY) { topTracks { nodes { track { name artist { name } album { name } } } } } } }");
    }

    private static async Task<JsonElement> DeleteAsync(ApiClient client, string password) => (await client.QueryAsync(
        "mutation($input: DeleteAccountInput!) { deleteAccount(input: $input) { deleted errors { __typename ... on Error { message } } } }",
        new { input = new { password } })).GetProperty("deleteAccount");

    /// <summary>The tables with a row that belongs to the user or names them, whatever tables there are.</summary>
    private static async Task<List<string>> FindInTablesAsync(PersonalifyApplication application, int userId)
    {
        var found = (await RowsByTableAsync(application, userId)).Where(table => !table.EndsWith(" 0", StringComparison.Ordinal)).ToList();
        foreach (var table in await ListAsync(
            application,
            "SELECT relname FROM pg_class "
            + "WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND NOT relispartition"))
        {
            var named = await ListAsync(application, $"SELECT row::text FROM \"{table}\" AS row WHERE row::text LIKE '%{Name}%'");
            if (userId == 2 && named.Count > 0) found.Add(table);
        }

        return found;
    }

    private static async Task<List<string>> RowsByTableAsync(PersonalifyApplication application, int userId)
    {
        var rows = new List<string>();
        var columns = await ListAsync(
            application,
            """
            SELECT format('%I %I', class.relname, attribute.attname)
            FROM pg_attribute AS attribute JOIN pg_class AS class ON class.oid = attribute.attrelid
            WHERE class.relkind IN ('r', 'p') AND class.relnamespace = 'public'::regnamespace AND NOT class.relispartition
                AND (attribute.attname = 'user_id' OR class.relname = 'users' AND attribute.attname = 'id')
            ORDER BY 1
            """);
        Assert.InRange(columns.Count, 16, 100);
        foreach (var parts in columns.Select(column => column.Split(' ')))
        {
            var count = Assert.Single(await ListAsync(application, $"SELECT count(*)::text FROM {parts[0]} WHERE {parts[1]} = {userId}"));
            rows.Add($"{parts[0]} {count}");
        }

        return rows;
    }

    /// <summary>
    /// What the cache says of the user's entries; a key that only says it was forgotten has no value, and ends within a minute.
    /// </summary>
    private static async Task<List<string>> ValuesInCacheAsync(TestRedis redis, int userId)
    {
        var (database, found) = (await redis.DatabaseAsync(), new List<string>());
        foreach (var key in (RedisResult[])(await database.ExecuteAsync("KEYS", "*"))!)
        {
            var name = (string)key!;
            if (!long.TryParse(name.Split(':')[^1], CultureInfo.InvariantCulture, out var id)) continue;
            if (CatalogId.ListenerOf(id) != userId) continue;
            var (value, lifetime) = (await database.StringGetAsync(name), await database.KeyTimeToLiveAsync(name));
            if (!value.IsNullOrEmpty || lifetime is null || lifetime > TimeSpan.FromMinutes(1)) found.Add(name);
        }

        return found;
    }

    private static async Task<List<string>> FoldersAsync(PersonalifyApplication application, int userId) =>
        (await ListAsync(application, $"SELECT id::text FROM imports WHERE user_id = {userId}"))
            .Where(id => Directory.Exists(Path.Combine(application.Files, "uploads", id))).ToList();

    private static async Task<List<string>> ListAsync(PersonalifyApplication application, string sql)
    {
        await using var source = NpgsqlDataSource.Create(application.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
