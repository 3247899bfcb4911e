using System.Diagnostics;
using Npgsql;

namespace Personalify.Api.Tests.Listening;

/// <summary>Counts the statements with a word in them that Npgsql sends to one database, for as long as it lives.</summary>
internal sealed class StatementCount : IDisposable
{
    private readonly ActivityListener _listener;
    private int _count;

    public StatementCount(ListeningDatabase database, string word)
    {
        var name = new NpgsqlConnectionStringBuilder(database.Source.ConnectionString).Database;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Says(activity, name!) && Says(activity, word)) Interlocked.Increment(ref _count);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public int Count => _count;

    public void Dispose() => _listener.Dispose();

    private static bool Says(Activity activity, string word) =>
        activity.TagObjects.Any(tag => tag.Value is string text && text.Contains(word, StringComparison.Ordinal));
}
