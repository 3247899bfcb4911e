using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Catalog;
using Personalify.Api.Moods;
using Personalify.Api.Tests.Access;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Tests.Moods;

/// <summary>Moods as a client sees them.</summary>
internal static class MoodsApi
{
    public const string Fields =
        "mood modelMood isCorrected correctedAt mostProbable confidence probabilities { anger disgust fear joy neutral sadness surprise } "
        + "model { provider name version } words { word share }";

    public static Task<PersonalifyApplication> StartAsync(IMoodModel model, params (string Key, string Value)[] settings) =>
        PersonalifyApplication.StartAsync(services => services.AddSingleton(model), settings);

    /// <summary>A track of who asks, found by its name.</summary>
    public static async Task<string> TrackIdAsync(this ApiClient client, string name) =>
        (await client.QueryAsync("query($text: String!) { search(text: $text) { tracks { id name } } }", new { text = name }))
            .GetProperty("search").GetProperty("tracks").EnumerateArray()
            .First(track => track.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;

    public static async Task<JsonElement> MoodAsync(this ApiClient client, string name) =>
        (await client.QueryAsync($"query($id: ID!) {{ track(id: $id) {{ mood {{ {Fields} }} }} }}",
            new { id = await client.TrackIdAsync(name) }))
            .GetProperty("track").GetProperty("mood");

    public static async Task<JsonElement> CorrectAsync(this ApiClient client, string trackId, string mood) => (await client.QueryAsync(
        $"mutation($input: CorrectMoodInput!) "
            + $"{{ correctMood(input: $input) {{ track {{ name mood {{ {Fields} }} }} "
            + "errors { __typename ... on Error { message } } } }",
        new { input = new { trackId, mood } })).GetProperty("correctMood");

    public static async Task<JsonElement> ForgetAsync(this ApiClient client, string trackId) => (await client.QueryAsync(
        $"mutation($input: ForgetCorrectionInput!) "
            + $"{{ forgetCorrection(input: $input) {{ track {{ mood {{ {Fields} }} }} "
            + "errors { __typename ... on Error { message } } } }",
        new { input = new { trackId } })).GetProperty("forgetCorrection");

    public static async Task<JsonElement> CoverageAsync(this ApiClient client) =>
        (await client.QueryAsync("{ me { moodCoverage { tracks read told corrected waiting } } }")).GetProperty("me").GetProperty(
            "moodCoverage");

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static async Task<long> CountAsync(this PersonalifyApplication application, string from)
    {
        await using var source = NpgsqlDataSource.Create(application.ConnectionString);
        await using var command = source.CreateCommand($"SELECT count(*) FROM {from}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>From now on the scores that are there are those of another model, which found everything disgusting.</summary>
    public static async Task MakeOldAsync(this PersonalifyApplication application)
    {
        await using var source = NpgsqlDataSource.Create(application.ConnectionString);
        await using var command = source.CreateCommand(
            """
            WITH former AS (INSERT INTO mood_models (provider, name, version) VALUES ('local', 'former', '0') RETURNING id),
            states AS (UPDATE mood_states SET model_id = (SELECT id FROM former))
            UPDATE mood_scores SET model_id = (SELECT id FROM former), mood = 1, disgust = 0.99
            """);
        await command.ExecuteNonQueryAsync();
        var cache = application.Services.GetRequiredService<CatalogCache>();
        await cache.ForgetMoodsAsync([CatalogId.Of(1, 1), CatalogId.Of(1, 2)], CancellationToken.None);
    }
}
