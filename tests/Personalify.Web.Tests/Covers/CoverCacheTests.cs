using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Personalify.Testing;
using Personalify.Web.Covers;

namespace Personalify.Web.Tests.Covers;

public sealed class CoverCacheTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("personalify-covers-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task An_image_is_fetched_once_however_many_ask_and_again_not_after_a_restart()
    {
        await using var host = await FakeImageHost.StartAsync();
        var mayAnswer = new TaskCompletionSource();
        host.Answer = async _ =>
        {
            await mayAnswer.Task;
            return FakeImageHost.Image(1_000);
        };
        await using (var services = Services(host))
        {
            var asked = Enumerable.Range(0, 20).Select(_ => Find(services, Id(1))).ToList();
            await Eventually.IsTrueAsync(() => host.Requests > 0, "the host is asked");
            mayAnswer.SetResult();
            Assert.All(await Task.WhenAll(asked), cover => Assert.Equal("image/jpeg", cover!.ContentType));
        }

        await using var restarted = Services(host);
        var kept = await Find(restarted, Id(1));

        Assert.Equal(1, host.Requests);
        Assert.Equal(1_000, new FileInfo(kept!.Path).Length);
    }

    [Fact]
    public async Task Who_leaves_does_not_take_the_image_from_the_others()
    {
        await using var host = await FakeImageHost.StartAsync();
        var mayAnswer = new TaskCompletionSource();
        host.Answer = async _ =>
        {
            await mayAnswer.Task;
            return FakeImageHost.Image(1_000);
        };
        await using var services = Services(host);
        using var leaves = new CancellationTokenSource();
        var first = services.GetRequiredService<CoverCache>().FindAsync(Id(1), leaves.Token);
        var second = Find(services, Id(1));

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        mayAnswer.SetResult();

        Assert.NotNull(await second);
    }

    [Fact]
    public async Task What_was_shown_longest_ago_goes_when_the_limit_is_passed()
    {
        await using var host = await FakeImageHost.StartAsync();
        await using var services = Services(host, ("Covers:MaxBytes", "10000"), ("Covers:MaxImageBytes", "2000"));
        for (var number = 1; number <= 10; number++) await FindLaterAsync(services, number);
        await FindLaterAsync(services, 1);

        await FindLaterAsync(services, 11);

        var kept = _folder.GetFiles().Select(file => file.Name).Order().ToList();
        Assert.Contains(Id(1).Value, kept);
        Assert.Contains(Id(11).Value, kept);
        Assert.DoesNotContain(Id(2).Value, kept);
        Assert.InRange(_folder.GetFiles().Sum(file => file.Length), 1_000, 10_000);
    }

    [Theory]
    [InlineData("too large")]
    [InlineData("no image")]
    [InlineData("missing")]
    [InlineData("elsewhere")]
    [InlineData("never")]
    public async Task What_cannot_be_shown_is_nothing_and_leaves_nothing(string answer)
    {
        await using var host = await FakeImageHost.StartAsync();
        var never = new TaskCompletionSource();
        host.Answer = async _ =>
        {
            if (answer == "never") await never.Task;
            return answer switch
            {
                "too large" => FakeImageHost.Image(2_001),
                "no image" => Results.Text("<script>alert(1)</script>", "image/jpeg"),
                "elsewhere" => Results.Redirect("http://127.0.0.1:1/image"),
                _ => Results.NotFound(),
            };
        };
        await using var services = Services(host, ("Covers:MaxImageBytes", "2000"), ("Covers:Timeout", "00:00:00.2"));

        Assert.Null(await Find(services, Id(1)));

        Assert.Empty(_folder.GetFiles());
        never.SetResult();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("AB67616D0000B273AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("ab67616d0000b273aaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Only_a_name_of_Spotifys_form_is_one(string? text) => Assert.Null(CoverId.Parse(text));

    [Theory]
    [InlineData("https://i.scdn.co/image/ab67616d0000b273aaaaaaaaaaaaaaaaaaaaaaaa", true)]
    [InlineData("https://i.scdn.co.example.com/image/ab67616d0000b273aaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("https://example.com/image/ab67616d0000b273aaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData(null, false)]
    public void Only_an_address_at_Spotifys_host_names_an_image(string? url, bool isOne) => Assert.Equal(isOne, CoverId.OfUrl(url) is not null);

    [Theory]
    [InlineData("http://127.0.0.1:9/image/ab67616d0000b273aaaaaaaaaaaaaaaaaaaaaaaa", true)]
    [InlineData("http://127.0.0.1:9/other/ab67616d0000b273aaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("http://127.0.0.1:8/image/ab67616d0000b273aaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public void An_address_below_the_configured_source_names_an_image(string url, bool isOne) =>
        Assert.Equal(isOne, CoverId.OfUrl(url, new Uri("http://127.0.0.1:9/image/")) is not null);

    public void Dispose() => _folder.Delete(recursive: true);

    private static CoverId Id(int number) => CoverId.Parse($"ab67616d0000b273{number:x24}")!.Value;

    private static Task<Cover?> Find(ServiceProvider services, CoverId id) =>
        services.GetRequiredService<CoverCache>().FindAsync(id, CancellationToken.None);

    private async Task FindLaterAsync(ServiceProvider services, int number)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await Find(services, Id(number)));
    }

    private ServiceProvider Services(FakeImageHost host, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)
            .Append(new("Covers:Path", _folder.FullName)).Append(new("Covers:Source", host.Url.ToString()))).Build();
        return new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_time).AddCovers(configuration).BuildServiceProvider();
    }
}
