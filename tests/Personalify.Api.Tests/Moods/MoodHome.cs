using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Personalify.Api.Catalog;
using Personalify.Api.Moods;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Listening;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Tests.Moods;

/// <summary>
/// The Api with ada and bob, the catalogue of <see cref="ListeningDatabase"/> under titles that say something, and a model that a test may
/// hold up or break. Nothing is scored before a test says so.
/// </summary>
internal sealed class MoodHome : IAsyncDisposable
{
    private static readonly string[] Titles =
    [
        "I love you so much", "I hate you, liar", "So sad and lonely", "I am afraid of the dark", "What a surprise", "Blue Monday",
        "夜明けのスキャット",
    ];

    private readonly PersonalifyApplication _application;

    private MoodHome(PersonalifyApplication application, ListeningDatabase database, ApiClient ada, ApiClient bob) =>
        (_application, Database, Ada, Bob) = (application, database, ada, bob);

    public PersonalifyApplication Application => _application;

    public ListeningDatabase Database { get; }

    public ApiClient Ada { get; }

    public ApiClient Bob { get; }

    /// <param name="model">In the place of the one that comes with the program.</param>
    /// <param name="hasWorker">Whether titles are scored in the background too.</param>
    public static async Task<MoodHome> StartAsync(IMoodModel? model = null, bool hasWorker = false)
    {
        var application = await PersonalifyApplication.StartAsync(services => Replace(services, model, hasWorker));
        var ada = await application.ConnectAsAsync("ada");
        var bob = await application.ConnectAsAsync("bob", by: ada);
        var database = await ListeningDatabase.OfAsync(application.ConnectionString);
        for (var title = 0; title < Titles.Length; title++)
            await database.ExecuteAsync($"UPDATE tracks SET name = '{Titles[title]}' WHERE id % {Titles.Length} = {title}");
        return new MoodHome(application, database, ada, bob);
    }

    /// <summary>Scores a listener's titles as the worker does, by a model other than the Api's if one is given.</summary>
    public async Task<int> ScoreAsync(int userId = ListeningDatabase.UserId, IMoodModel? model = null)
    {
        var scorer = model is null ? Get<MoodScorer>() : new MoodScorer(model);
        var scored = await scorer.ScoreAsync(Get<MoodScoresStore>(), userId, CancellationToken.None);
        await Get<CatalogCache>().ForgetMoodsAsync(
            scored.Changed.Select(number => CatalogId.Of(userId, number)), CancellationToken.None);
        return scored.Titles;
    }

    public T Get<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    public static string TrackId(int number, int listener = ListeningDatabase.UserId) => GlobalId.Of("Track", listener, number);

    public static Task<JsonElement> CorrectAsync(ApiClient client, string trackId, string mood) => MutateAsync(
        client, "correctMood", "CorrectMoodInput", new { trackId, mood });

    public static Task<JsonElement> ForgetAsync(ApiClient client, string trackId) => MutateAsync(
        client, "forgetCorrection", "ForgetCorrectionInput", new { trackId });

    /// <summary>The mood of a track and whether it is corrected, as in "JOY corrected"; "-" is "cannot tell", "none" not scored.</summary>
    public static async Task<string> MoodAsync(ApiClient client, string trackId)
    {
        var data = await client.QueryAsync("query($id: ID!) { track(id: $id) { mood { mood isCorrected } } }", new { id = trackId });
        if (data.GetProperty("track").GetProperty("mood") is not { ValueKind: JsonValueKind.Object } mood) return "none";
        return (mood.GetProperty("mood").GetString() ?? "-") + (mood.GetProperty("isCorrected").GetBoolean() ? " corrected" : "");
    }

    public async ValueTask DisposeAsync()
    {
        Ada.Dispose();
        Bob.Dispose();
        await Database.DisposeAsync();
        await _application.DisposeAsync();
    }

    private static async Task<JsonElement> MutateAsync(ApiClient client, string field, string type, object input)
    {
        var mutation = $"mutation($input: {type}!) {{ {field}(input: $input) {{ track {{ mood {{ mood isCorrected }} }} "
            + "errors { __typename ... on Error { message } } } }";
        return (await client.QueryAsync(mutation, new { input })).GetProperty(field);
    }

    /// <summary>The worker would score at the start; tests do it when they mean to.</summary>
    private static void Replace(IServiceCollection services, IMoodModel? model, bool hasWorker)
    {
        if (!hasWorker) services.Remove(services.Single(service => service.ImplementationType == typeof(MoodWorker)));
        if (model is not null) services.AddSingleton(model);
    }
}
