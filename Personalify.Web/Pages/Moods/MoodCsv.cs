using Personalify.Web.Api;
using Personalify.Web.Csv;

namespace Personalify.Web.Pages.Moods;

/// <summary>The tables behind the ring and the timeline as files: plays and milliseconds of each mood.</summary>
public static class MoodCsv
{
    public static CsvTable<MoodGroup> Hours(IEnumerable<MoodGroup> groups) =>
        new("moods-by-hour", [new("hour", group => group.Hour), .. Figures], groups.ToAsyncEnumerable());

    public static CsvTable<MoodGroup> Months(IEnumerable<MoodGroup> groups) =>
        new("moods-by-month", [new("month", group => group.Month), .. Figures], groups.ToAsyncEnumerable());

    private static CsvColumn<MoodGroup>[] Figures { get; } =
    [
        new("plays", group => group.Plays), new("ms_played", group => group.MsPlayed),
        .. Enum.GetValues<Mood>().SelectMany(Of),
        new("cannot_tell_plays", group => group.CannotTell.Plays), new("cannot_tell_ms", group => group.CannotTell.MsPlayed),
        new("not_read_plays", group => group.NotRead.Plays), new("not_read_ms", group => group.NotRead.MsPlayed),
    ];

    private static CsvColumn<MoodGroup>[] Of(Mood mood)
    {
        var name = mood.ToString().ToLowerInvariant();
        return
        [
            new($"{name}_plays", group => Part(group, mood).Plays), new($"{name}_ms", group => Part(group, mood).MsPlayed),
        ];
    }

    private static MoodPart Part(MoodGroup group, Mood mood) =>
        group.Moods.FirstOrDefault(part => part.Mood == mood) ?? new MoodPart(mood, 0, 0);
}
