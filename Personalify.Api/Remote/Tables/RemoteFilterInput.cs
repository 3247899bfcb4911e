namespace Personalify.Api.Remote.Tables;

[GraphQLDescription("Which rows of a table of node B. Values are written as PostgreSQL reads them (42, 2026-03-01, true); every field that is given must hold.")]
public sealed record RemoteFilterInput
{
    [GraphQLDescription("All of these hold.")]
    public IReadOnlyList<RemoteFilterInput>? And { get; init; }

    [GraphQLDescription("At least one of these holds.")]
    public IReadOnlyList<RemoteFilterInput>? Or { get; init; }

    [GraphQLDescription("The column of which the other fields speak.")]
    public string? Column { get; init; }

    [GraphQLDescription("Equal to this.")]
    public string? Eq { get; init; }

    [GraphQLDescription("Another value than this; no value at all does not count.")]
    public string? Neq { get; init; }

    [GraphQLDescription("One of these, at most 100.")]
    public IReadOnlyList<string>? In { get; init; }

    [GraphQLDescription("Greater than this.")]
    public string? Gt { get; init; }

    [GraphQLDescription("This or greater.")]
    public string? Gte { get; init; }

    [GraphQLDescription("Less than this.")]
    public string? Lt { get; init; }

    [GraphQLDescription("This or less.")]
    public string? Lte { get; init; }

    [GraphQLDescription("With this in it, letter by letter; columns of text only.")]
    public string? Contains { get; init; }

    [GraphQLDescription("Beginning with this, letter by letter; columns of text only.")]
    public string? StartsWith { get; init; }

    [GraphQLDescription("True: without a value. False: with one.")]
    public bool? IsNull { get; init; }
}

[GraphQLDescription("By which column of a table of node B its rows are ordered. Rows without a value come last, or first when it is descending.")]
public sealed record RemoteOrderInput
{
    [GraphQLDescription("The column.")]
    public required string Column { get; init; }

    [GraphQLDescription("Whether the greatest come first.")]
    [DefaultValue(false)]
    public bool Descending { get; init; }
}
