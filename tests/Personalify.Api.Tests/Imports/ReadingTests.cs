using System.Text;
using Personalify.Api.Imports.Reading;

namespace Personalify.Api.Tests.Imports;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("2021-04-22T05:41:07Z", "2021-04-22 05:41:07")]
    [InlineData("2021-04-22 05:41", "2021-04-22 05:41:00")]
    [InlineData("2021-04-22 05:41:07", "2021-04-22 05:41:07")]
    [InlineData("2021-04-22 05:41:07 UTC", "2021-04-22 05:41:07")]
    [InlineData("2021-04-22T05:41:07.987Z", "2021-04-22 05:41:07")]
    [InlineData("2021-04-22T05:41:07+02:00", "2021-04-22 03:41:07")]
    [InlineData("2020-02-29T23:59:59Z", "2020-02-29 23:59:59")]
    public void A_time_is_read_as_UTC_in_whole_seconds(string text, string time)
    {
        Assert.True(HistoryTime.TryParse(Encoding.UTF8.GetBytes(text), out var read));
        Assert.Equal((time, DateTimeKind.Utc), ($"{read:yyyy-MM-dd HH:mm:ss}", read.Kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2021-04-22")]
    [InlineData("2021-13-22T05:41:07Z")]
    [InlineData("2021-02-29T05:41:07Z")]
    [InlineData("2021-04-22T25:41:07Z")]
    [InlineData("2021-04-22T05:4x:07Z")]
    [InlineData("22.04.2021 05:41")]
    public void What_is_no_time_is_none(string text) => Assert.False(HistoryTime.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Rows_are_read_whole_however_the_stream_is_cut(int chunk)
    {
        var rows = Enumerable.Range(1, 3_000).Select(number => $$"""{"ts":"2024-03-01T10:00:00Z","ms_played":{{number}},"nested":{"a":[1,{"b":2}]},"skipped":null}""");
        using var stream = new ChunkedStream(Encoding.UTF8.GetBytes($"[{string.Join(" ,\n", rows)}]"), chunk);
        using var file = new HistoryFile(stream, "endsong_0.json");

        Assert.Equal(FileStart.Array, file.Open());
        var lengths = new List<string>();
        while (file.Read()) lengths.Add(Encoding.UTF8.GetString(file.Row.Raw(HistoryField.MsPlayed)));

        Assert.Equal(Enumerable.Range(1, 3_000).Select(number => $"{number}"), lengths);
    }

    [Fact]
    public void A_row_costs_no_allocation()
    {
        const string Row =
            """
            {"ts":"2024-03-01T10:00:00Z","platform":"android","ms_played":200000,"master_metadata_track_name":"Lanterns","spotify_track_uri":"spotify:track:4uLU6hMCjMI75M1A2tKUQC",
            "episode_name":null,"reason_end":"trackdone","skipped":false,"offline":true,"offline_timestamp":1709280000000}
            """;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(Row, 11_000))}]"));
        using var file = new HistoryFile(stream, "endsong_0.json");
        Assert.Equal(FileStart.Array, file.Open());
        var interpreter = new RowInterpreter(TimeProvider.System);
        Assert.Equal(1_000, CountPlaced(file, interpreter, 1_000));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(10_000, CountPlaced(file, interpreter, 10_000));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
    }

    private static int CountPlaced(HistoryFile file, RowInterpreter interpreter, int rows)
    {
        var placed = 0;
        for (var row = 0; row < rows && file.Read(); row++)
        {
            if (interpreter.Interpret(file.Row, out var play) is null && play.IsPlacedOffline) placed++;
        }
        return placed;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4_096)]
    [InlineData(1_000_000)]
    public void Reading_ahead_gives_the_same_bytes_and_then_what_the_stream_throws(int at)
    {
        var content = new byte[400_000];
        new Random(at).NextBytes(content);
        using var ahead = new ReadAheadStream(new BreakingStream(content));

        var read = new List<byte>();
        var block = new byte[at];
        Assert.Throws<InvalidDataException>(() =>
        {
            for (var count = ahead.Read(block); count > 0; count = ahead.Read(block)) read.AddRange(block[..count]);
        });
        Assert.Equal(content[..read.Count], read);
        Assert.True(read.Count > content.Length / 2);
    }

    [Fact]
    public void Who_stops_early_leaves_nobody_reading()
    {
        var stream = new ChunkedStream(new byte[1_000_000], 1_000);
        using (var ahead = new ReadAheadStream(stream)) Assert.Equal(10, ahead.Read(new byte[10]));

        Assert.False(stream.CanRead);
    }

    /// <summary>Breaks at its end, as an entry does whose checksum is wrong.</summary>
    private sealed class BreakingStream(byte[] content) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer)
        {
            var read = base.Read(buffer);
            return read > 0 ? read : throw new InvalidDataException("The checksum is wrong.");
        }
    }

    /// <summary>Gives out no more than so many bytes at a time, as a network or an unpacker may.</summary>
    private sealed class ChunkedStream(byte[] content, int chunk) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, chunk)]);
    }
}
