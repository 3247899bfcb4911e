using System.Text.Json;
using System.Text.Json.Serialization;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

/// <summary>How files, progress and report stand in their <c>jsonb</c> columns, and what the command line prints. Reasons are written as in GraphQL.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true, Converters = [typeof(DropReasonConverter)])]
[JsonSerializable(typeof(List<ImportFile>))]
[JsonSerializable(typeof(ImportProgress))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(ImportSummary))]
internal sealed partial class ImportJson : JsonSerializerContext
{
    public static string Name(DropReason reason) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(reason.ToString());

    private sealed class DropReasonConverter() : JsonStringEnumConverter<DropReason>(JsonNamingPolicy.SnakeCaseUpper);
}
