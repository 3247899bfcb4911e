using System.Text.Json.Serialization;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Sync;

/// <summary>
/// What columns of <c>sync_jobs</c> hold as JSON, and top lists elsewhere, with readers and writers made when the program is built.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(List<SyncPartReport>))]
[JsonSerializable(typeof(List<TopLists>))]
[JsonSerializable(typeof(List<TopItem>))]
internal sealed partial class SyncJson : JsonSerializerContext;
