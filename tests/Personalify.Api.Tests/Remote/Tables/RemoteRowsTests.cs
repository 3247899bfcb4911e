using System.Text.Json;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote.Tables;

public sealed class RemoteRowsTests(RemoteRowsTests.Gigs gigs) : IClassFixture<RemoteRowsTests.Gigs>
{
    private const string Cells = "nodes { cells { column text int float boolean dateTime } }";

    private readonly RemoteHome _home = gigs.Home;

    [StoreFact]
    public async Task A_table_tells_its_columns_with_their_types()
    {
        var table = await _home.TableAsync("gigs", "name key estimatedRows columns { name type isNullable kind isComparable }");
        Assert.Equal("id", Assert.Single(table.GetProperty("key").EnumerateArray()).GetString());
        Assert.Equal(
            [
                "id integer False INTEGER True", "city text True TEXT True", "seats bigint True INTEGER True",
                "price numeric(8,2) True NUMBER True",
                "is_outdoors boolean True BOOLEAN True", "day date True TIME True", "starts_at timestamp with time zone False TIME True",
                "extra jsonb True OTHER False", "odd \"name text True TEXT True",
            ],
            table.GetProperty("columns").EnumerateArray().Select(column =>
                string.Join(' ', column.EnumerateObject().Select(property => property.Value))));
    }

    [StoreFact]
    public async Task A_cell_has_its_text_and_its_value()
    {
        var rows = (await _home.TableAsync("gigs", $"rows(first: 1, filter: {{column: \"id\", eq: \"3\"}}) {{ {Cells} }}")).GetProperty(
            "rows");
        var cells = rows.GetProperty("nodes")[0].GetProperty("cells").EnumerateArray().ToDictionary(cell =>
            cell.GetProperty("column").GetString()!);
        Assert.Equal((3, "3"), (cells["id"].GetProperty("int").GetInt32(), cells["id"].GetProperty("text").GetString()));
        Assert.Equal(JsonValueKind.Null, cells["city"].GetProperty("text").ValueKind);
        Assert.Equal((4.5, "4.50"), (cells["price"].GetProperty("float").GetDouble(), cells["price"].GetProperty("text").GetString()));
        Assert.False(cells["is_outdoors"].GetProperty("boolean").GetBoolean());
        Assert.Equal("2026-01-04T00:00:00Z", cells["day"].GetProperty("dateTime").GetString());
        Assert.Equal("2026-01-01T22:00:00Z", cells["starts_at"].GetProperty("dateTime").GetString());
        Assert.Equal("{}", cells["extra"].GetProperty("text").GetString());
    }

    [StoreTheory]
    [InlineData("""{column: "seats", gte: "8"}""", "seats >= 8")]
    [InlineData("""{column: "seats", gt: "2", lt: "5", neq: "3"}""", "seats > 2 AND seats < 5 AND seats <> 3")]
    [InlineData("""{column: "city", in: ["Oslo", "Turku"]}""", "city IN ('Oslo', 'Turku')")]
    [InlineData("""{column: "city", in: []}""", "false")]
    [InlineData("""{column: "city", isNull: true}""", "city IS NULL")]
    [InlineData("""{column: "city", isNull: false}""", "city IS NOT NULL")]
    [InlineData("""{column: "city", startsWith: "Mal"}""", "city LIKE 'Mal%'")]
    [InlineData("""{column: "odd \"name", contains: "% _of1"}""", "strpos(\"odd \"\"name\", '% _of1') > 0")]
    [InlineData("""{column: "city", eq: "'; DROP TABLE gigs; --"}""", "false")]
    [InlineData("""{or: [{column: "id", lte: "3"}, {and: [{column: "city", eq: "Oslo"}, {column: "is_outdoors", eq: "true"}]}]}""", "id <= 3 OR (city = 'Oslo' AND is_outdoors)")]
    [InlineData("""{column: "day", lt: "2026-02-01"}""", "day < '2026-02-01'")]
    public async Task A_filter_gives_the_rows_that_the_same_condition_gives_on_node_B(string filter, string condition)
    {
        var rows = (await _home.TableAsync("gigs",
            $"rows(first: 100, filter: {filter}) {{ nodes {{ cell(column: \"id\") {{ int }} }} }}")).GetProperty("rows");
        await using var command = _home.NodeB.CreateCommand($"SELECT id FROM gigs WHERE {condition} ORDER BY id LIMIT 100");
        await using var reader = await command.ExecuteReaderAsync();
        var expected = new List<int>();
        while (await reader.ReadAsync()) expected.Add(reader.GetInt32(0));
        Assert.Equal(expected, Ids(rows));
    }

    [StoreTheory]
    [InlineData("gigs", "[]", "id")]
    [InlineData("gigs", """[{column: "city"}]""", "city, id")]
    [InlineData("gigs", """[{column: "city", descending: true}, {column: "seats"}]""", "city DESC, seats, id")]
    [InlineData("gigs", """[{column: "seats", descending: true}, {column: "id", descending: true}]""", "seats DESC, id DESC")]
    [InlineData("gigs", """[{column: "starts_at", descending: true}]""", "starts_at DESC, id")]
    [InlineData("cities", """[{column: "seats"}]""", "seats, city")]
    public async Task Pages_put_together_are_the_whole_list_in_its_order(string table, string orderBy, string order)
    {
        var column = table == "gigs" ? "id" : "city";
        var (pages, after) = (new List<string?>(), "null");
        do
        {
            var rows = (await _home.TableAsync(table, $$"""
                rows(first: 7, after: {{after}}, orderBy: {{orderBy}}) { nodes { cell(column: "{{column}}") { text } } pageInfo { endCursor hasNextPage } }
                """)).GetProperty("rows");
            pages.AddRange(rows.GetProperty("nodes").EnumerateArray().Select(row =>
                row.GetProperty("cell").GetProperty("text").GetString()));
            var info = rows.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? $"\"{info.GetProperty("endCursor").GetString()}\"" : "";
        }
        while (after.Length > 0);
        await using var command = _home.NodeB.CreateCommand($"SELECT {column}::text AS shown FROM {table} ORDER BY {order}");
        await using var reader = await command.ExecuteReaderAsync();
        var expected = new List<string?>();
        while (await reader.ReadAsync()) expected.Add(reader.IsDBNull(0) ? null : reader.GetString(0));
        Assert.Equal(expected, pages);
    }

    [StoreTheory]
    [InlineData("""filter: {column: "seats", gte: "3"}, orderBy: [{column: "starts_at", descending: true}]""", "WHERE ((seats >= 3::bigint))", "ORDER BY starts_at DESC NULLS FIRST, id ASC NULLS LAST LIMIT 10::bigint")]
    [InlineData("""filter: {column: "city", startsWith: "Os"}""", "WHERE ((city ~~ 'Os%'))", "ORDER BY id ASC NULLS LAST")]
    [InlineData("""filter: {column: "is_outdoors", eq: "true"}, orderBy: [{column: "price"}]""", "WHERE (is_outdoors)", "ORDER BY price ASC NULLS LAST, id ASC NULLS LAST LIMIT 10::bigint")]
    [InlineData("""filter: {column: "id", in: ["1", "2"]}""", "WHERE ((id = ANY ('{1,2}'::integer[])))", "ORDER BY id ASC NULLS LAST")]
    [InlineData("""filter: {column: "day", lt: "2026-02-01"}, orderBy: [{column: "city"}]""", "WHERE ((day < '2026-02-01'))", "ORDER BY city ASC NULLS LAST, id ASC NULLS LAST LIMIT 10::bigint")]
    public async Task Node_B_gets_the_filter_the_order_and_the_limit(string arguments, string where, string order)
    {
        var plan = (await _home.TableAsync("gigs", $"plan({arguments})")).GetProperty("plan").GetString()!;
        var sent = Assert.Single(plan.Split('\n'), line => line.Contains("Remote SQL:", StringComparison.Ordinal));
        Assert.True(sent.Contains(where, StringComparison.Ordinal) && sent.EndsWith(order, StringComparison.Ordinal), plan);
    }

    [StoreTheory]
    [InlineData("""filter: {column: "nope", eq: "1"}""", "INVALID_COLUMN", "The table gigs has no column 'nope'. It has: id, city, seats, price, is_outdoors, day, starts_at, extra, odd \"name.")]
    [InlineData("""filter: {column: "extra", eq: "{}"}""", "INVALID_COLUMN", "The column 'extra' is of type jsonb, whose values cannot be compared. Choose a column whose isComparable is true.")]
    [InlineData("""orderBy: [{column: "extra"}]""", "INVALID_COLUMN", "The column 'extra' is of type jsonb, whose values cannot be compared. Choose a column whose isComparable is true.")]
    [InlineData("""orderBy: [{column: "id; DROP TABLE gigs"}]""", "INVALID_COLUMN", "The table gigs has no column 'id; DROP TABLE gigs'. It has: id, city, seats, price, is_outdoors, day, starts_at, extra, odd \"name.")]
    [InlineData("""filter: {column: "seats", eq: "many"}""", "INVALID_FILTER", "The filter has a value that the column cannot have: invalid input syntax for type bigint: \"many\".")]
    [InlineData("""filter: {column: "seats", contains: "1"}""", "INVALID_FILTER", "contains is for columns of text; 'seats' is of type bigint. Compare it by eq, gt, gte, lt or lte.")]
    [InlineData("""filter: {eq: "1"}""", "INVALID_FILTER", "The filter compares and names no column. Give its column.")]
    [InlineData("""after: "eyJPcmRlciI6IitpZCIsIlZhbHVlcyI6WyJcdTAwMDAiXSwiTnVtYmVyIjowfQ" """, "HC0078", "after is not a cursor of this list in this order. Take one from pageInfo or an edge, and keep orderBy as it was.")]
    [InlineData("""after: "eyJ4IjoxfQ" """, "HC0078", "after is not a cursor of this list in this order. Take one from pageInfo or an edge, and keep orderBy as it was.")]
    public async Task What_cannot_be_asked_is_refused_with_the_way_out(string arguments, string code, string sentence)
    {
        var answer = await _home.Admin.SendAsync($"{{ remote {{ table(name: \"gigs\") {{ name rows({arguments}) {{ {Cells} }} }} }} }}");
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal((code, sentence),
            (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("message").GetString()));
        Assert.Equal("gigs", answer.GetProperty("data").GetProperty("remote").GetProperty("table").GetProperty("name").GetString());
    }

    [StoreFact]
    public async Task Values_that_a_column_cannot_have_spoil_no_connection()
    {
        string[] filters =
        [
            """{column: "seats", eq: "many"}""", """{column: "seats", gt: "99999999999999999999"}""", """{column: "day", lt: "2026-02-31"}""",
            """{column: "price", eq: "much"}""", """{column: "is_outdoors", eq: "perhaps"}""", """{column: "id", in: ["1", "x"]}""",
        ];
        var asked = Enumerable.Range(0, 10).SelectMany(_ => filters).Select(AskAsync);
        Assert.Equal(["INVALID_FILTER"], (await Task.WhenAll(asked)).Distinct());
        Assert.Equal([""], (await Task.WhenAll(Enumerable.Repeat("""{column: "id", eq: "3"}""", 20).Select(AskAsync))).Distinct());
    }

    [StoreFact]
    public async Task Only_administrators_see_node_B()
    {
        var answer = await _home.Bob.SendAsync("{ remote { state tables { nodes { name } } } me { name } }");
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("remote").ValueKind);
        Assert.Equal("bob", answer.GetProperty("data").GetProperty("me").GetProperty("name").GetString());
    }

    [StoreFact]
    public async Task Tables_are_listed_in_pages_in_both_directions()
    {
        async Task<string> NamesAsync(string arguments) => string.Join(' ',
            (await _home.Admin.QueryAsync($"{{ remote {{ state tables({arguments}) {{ totalCount nodes {{ name }} }} }} }}"))
            .GetProperty("remote").GetProperty("tables").GetProperty("nodes").EnumerateArray().Select(table =>
                table.GetProperty("name").GetString()));
        Assert.Equal("cities dummy_data", await NamesAsync("first: 2"));
        Assert.Equal("gigs", await NamesAsync("first: 2, after: \"tdummy_data\""));
        Assert.Equal("dummy_data gigs", await NamesAsync("last: 2"));
    }

    [StoreFact]
    public async Task A_filter_without_end_is_refused()
    {
        var filter = $"{{ or: [{string.Join(", ", Enumerable.Range(0, 51).Select(id => $"{{column: \"id\", eq: \"{id}\"}}"))}] }}";
        var answer = await _home.Admin.SendAsync($"{{ remote {{ table(name: \"gigs\") {{ rows(filter: {filter}) {{ {Cells} }} }} }} }}");
        Assert.Equal("A filter may have 50 conditions; this one has more.",
            answer.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    /// <summary>The code of the error, empty where there is none.</summary>
    private async Task<string> AskAsync(string filter)
    {
        var answer = await _home.Admin.SendAsync($"{{ remote {{ table(name: \"gigs\") {{ rows(filter: {filter}) {{ {Cells} }} }} }} }}");
        return answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString()! : "";
    }

    private static IEnumerable<int> Ids(JsonElement rows) =>
        rows.GetProperty("nodes").EnumerateArray().Select(row => row.GetProperty("cell").GetProperty("int").GetInt32());

    /// <summary>A table with a key and a view without one.</summary>
    public sealed class Gigs : IAsyncLifetime
    {
        internal RemoteHome Home { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Home = await RemoteHome.StartAsync();
            await Home.ExecuteOnBAsync(
                """
                CREATE TABLE gigs (
                    id int PRIMARY KEY, city text, seats bigint, price numeric(8, 2), is_outdoors boolean, day date, starts_at timestamptz NOT NULL, extra jsonb,
                    "odd ""name" text);
                INSERT INTO gigs
                SELECT n, (ARRAY['Oslo', 'Malmö', 'Turku', NULL])[1 + n % 4], n % 10, n * 1.5, n % 2 = 0, DATE '2026-01-01' + n,
                    TIMESTAMPTZ '2026-01-01 20:00:00+01' + n * INTERVAL '1 hour', '{}', '100% _of' || n
                FROM generate_series(1, 120) AS n;
                CREATE VIEW cities AS SELECT city, seats FROM gigs;
                """);
            var setup = new Foreign.CommandLine(Home);
            Assert.Equal(0, (await setup.RunAsync("remote import", "gigs", "cities")).ExitCode);
        }

        public Task DisposeAsync() => Home.DisposeAsync().AsTask();
    }
}
