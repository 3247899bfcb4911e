using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Personalify.Api.Spotify.Models;

namespace Personalify.Api.Spotify.Http;

/// <summary>Looks for the type before it reads, since it may stand anywhere in the object.</summary>
internal sealed class PlayableItemConverter : JsonConverter<IPlayableItem>
{
    public override IPlayableItem? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip(); // an entry of a playlist that names no item
            return null;
        }

        return TypeOf(reader) switch
        {
            "track" => Read<FullTrack>(ref reader, options),
            "episode" => Read<FullEpisode>(ref reader, options),
            _ => Read<OtherItem>(ref reader, options),
        };
    }

    public override void Write(Utf8JsonWriter writer, IPlayableItem value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));

    private static T? Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));

    // A copy of the reader looks ahead; the reader itself stays where the object begins.
    private static string? TypeOf(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isType = ahead.ValueTextEquals("type"u8);
            ahead.Read();
            if (isType) return ahead.TokenType == JsonTokenType.String ? ahead.GetString() : null;
            ahead.Skip();
        }

        return null;
    }
}
