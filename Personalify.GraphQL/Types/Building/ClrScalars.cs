using System.Text.Json;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Which scalar a CLR type is, by Hot Chocolate's table.</summary>
internal static class ClrScalars
{
    private static readonly Dictionary<Type, ScalarType> Table = new()
    {
        [typeof(string)] = SpecifiedScalars.String,
        [typeof(bool)] = SpecifiedScalars.Boolean,
        [typeof(int)] = SpecifiedScalars.Int,
        [typeof(float)] = SpecifiedScalars.Float,
        [typeof(double)] = SpecifiedScalars.Float,
        [typeof(short)] = ExtendedScalars.Short,
        [typeof(long)] = ExtendedScalars.Long,
        [typeof(byte)] = ExtendedScalars.UnsignedByte,
        [typeof(sbyte)] = ExtendedScalars.Byte,
        [typeof(decimal)] = ExtendedScalars.Decimal,
        [typeof(Guid)] = ExtendedScalars.Uuid,
        [typeof(DateTime)] = ExtendedScalars.DateTime,
        [typeof(DateTimeOffset)] = ExtendedScalars.DateTime,
        [typeof(DateOnly)] = ExtendedScalars.LocalDate,
        [typeof(TimeOnly)] = ExtendedScalars.LocalTime,
        [typeof(TimeSpan)] = ExtendedScalars.Duration,
        [typeof(Uri)] = ExtendedScalars.Uri,
        [typeof(byte[])] = ExtendedScalars.Base64String,
        [typeof(JsonElement)] = ExtendedScalars.Any,
        [typeof(IFile)] = ExtendedScalars.Upload,
    };

    public static ScalarType? Find(Type type) => Table.GetValueOrDefault(type);

    public static ScalarType? Find(string name) =>
        SpecifiedScalars.All.Concat(ExtendedScalars.All).FirstOrDefault(scalar => scalar.Name == name);
}
