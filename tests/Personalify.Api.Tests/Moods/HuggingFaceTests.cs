using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Moods;
using Personalify.Api.Tests.Data;
using Personalify.Domain.Moods;
using Personalify.Testing;

namespace Personalify.Api.Tests.Moods;

/// <summary>The client of Hugging Face against a server that behaves as documented, and as it should not.</summary>
public sealed class HuggingFaceTests : IAsyncLifetime
{
    private const string Token = "hf_SecretOfTheOperator";

    private readonly KeptLog _log = new();
    private TestDatabase _database = null!;
    private NpgsqlDataSource _main = null!;
    private FakeHuggingFace _server = null!;

    public async Task InitializeAsync()
    {
        _database = await MigratedDatabase.CreateAsync();
        _main = NpgsqlDataSource.Create(_database.ConnectionString);
        _server = await FakeHuggingFace.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _main.DisposeAsync();
        await _database.DisposeAsync();
    }

    [StoreFact]
    public async Task Names_of_titles_go_in_batches_each_once_and_answers_come_back_in_the_order_of_the_titles()
    {
        await using var home = Start(("HuggingFace:BatchSize", "2"));

        var answers = await Model(home).ScoreAsync(["Joy (feat. Mara)", "Intro", "Fear of Fridays", "Joy", "Anger"],
            CancellationToken.None);

        Assert.Equal([Mood.Joy, null, Mood.Fear, Mood.Joy, Mood.Anger], answers.Select(answer =>
            answer is { } told ? MoodThreshold.Tell(told) : null));
        Assert.Equal(0.94f, answers[0]!.Value.Joy, 3);
        Assert.Equal(["Joy,Fear of Fridays", "Anger"], _server.Requests.Select(request => string.Join(',', request.Titles)));
        Assert.All(_server.Requests, request => Assert.Equal(
            ("/models/j-hartmann/emotion-english-distilroberta-base", $"Bearer {Token}"), (request.Path, request.Authorization)));
    }

    [StoreFact]
    public async Task A_model_that_is_soon_loaded_and_refusals_that_are_soon_over_are_waited_for()
    {
        await using var home = Start();
        _server.Loading(seconds: 0.02);
        _server.Refuse(429, retryAfter: "0");
        _server.Refuse(502, "<html>Bad gateway</html>");

        var answers = await Model(home).ScoreAsync(["Joy"], CancellationToken.None);

        Assert.Equal((Mood.Joy, 4), (answers[0]!.Value.Highest.Mood, _server.Requests.Count));
    }

    [StoreFact]
    public async Task Without_further_tries_a_refusal_is_told_after_one_request()
    {
        await using var home = Start(("HuggingFace:Retries", "0"));
        _server.Refuse(502, "<html>Bad gateway</html>");

        await Assert.ThrowsAsync<MoodModelException>(() => Model(home).ScoreAsync(["Joy"], CancellationToken.None));

        Assert.Single(_server.Requests);
    }

    [StoreFact]
    public async Task What_asks_for_a_long_pause_is_left_alone_so_long_also_by_a_process_that_starts_anew()
    {
        await using (var home = Start())
        {
            _server.Loading(seconds: 900);
            var loading = await Assert.ThrowsAsync<MoodModelException>(() => Model(home).ScoreAsync(["Joy"], CancellationToken.None));
            Assert.Equal((TimeSpan.FromSeconds(900), 1), (loading.RetryAfter, _server.Requests.Count));
        }

        await using var next = Start();
        var refused = await Assert.ThrowsAsync<MoodModelException>(() => Model(next).ScoreAsync(["Joy"], CancellationToken.None));
        await Assert.ThrowsAsync<MoodModelException>(() => Model(next).CheckAsync(CancellationToken.None));

        Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromSeconds(800), TimeSpan.FromSeconds(900));
        Assert.Single(_server.Requests);
    }

    [StoreFact]
    public async Task The_requests_of_a_day_are_counted_over_restarts_tries_again_included()
    {
        (string, string)[] settings = [("HuggingFace:DailyRequests", "3")];
        await using (var home = Start(settings))
        {
            _server.Refuse(500);
            await Model(home).ScoreAsync(["Joy"], CancellationToken.None);
        }

        await using var next = Start(settings);
        await Model(next).ScoreAsync(["Fear"], CancellationToken.None);
        var spent = await Assert.ThrowsAsync<MoodModelException>(() => Model(next).ScoreAsync(["Anger"], CancellationToken.None));

        Assert.Contains("The 3 requests of today", spent.Message, StringComparison.Ordinal);
        Assert.InRange(spent.RetryAfter!.Value, TimeSpan.Zero, TimeSpan.FromDays(1));
        Assert.Equal(3, _server.Requests.Count);
        await ExecuteAsync("UPDATE mood_budgets SET day = day - 1");
        Assert.Equal(Mood.Anger, (await Model(next).ScoreAsync(["Anger"], CancellationToken.None))[0]!.Value.Highest.Mood);
    }

    [StoreTheory]
    [InlineData("[[[{\"label\":\"joy\",\"score\":0.9},{\"label\":\"fear\",\"score\":0.1}]]]", 0.9f)]
    [InlineData("[{\"label\":\"joy\",\"score\":0.9},{\"label\":\"fear\",\"score\":0.1}]", 0.9f)]
    [InlineData("[[{\"label\":\"Happy\",\"score\":0.7},{\"label\":\"love\",\"score\":0.2},{\"label\":\"sad\",\"score\":0.1}]]", 0.9f)]
    [InlineData("[[{\"label\":\"gratitude\",\"score\":0.7},{\"label\":\"love\",\"score\":0.6},{\"label\":\"grief\",\"score\":0.1}]]", 0.7f)]
    public async Task Arrays_around_arrays_and_other_words_for_moods_are_understood(string answer, float joy)
    {
        await using var home = Start();
        _server.Say(answer);

        Assert.Equal(joy, (await Model(home).ScoreAsync(["Joy"], CancellationToken.None))[0]!.Value.Joy, 3);
    }

    [StoreTheory]
    [InlineData("{\"generated_text\":\"joy\"}", "none of a text classifier")]
    [InlineData("[]", "0 entries for 1 titles")]
    [InlineData("[[{\"label\":\"joy\",\"score\":0.9}],[{\"label\":\"joy\",\"score\":0.9}]]", "2 entries for 1 titles")]
    [InlineData("[[{\"label\":\"joy\"}]]", "no label with a score")]
    [InlineData("[[{\"label\":\"joy\",\"score\":\"high\"}]]", "no label with a score")]
    [InlineData("[[{\"label\":\"joy\",\"score\":7}]]", "no label with a score")]
    [InlineData("[[{\"label\":\"LABEL_0\",\"score\":0.5},{\"label\":\"LABEL_1\",\"score\":0.5}]]", "'LABEL_0'")]
    [InlineData("[[{\"label\":\"joy\",", "no JSON or broke off")]
    [InlineData("<html>", "no JSON or broke off")]
    public async Task An_answer_of_another_shape_is_refused_in_a_sentence(string answer, string words)
    {
        await using var home = Start();
        _server.Say(answer);

        var refused = await Assert.ThrowsAsync<MoodModelException>(() => Model(home).ScoreAsync(["Joy"], CancellationToken.None));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task An_answer_that_breaks_off_and_one_that_does_not_come_are_asked_for_again()
    {
        await using var home = Start(("HuggingFace:AttemptTimeout", "00:00:00.300"));
        _server.BreakOff();
        _server.StaySilent();

        Assert.Equal(Mood.Joy, (await Model(home).ScoreAsync(["Joy"], CancellationToken.None))[0]!.Value.Highest.Mood);
        for (var i = 0; i < 4; i++) _server.StaySilent();
        var silent = await Assert.ThrowsAsync<MoodModelException>(() => Model(home).ScoreAsync(["Joy"], CancellationToken.None));

        Assert.Contains("did not answer within 0.3 s", silent.Message, StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData(401, "refuses the token")]
    [InlineData(403, "refuses the token")]
    [InlineData(402, "credits")]
    [InlineData(404, "does not serve j-hartmann/emotion-english-distilroberta-base")]
    public async Task What_only_the_operator_can_mend_is_said_and_rests_an_hour_and_the_token_is_nowhere(int status, string words)
    {
        await using var home = Start();
        _server.Refuse(status, $$"""{"error":"Invalid token {{Token}}"}""");

        var refused = await Assert.ThrowsAsync<MoodModelException>(() => Model(home).ScoreAsync(["Joy"], CancellationToken.None));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal((TimeSpan.FromHours(1), 1), (refused.RetryAfter, _server.Requests.Count));
        Assert.DoesNotContain(Token, refused + string.Join('\n', _log.Lines), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_server_that_is_not_there_is_said_in_a_sentence()
    {
        await using var home = Start(("HuggingFace:Url", "http://127.0.0.1:1/"));

        var away = await Assert.ThrowsAsync<MoodModelException>(() => Model(home).ScoreAsync(["Joy"], CancellationToken.None));

        Assert.Contains("cannot be reached", away.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [StoreTheory]
    [InlineData("Mood:Provider", "oracle", "local (the default), onnx or huggingface")]
    [InlineData("HuggingFace:Url", "http://example.org/", "use https")]
    [InlineData("HuggingFace:Url", "example", "no web address")]
    [InlineData("HuggingFace:Token", "two words", "HuggingFace:Token")]
    [InlineData("HuggingFace:Model", "a b", "HuggingFace:Model is 'a b'")]
    [InlineData("HuggingFace:BatchSize", "0", "1 to 256")]
    [InlineData("HuggingFace:DailyRequests", "0", "1 to 1000000")]
    public async Task A_setting_that_cannot_be_stops_the_start(string setting, string value, string words)
    {
        await using var home = Start((setting, value));

        var refused = Assert.ThrowsAny<OptionsValidationException>(() => home.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(words, refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Token, refused.Message, StringComparison.Ordinal);
    }

    private static IMoodModel Model(ServiceProvider home) => home.GetRequiredService<IMoodModel>();

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _main.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>An Api with this provider. Pauses between tries are short here, so that no test waits.</summary>
    private ServiceProvider Start(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Mood:Provider"] = "huggingface", ["HuggingFace:Url"] = _server.Url.ToString(), ["HuggingFace:Token"] = Token,
            ["HuggingFace:RetryDelay"] = "00:00:00.005",
        };
        foreach (var (key, value) in settings) all[key] = value;
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        return services.AddSingleton(_main).AddSingleton(TimeProvider.System).AddMoods()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log)).BuildServiceProvider();
    }
}
