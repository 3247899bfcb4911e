using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Personalify.DevStack;
using Personalify.GraphQL.Bookshop;

namespace Personalify.GraphQL.Tests.Guide;

/// <summary>The server that the engine's README builds, and that the README shows it as it is.</summary>
public sealed class BookshopTests : IDisposable
{
    private readonly WebApplicationFactory<Shop> _server = new();
    private readonly HttpClient _client;

    public BookshopTests() => _client = _server.CreateClient();

    [Fact]
    public async Task A_page_of_books_with_their_authors_asks_the_store_for_authors_once()
    {
        var answer = await AskAsync("""{ books(first: 3, where: { pages: { gt: 205 } }, order: { title: ASC }) { nodes { title author { name } } pageInfo { hasNextPage } } }""");

        Assert.Equal(
            """
            {"data":{"books":{"nodes":[{"title":"Roadside Picnic","author":{"name":"Arkady and Boris Strugatsky"}},{"title":"The Dispossessed","author":{"name":"Ursula K. Le Guin"}},{"title":"The Left Hand of Darkness","author":{"name":"Ursula K. Le Guin"}}],"pageInfo":{"hasNextPage":false}}}}
            """,
            answer);
        Assert.Equal(1, _server.Services.GetRequiredService<Shop>().AuthorQueries);
    }

    [Fact]
    public async Task What_a_mutation_can_refuse_is_part_of_the_schema()
    {
        const string Rename = "mutation($id: ID!, $title: String!) { renameBook(input: { id: $id, title: $title }) { book { title } errors { __typename ... on Error { message } ... on BookNotFoundError { bookId } } } }";

        Assert.Equal("""{"data":{"renameBook":{"book":{"title":"Eden"},"errors":null}}}""", await AskAsync(Rename, new { id = IdOf(3), title = "Eden" }));
        Assert.Equal(
            """{"data":{"renameBook":{"book":null,"errors":[{"__typename":"BookNotFoundError","message":"There is no book 9.","bookId":9}]}}}""",
            await AskAsync(Rename, new { id = IdOf(9), title = "Eden" }));
        Assert.Equal(
            """{"data":{"renameBook":{"book":null,"errors":[{"__typename":"TitleMissingError","message":"A book needs a title: send one with at least one letter."}]}}}""",
            await AskAsync(Rename, new { id = IdOf(3), title = "" }));
    }

    [Fact]
    public async Task A_book_is_found_again_by_its_id() => Assert.Equal(
        """{"data":{"node":{"id":"Qm9vazoz","title":"Solaris"}}}""",
        await AskAsync("query($id: ID!) { node(id: $id) { id ... on Book { title } } }", new { id = IdOf(3) }));

    [Fact]
    public async Task Who_subscribes_hears_of_the_next_renaming()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "subscription { bookRenamed { title } }" }) };
        request.Headers.Add("Accept", "text/event-stream");
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());

        await AskAsync("mutation($id: ID!) { renameBook(input: { id: $id, title: \"Eden\" }) { book { title } } }", new { id = IdOf(3) });

        Assert.Equal("""data: {"data":{"bookRenamed":{"title":"Eden"}}}""", await FirstDataAsync(events));
    }

    [Fact]
    public void The_readme_shows_the_code_of_this_server()
    {
        var source = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Personalify.GraphQL.Bookshop"), "*.cs").Select(File.ReadAllText));
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "Personalify.GraphQL", "README.md"));

        var shown = readme.Split("```csharp\n").Skip(1).Select(block => block.Split("```")[0].TrimEnd()).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, block => Assert.Contains(block, source, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private static string IdOf(int book) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"Book:{book}"));

    private static async Task<string?> FirstDataAsync(StreamReader events)
    {
        while (await events.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal)) return line;
        }

        return null;
    }

    private async Task<string> AskAsync(string query, object? variables = null)
    {
        using var response = await _client.PostAsJsonAsync("/graphql", new { query, variables }, JsonSerializerOptions.Web);
        return await response.Content.ReadAsStringAsync();
    }
}
