using System.Text;
using Personalify.Api.Imports.Reading;
using Personalify.Api.Imports.Staging;

namespace Personalify.Api.Tests.Imports;

/// <summary>What is read of a file of one row, without a store.</summary>
internal sealed record ReadRow(Drop? Drop, PlayRow Play, ItemNames? Names)
{
    /// <summary>A row of the extended history: <paramref name="fields"/> as JSON stand behind its time and length.</summary>
    public static ReadRow Extended(string fields, string ts = "2023-06-10T18:00:00Z", string ms = "200000") =>
        Of($$"""{"ts":"{{ts}}","ms_played":{{ms}}{{(fields.Length > 0 ? "," : "")}}{{fields}}}""");

    public static ReadRow Of(string json)
    {
        using var file = new HistoryFile(new MemoryStream(Encoding.UTF8.GetBytes($"[{json}]")), "endsong_0.json");
        Assert.Equal(FileStart.Array, file.Open());
        Assert.True(file.Read());
        var drop = new RowInterpreter(TimeProvider.System).Interpret(file.Row, out var play);
        return new(drop, play, drop is null ? ItemNames.Read(file.Row, play.Kind) : null);
    }
}
