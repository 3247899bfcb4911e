using Personalify.Benchmarks.Micro;
using Personalify.Benchmarks.Peers;

namespace Personalify.Benchmarks;

/// <summary>All measures, in the order in which they are run.</summary>
internal static class Measures
{
    public static IReadOnlyList<IMeasure> All { get; } =
    [
        new StartMeasure(), new ListeningMeasure(), new SearchMeasure(), new PagesMeasure(), new ImportMeasure(),
        new ImportMemoryMeasure(), new ReplicationMeasure(), new CommunityMeasure(), new RemoteMeasure(), new RedisMeasure(),
        new SpotifyMeasure(), new MicroMeasure(), new PeersMeasure(), new LoadersMeasure(), new AllocationsMeasure(), new FuzzMeasure(),
        new MoodsMeasure(), new MoodImportMeasure(),
    ];

    public static IReadOnlyList<IMeasure> Find(IReadOnlyList<string> names) => names is ["all"]
        ? All
        : [.. names.Select(name => All.FirstOrDefault(measure => measure.Name == name) ?? throw Unknown(name))];

    private static ArgumentException Unknown(string name) =>
        new($"There is no measure '{name}'. There are: all, {string.Join(", ", All.Select(measure => measure.Name))}.");
}
