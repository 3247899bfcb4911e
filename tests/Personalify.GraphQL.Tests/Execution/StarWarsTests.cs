namespace Personalify.GraphQL.Tests.Execution;

public sealed class StarWarsTests
{
    [Fact]
    public async Task The_friends_of_friends_take_a_batch_a_level()
    {
        var (engine, log) = StarWars.Create();
        var data = await engine.DataAsync("{ hero { name friends(first: 2) { name friends(first: 1) { name } } } }");
        Assert.Equal(
            """{"hero":{"name":"R2-D2","friends":[{"name":"Luke","friends":[{"name":"Han"}]},{"name":"Han","friends":[{"name":"Luke"}]}]}}""", data);
        Assert.Equal(["2001", "1000,1002"], log.Batches);
    }

    [Fact]
    public async Task Fragments_variables_and_aliases_work_together()
    {
        var (engine, _) = StarWars.Create();
        var data = await engine.DataAsync(
            """
            query Compare($a: ID!, $b: ID!, $withPlanet: Boolean = true) {
              left: character(id: $a) { ...Parts }
              right: character(id: $b) { ...Parts }
            }
            fragment Parts on Character {
              __typename name
              ... on Human @include(if: $withPlanet) { homePlanet }
              ... on Droid { primaryFunction }
            }
            """,
            """{"a":"1000","b":2001}""");
        Assert.Equal(
            """{"left":{"__typename":"Human","name":"Luke","homePlanet":"Tatooine"},"right":{"__typename":"Droid","name":"R2-D2","primaryFunction":"Astromech"}}""",
            data);
    }

    [Fact]
    public async Task A_missing_friend_is_null_and_a_secret_an_error()
    {
        var (engine, _) = StarWars.Create();
        var (data, errors) = await engine.OutcomeAsync("{ character(id: 1003) { secret friends { name } } }");
        Assert.Equal("""{"character":{"secret":null,"friends":[{"name":"Luke"},{"name":"Han"},{"name":"R2-D2"},null]}}""", data);
        Assert.Equal(["character.secret: secretBackstory is secret."], errors);
    }

    [Fact]
    public async Task Search_finds_members_of_a_union()
    {
        var (engine, _) = StarWars.Create();
        Assert.Equal(
            """{"search":[{"__typename":"Human","name":"Luke","appearsIn":["NEWHOPE","EMPIRE","JEDI"]}]}""",
            await engine.DataAsync("{ search(text: \"uk\") { __typename ... on Character { name appearsIn } } }"));
    }

    [Fact]
    public async Task A_mutation_takes_an_input_object_and_answers_with_the_change()
    {
        var (engine, _) = StarWars.Create();
        Assert.Equal(
            """{"rename":{"id":"1002","name":"Chewie","friends":[{"name":"Luke"}]}}""",
            await engine.DataAsync("mutation($i: NameInput!) { rename(id: 1002, input: $i) { id name friends(first: 1) { name } } }", """{"i":{"name":"Chewie"}}"""));
    }

    [Fact]
    public async Task The_same_document_serves_many_requests_at_once()
    {
        var (engine, _) = StarWars.Create();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => engine.DataAsync(
            "query($id: ID!) { character(id: $id) { id friends(first: 1) { id } } }", $$"""{"id":{{(i % 2 == 0 ? 1000 : 2001)}}}"""))));
        Assert.Equal(2, answers.Distinct().Count());
        Assert.All(answers.Select((answer, i) => (answer, i)), pair => Assert.Contains(pair.i % 2 == 0 ? "\"id\":\"1000\",\"friends\"" : "\"id\":\"2001\",\"friends\"", pair.answer, StringComparison.Ordinal));
    }
}
