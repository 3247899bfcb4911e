using System.Net.Http.Headers;
using System.Text.Json;

namespace Personalify.Api.Moods.Providers.HuggingFace;

/// <summary>What is sent: titles, and that all labels are wanted and not the first few.</summary>
internal static class HuggingFaceQuestion
{
    private const int Labels = 50;

    public static ByteArrayContent Of(string[] names)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { inputs = names, parameters = new { top_k = Labels } });
        return new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}
