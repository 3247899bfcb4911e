using System.Buffers;
using System.Text.Json;
using Personalify.Benchmarks.Music.Stores;

namespace Personalify.Benchmarks.Music.ByHand;

/// <summary>Reads the two variables out of a request body, as any endpoint has to.</summary>
internal static class Variables
{
    public static async ValueTask<(int User, TimeRange Range)> ReadAsync(HttpRequest request)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync();
            if (read.IsCompleted)
            {
                var variables = Parse(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                return variables;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static (int User, TimeRange Range) Parse(ReadOnlySequence<byte> body)
    {
        var json = new Utf8JsonReader(body);
        var (user, range) = (0, TimeRange.ShortTerm);
        while (json.Read())
        {
            if (EntityJson.Takes(ref json, "userId"u8)) user = json.GetInt32();
            else if (EntityJson.Takes(ref json, "range"u8)) range = Range(ref json);
        }

        return (user, range);
    }

    private static TimeRange Range(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("short_term"u8)) return TimeRange.ShortTerm;
        return json.ValueTextEquals("medium_term"u8) ? TimeRange.MediumTerm : TimeRange.LongTerm;
    }
}
