using System.Globalization;

namespace Personalify.Api.Remote.Tables;

[GraphQLDescription("A value of a table of node B: always as text, and by the column's kind as what it is. All are null where the table has no value.")]
public sealed record RemoteCell([property: GraphQLDescription("The column's name.")] string Column,
    [property: GraphQLIgnore] RemoteKind Kind,
    [property: GraphQLDescription("As PostgreSQL writes it, up to 10,000 characters.")] string? Text)
{
    /// <summary>How much of a value is shown.</summary>
    public const int MostCharacters = 10_000;

    [GraphQLDescription("Of an INTEGER column.")]
    public long? Int => Kind == RemoteKind.Integer
        && long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GraphQLDescription("Of an INTEGER or NUMBER column, as near as a float comes; null for NaN and infinity.")]
    public double? Float => Kind is RemoteKind.Integer or RemoteKind.Number
        && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    [GraphQLDescription("Of a BOOLEAN column.")]
    public bool? Boolean => Kind == RemoteKind.Boolean && Text is not null ? Text == "true" : null;

    [GraphQLDescription("Of a TIME column, in UTC; null for moments before the year 1 and after 9999, and for infinity.")]
    public DateTimeOffset? DateTime => Kind == RemoteKind.Time && DateTimeOffset.TryParse(
        Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value)
            ? value : null;
}
