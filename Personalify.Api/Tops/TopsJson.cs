using System.Text.Json.Serialization;

namespace Personalify.Api.Tops;

/// <summary>
/// Top lists as they stand in Redis, and genres as a column has them; readers and writers are made when the program is built.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Tops))]
[JsonSerializable(typeof(List<GenreEntry>))]
internal sealed partial class TopsJson : JsonSerializerContext;
