using System.Text.Json;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Listening;

/// <summary>What listening to one artist, album or track adds up to, and what a filter leaves of all listening.</summary>
public sealed class ListeningFilterTests(ListeningFilterTests.Data data) : IClassFixture<ListeningFilterTests.Data>
{
    private const string Figures =
        """
        fragment Figures on Listening {
          period { from to } rank(orderBy: PLAYS) share firstPlay { endedAt } lastPlay { endedAt track { name } }
          totals { plays msPlayed tracks artists albums newArtists activeDays longestStreak { days } }
          topTracks { nodes { rank plays } } byMonth { month plays } byHour { plays } byWeekdayHour { plays } byDay { day plays }
        }
        """;

    private readonly ListeningApplication _application = data.Application;

    [StoreTheory]
    [InlineData("artist", 1)]
    [InlineData("album", 2)]
    [InlineData("track", 3)]
    [InlineData("artist", 20)]
    public async Task Listening_to_an_entry_is_all_listening_with_that_filter(string kind, int number)
    {
        var id = GlobalId.Of(char.ToUpperInvariant(kind[0]) + kind[1..], UserId, number);
        var data = await _application.Ada.QueryAsync(
            $$"""
            query($id: ID!, $me: ID!) {
              entry: {{kind}}(id: $id) { listening(period: {from: "2023-02-01"}, play: ANY) { ...Figures } }
              named: {{kind}}(id: $id) { listening(of: $me, period: {from: "2023-02-01"}, play: ANY) { ...Figures } }
              me { listening(period: {from: "2023-02-01"}, play: ANY, filter: { {{kind}}Id: $id }) { ...Figures } }
            }
            {{Figures}}
            """,
            new { id, me = GlobalId.Of("User", UserId) });
        var all = data.GetProperty("me").ToString();
        Assert.Equal(all, data.GetProperty("entry").ToString());
        Assert.Equal(all, data.GetProperty("named").ToString());
    }

    [StoreFact]
    public async Task Shares_of_all_artists_make_the_whole_and_each_has_the_rank_of_the_list()
    {
        var entries = (await AdaAsync("listening(play: ANY) { topArtists(first: 20, orderBy: PLAYS) { nodes { rank artist { listening(play: ANY) { rank(orderBy: PLAYS) share } } } } }"))
            .GetProperty("listening").GetProperty("topArtists").GetProperty("nodes").EnumerateArray().ToList();
        var listenings = entries.ConvertAll(entry => entry.GetProperty("artist").GetProperty("listening"));
        Assert.Equal(entries.Select(entry => entry.GetProperty("rank").GetInt32()), listenings.Select(listening => listening.GetProperty("rank").GetInt32()));
        Assert.Equal(1, listenings.Sum(listening => listening.GetProperty("share").GetDouble()), 9);
    }

    [StoreFact]
    public async Task A_rank_and_a_share_cost_no_further_statement()
    {
        using var statements = new StatementCount(_application.Database, "play_months");
        await AdaAsync($"listening(filter: {{ artistId: \"{GlobalId.Of("Artist", UserId, 1)}\" }}) {{ rank share totals {{ plays newArtists }} byDay {{ plays }} }}");
        Assert.Equal(1, statements.Count);
    }

    [StoreFact]
    public async Task An_entry_of_another_listener_and_one_that_is_none_have_no_play()
    {
        var other = GlobalId.Of("Artist", OtherUserId, 1);
        var none = GlobalId.Of("Album", UserId, 0);
        var data = await AdaAsync(
            $$"""
            other: listening(filter: { artistId: "{{other}}" }) { rank share totals { plays } }
            none: listening(filter: { albumId: "{{none}}" }) { rank share totals { plays } }
            """);
        Assert.All(data.EnumerateObject(), listening => Assert.Equal("""{"rank":null,"share":0,"totals":{"plays":0}}""", listening.Value.GetRawText()));
    }

    [StoreFact]
    public async Task Without_an_entry_or_with_several_there_is_no_rank()
    {
        var data = await AdaAsync(
            $$"""
            any: listening { rank share }
            two: listening(filter: { artistId: "{{GlobalId.Of("Artist", UserId, 1)}}", trackId: "{{GlobalId.Of("Track", UserId, 1)}}" }) { rank }
            """);
        Assert.Equal("""{"any":{"rank":null,"share":1},"two":{"rank":null}}""", data.GetRawText());
    }

    [StoreFact]
    public async Task Another_persons_listening_is_refused_as_on_the_person()
    {
        var response = await _application.Bob.SendAsync(
            $$"""{ track(id: "{{GlobalId.Of("Track", OtherUserId, 1)}}") { name listening(of: "{{GlobalId.Of("User", UserId)}}") { totals { plays } } } }""");
        Assert.Equal("""{"name":"Track 1","listening":null}""", response.GetProperty("data").GetProperty("track").GetRawText());
        Assert.Equal("AUTH_NOT_AUTHORIZED", Code(response));
    }

    [StoreTheory]
    [InlineData(24)]
    [InlineData(-1)]
    public async Task An_hour_that_no_day_has_is_refused(int hour)
    {
        var response = await _application.Ada.SendAsync("query($hours: [Int!]) { me { listening(filter: { hours: $hours }) { play } } }", new { hours = new[] { 1, hour } });
        Assert.Equal("INVALID_FILTER", Code(response));
    }

    private static string? Code(JsonElement response) =>
        Assert.Single(response.GetProperty("errors").EnumerateArray()).GetProperty("extensions").GetProperty("code").GetString();

    private async Task<JsonElement> AdaAsync(string selection) => (await _application.Ada.QueryAsync($"{{ me {{ {selection} }} }}")).GetProperty("me");

    public sealed class Data : IAsyncLifetime
    {
        internal ListeningApplication Application { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Application = await ListeningApplication.StartAsync();
            await Application.Database.AddAsync(UserId, RandomPlays.Make(300, seed: 7));
        }

        public async Task DisposeAsync() => await Application.DisposeAsync();
    }
}
