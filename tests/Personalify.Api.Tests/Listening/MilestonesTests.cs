using System.Globalization;
using System.Text.Json;
using Personalify.Testing;
using static Personalify.Api.Tests.Listening.ListeningDatabase;

namespace Personalify.Api.Tests.Listening;

/// <summary>The 100th, 500th, 1000th … play of an artist, an album or a track.</summary>
public sealed class MilestonesTests(MilestonesTests.Data data) : IClassFixture<MilestonesTests.Data>
{
    private const string Query =
        """
        query($filter: ListeningFilterInput, $period: PeriodInput, $play: PlayDefinition!) {
          me { listening(filter: $filter, period: $period, play: $play) { milestones { number play { id } } }
            plays(first: 100, filter: $filter, period: $period, play: $play, orderBy: OLDEST_FIRST) { nodes { id } } } }
        """;

    private readonly ListeningApplication _application = data.Application;

    [StoreTheory]
    [InlineData("ANY", null)]
    [InlineData("THIRTY_SECONDS", "2023-01-05")]
    public async Task The_hundredth_is_the_hundredth_of_the_list_of_plays(string play, string? from)
    {
        var me = await AskAsync(new { play, period = new { from }, filter = new { artistId = GlobalId.Of("Artist", UserId, 1) } });

        var milestone = Assert.Single(me.GetProperty("listening").GetProperty("milestones").EnumerateArray());
        Assert.Equal(
            (100, me.GetProperty("plays").GetProperty("nodes")[99].GetProperty("id").GetString()),
            (milestone.GetProperty("number").GetInt32(), milestone.GetProperty("play").GetProperty("id").GetString()));
    }

    [StoreFact]
    public async Task Every_round_number_that_was_reached_is_there_and_no_other()
    {
        var me = await AskAsync(new { play = "ANY", filter = new { trackId = GlobalId.Of("Track", UserId, 8) } });

        Assert.Equal(
            [100, 500, 1000],
            me.GetProperty("listening").GetProperty("milestones").EnumerateArray().Select(each => each.GetProperty("number").GetInt32()));
    }

    [StoreFact]
    public async Task Whatever_names_none_or_several_or_another_listeners_has_none()
    {
        var several = new { trackId = GlobalId.Of("Track", UserId, 8), artistId = GlobalId.Of("Artist", UserId, 2) };
        foreach (var filter in new object?[] { null, several, new { trackId = GlobalId.Of("Track", OtherUserId, 8) } })
        {
            var me = await AskAsync(new { play = "ANY", filter });

            Assert.Empty(me.GetProperty("listening").GetProperty("milestones").EnumerateArray());
        }
    }

    private async Task<JsonElement> AskAsync(object variables) =>
        (await _application.Ada.QueryAsync(Query, variables)).GetProperty("me");

    /// <summary>Of artist 1 some 200 plays, many of them within one second; of track 8 exactly 1000.</summary>
    public sealed class Data : IAsyncLifetime
    {
        internal ListeningApplication Application { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Application = await ListeningApplication.StartAsync();
            var random = new Random(5);
            var start = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var artist = Enumerable.Range(0, 240).Select(i => new GivenPlay(
                start.AddHours(i / 3 * 7).ToString("O", CultureInfo.InvariantCulture), 1 + random.Next(7), 20_000 + random.Next(90_000)));
            var track = Enumerable.Range(0, 1000).Select(i => new GivenPlay(
                start.AddMinutes(i * 5).ToString("O", CultureInfo.InvariantCulture), 8));
            await Application.Database.AddAsync(UserId, artist.Concat(track));
        }

        public async Task DisposeAsync() => await Application.DisposeAsync();
    }
}
