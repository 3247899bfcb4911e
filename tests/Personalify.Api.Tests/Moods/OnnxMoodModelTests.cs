using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Personalify.Api.Moods;
using Personalify.Domain.Moods;

namespace Personalify.Api.Tests.Moods;

/// <summary>A classifier from a folder, as Hugging Face's exporters write one.</summary>
public sealed class OnnxMoodModelTests : IDisposable
{
    private static readonly string[] Labels = ["sadness", "joy", "anger"];
    private static readonly string[] WordPieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "happy", "sad", "song", "##s"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("personalify-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Titles_are_scored_each_by_its_own_words_whatever_is_scored_beside_it()
    {
        WriteBert();
        using var home = Start();
        var model = home.GetRequiredService<IMoodModel>();
        string[] titles = ["Happy", "", "Sad Sad Songs (Live)", "Happy Happy Happy Happy song", "Intro", "Sad"];

        var together = await model.ScoreAsync(titles, CancellationToken.None);

        Assert.Equal([Mood.Joy, null, Mood.Sadness, Mood.Joy, null, Mood.Sadness], together.Select(told => told?.Highest.Mood));
        Assert.Equal(MathF.Exp(4) / (MathF.Exp(4) + 2), together[0]!.Value.Joy, 4);
        Assert.Equal(0, together[0]!.Value.Surprise);
        for (var i = 0; i < titles.Length; i++)
            Assert.Equal(together[i]?.Joy ?? -1, (await model.ScoreAsync([titles[i]], CancellationToken.None))[0]?.Joy ?? -1, 5);
        Assert.Equal((false, "onnx", _folder.Name), (model.IsRemote, model.Identity.Provider, model.Identity.Name));
        await model.CheckAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_tokenizer_of_pairs_and_labels_with_probabilities_of_their_own_are_understood()
    {
        Write("vocab.json", JsonSerializer.Serialize(new Dictionary<string, int>
        {
            ["<s>"] = 0, ["<pad>"] = 1, ["</s>"] = 2, ["<unk>"] = 3, ["j"] = 4, ["o"] = 5, ["y"] = 6, ["jo"] = 7, ["joy"] = 8, ["Ġ"] = 9, ["Ġjoy"] = 10,
            ["Ġjo"] = 11, ["Ġj"] = 12,
        }));
        Write("merges.txt", "#version: 0.2\nj o\njo y\nĠ joy\n");
        Write("config.json", """{"id2label":{"1":"joy","0":"grief","2":"love"},"problem_type":"multi_label_classification"}""");
        float[][] weights = [.. Enumerable.Range(0, 13).Select(token => new float[] { token is 0 or 2 ? -1 : 0, token is 8 or 10 ? 2 : 0, token == 1 ? 99 : 0 })];
        File.WriteAllBytes(Path.Combine(_folder.FullName, "model.onnx"), OnnxFile.Classifier(weights));
        using var home = Start();

        var told = (await home.GetRequiredService<IMoodModel>().ScoreAsync(["joy joy", "joy"], CancellationToken.None)).Select(answer => answer!.Value).ToList();

        Assert.Equal([Sigmoid(4), Sigmoid(2)], told.Select(answer => MathF.Round(answer.Joy, 4)));
        Assert.All(told, answer => Assert.Equal(Sigmoid(-2), answer.Sadness, 4));
    }

    [Fact]
    public void The_version_follows_from_what_is_in_the_folder()
    {
        WriteBert();
        string[] versions = [Version(), Version()];
        Write("config.json", """{"id2label":{"0":"joy","1":"sadness","2":"anger"}}""");

        Assert.Equal(versions[0], versions[1]);
        Assert.NotEqual(versions[0], Version());
    }

    [Theory]
    [InlineData(null, "Mood:OnnxFolder is not set")]
    [InlineData("/no/such/folder", "there is no such folder")]
    public void A_folder_that_is_not_there_stops_the_start(string? folder, string words) => AssertRefused(words, folder ?? "");

    [Theory]
    [InlineData("model.onnx", null, "there is no model.onnx")]
    [InlineData("model.onnx", "no model", "model.onnx cannot be read")]
    [InlineData("vocab.txt", null, "vocab.json with merges.txt")]
    [InlineData("vocab.txt", "words", "tokenizer's files cannot be read")]
    [InlineData("config.json", null, "neither labels.txt nor config.json")]
    [InlineData("config.json", "{", "is no JSON")]
    [InlineData("config.json", "{}", "has no id2label")]
    [InlineData("config.json", """{"id2label":{"0":"LABEL_0","1":"LABEL_1","2":"LABEL_2"}}""", "'LABEL_0'")]
    [InlineData("config.json", """{"id2label":{"0":"joy"}}""", "1 labels")]
    [InlineData("labels.txt", "joy\nsadness\n", "3 numbers for a title, and there are 2 labels")]
    public void A_wrong_file_stops_the_start_and_is_named(string file, string? content, string words)
    {
        WriteBert();
        if (content is null) File.Delete(Path.Combine(_folder.FullName, file));
        else Write(file, content);

        AssertRefused(words, _folder.FullName);
    }

    [Fact]
    public void A_model_that_takes_something_else_than_tokens_stops_the_start()
    {
        WriteBert();
        File.WriteAllBytes(Path.Combine(_folder.FullName, "model.onnx"), OnnxFile.Classifier(Weights(), ids: "pixels"));

        AssertRefused("no input input_ids", _folder.FullName);
    }

    [Fact]
    public async Task A_folder_that_goes_away_while_the_model_is_in_use_is_told_by_its_health()
    {
        WriteBert();
        using var home = Start();
        var model = home.GetRequiredService<IMoodModel>();
        File.Delete(Path.Combine(_folder.FullName, "vocab.txt"));

        var away = await Assert.ThrowsAsync<MoodModelException>(() => model.CheckAsync(CancellationToken.None));

        Assert.Contains("vocab.txt", away.Message, StringComparison.Ordinal);
    }

    private static float Sigmoid(float logit) => MathF.Round(1 / (1 + MathF.Exp(-logit)), 4);

    /// <summary>Happy is joy, sad is sadness; the filling would be anger if it counted.</summary>
    private static float[][] Weights() =>
    [
        .. WordPieces.Select(piece => piece switch
        {
            "[PAD]" => new float[] { 0, 0, 99 },
            "happy" => [0, 4, 0],
            "sad" => [3, 0, 0],
            _ => [0, 0, 0],
        }),
    ];

    /// <summary>Lines end as on Windows, as in a file that is served somewhere.</summary>
    private void WriteBert()
    {
        Write("vocab.txt", string.Join("\r\n", WordPieces) + "\r\n");
        Write("config.json", JsonSerializer.Serialize(new { id2label = Labels.Index().ToDictionary(pair => $"{pair.Index}", pair => pair.Item) }));
        File.WriteAllBytes(Path.Combine(_folder.FullName, "model.onnx"), OnnxFile.Classifier(Weights()));
    }

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(_folder.FullName, file), content);

    private string Version()
    {
        using var home = Start();
        return home.GetRequiredService<IMoodModel>().Identity.Version;
    }

    private void AssertRefused(string words, string folder)
    {
        using var home = Start(folder);
        var refused = Record.Exception(() =>
        {
            home.GetRequiredService<IStartupValidator>().Validate();
            home.GetRequiredService<IMoodModel>();
        });
        Assert.True(refused is OptionsValidationException or MoodModelException, refused?.ToString() ?? "It starts.");
        Assert.Contains(words, refused!.Message, StringComparison.Ordinal);
    }

    private ServiceProvider Start(string? folder = null)
    {
        var settings = new Dictionary<string, string?> { ["Mood:Provider"] = "onnx", ["Mood:OnnxFolder"] = folder ?? _folder.FullName };
        return new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddLogging().AddMoods().BuildServiceProvider();
    }
}
