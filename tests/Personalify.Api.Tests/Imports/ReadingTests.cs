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

    /// <summary>Gives out no more than so many bytes at a time, as a network or an unpacker may.</summary>
    private sealed class ChunkedStream(byte[] content, int chunk) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, chunk)]);
    }
}
