using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Imports;
using Personalify.Api.Tests.Access;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>An import as a client follows it, by server-sent events.</summary>
public sealed class ImportSubscriptionTests
{
    private static readonly GivenFile File = GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z"), new GivenRow("2024-03-02T10:00:00Z", "Harbour"));

    [StoreFact]
    public async Task An_import_is_followed_from_where_it_stands_to_its_report()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var id = await ada.UploadAsync(File);
        using var events = await EventReader.OpenAsync(ada, id);
        Assert.Equal("UPLOADED", Status((await events.NextAsync())!.Value));

        await ada.StartAsync(id);
        var seen = new List<JsonElement>();
        while (await events.NextAsync() is { } import) seen.Add(import);

        Assert.Equal("COMPLETED", Status(seen[^1]));
        Assert.Equal(2, seen[^1].GetProperty("report").GetProperty("added").GetInt32());
        Assert.All(seen[..^1], import => Assert.True(Status(import) is "QUEUED" or "RUNNING", Status(import)));
    }

    [StoreFact]
    public async Task What_is_finished_is_told_once()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var id = (await ada.RunAsync(File)).GetProperty("id").GetString()!;
        using var events = await EventReader.OpenAsync(ada, id);

        Assert.Equal("COMPLETED", Status((await events.NextAsync())!.Value));
        Assert.Null(await events.NextAsync());
    }

    [StoreFact]
    public async Task An_import_that_is_cancelled_ends_what_follows_it()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var id = await ada.UploadAsync(File);
        using var events = await EventReader.OpenAsync(ada, id);
        await events.NextAsync();
        await ada.CancelAsync(id);

        Assert.Null(await events.NextAsync());
    }

    [StoreFact]
    public async Task Somebody_elses_import_cannot_be_followed_and_nobodys_without_signing_in()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        using var nobody = application.Connect();
        var id = await ada.UploadAsync(File);

        using (var events = await EventReader.OpenAsync(bob, id))
            Assert.Equal(ImportNotFoundError.Unknown.Message, await events.ErrorAsync());
        using (var events = await EventReader.OpenAsync(nobody, id))
            Assert.Equal("Sign in to use Subscription.importProgressed.", await events.ErrorAsync());
    }

    [StoreFact]
    public async Task Progress_is_told_by_whichever_process_makes_it_and_only_changes_are_events()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var id = await ada.UploadAsync(File);
        using var events = await EventReader.OpenAsync(ada, id);
        await events.NextAsync();
        var (number, changes) = (1, application.Services.GetRequiredService<ImportChanges>());

        await changes.TellAsync(number);
        await SetAsync(application, "UPDATE imports SET error = 'first'");
        await changes.TellAsync(number);

        Assert.Equal("first", (await events.NextAsync())!.Value.GetProperty("error").GetString());
    }

    [StoreFact]
    public async Task A_change_that_nobody_told_is_found_a_little_later()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var id = await ada.UploadAsync(File);
        using var events = await EventReader.OpenAsync(ada, id);
        await events.NextAsync();
        await SetAsync(application, "UPDATE imports SET status = 'FAILED', error = 'untold'");
        var next = events.NextAsync();

        await Eventually.IsTrueAsync(
            () =>
            {
                application.Time.Advance(TimeSpan.FromSeconds(2));
                return next.IsCompleted;
            },
            "the change is found");
        Assert.Equal("untold", (await next)!.Value.GetProperty("error").GetString());
    }

    private static string Status(JsonElement import) => import.GetProperty("status").GetString()!;

    private static async Task SetAsync(PersonalifyApplication application, string sql)
    {
        await using var source = NpgsqlDataSource.Create(application.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The events of one subscription, one after the other.</summary>
    private sealed class EventReader(HttpResponseMessage response, StreamReader lines) : IDisposable
    {
        private const string Query =
            "subscription($id: ID!) { importProgressed(id: $id) { id status error progress { phase percent } report { added } } }";

        public static async Task<EventReader> OpenAsync(ApiClient client, string id)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = new StringContent(JsonSerializer.Serialize(new { query = Query, variables = new { id } }), Encoding.UTF8, "application/json"),
            };
            request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
            var response = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            return new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
        }

        /// <summary>The next import, or null at the end.</summary>
        public async Task<JsonElement?> NextAsync() => await NextResultAsync() is { } result ? result.GetProperty("data").GetProperty("importProgressed") : null;

        public async Task<string> ErrorAsync() => (await NextResultAsync())!.Value.GetProperty("errors")[0].GetProperty("message").GetString()!;

        public void Dispose()
        {
            lines.Dispose();
            response.Dispose();
        }

        private async Task<JsonElement?> NextResultAsync()
        {
            while (await lines.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal)) return JsonDocument.Parse(line[6..]).RootElement;
            }

            return null;
        }
    }
}
