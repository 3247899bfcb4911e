namespace Personalify.Api.Remote.Tables;

[GraphQLDescription("A table or view of node B that node A reads as a foreign table.")]
public sealed record RemoteTable(
    [property: GraphQLDescription("Its name on both nodes.")] string Name,
    [property: GraphQLDescription("Its columns in their order.")] [property: ListSize(
        AssumedSize = 10)] IReadOnlyList<RemoteColumn> Columns,
    [property: GraphQLDescription("The columns of its primary key; none for a view.")] [property: ListSize(
        AssumedSize = 2)] IReadOnlyList<string> Key);

[GraphQLDescription("A row of a table of node B.")]
public sealed record RemoteRow(
    [property: GraphQLDescription("One for each column, in the columns' order.")] [property: ListSize(
        AssumedSize = 10)] IReadOnlyList<RemoteCell> Cells,
    [property: GraphQLIgnore] object Cursor)
{
    [GraphQLDescription("The cell of one column, or null when there is no such column.")]
    public RemoteCell? GetCell([GraphQLDescription("The column's name.")] string column) =>
        Cells.FirstOrDefault(cell => cell.Column == column);
}
