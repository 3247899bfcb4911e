using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Validation;
using Personalify.GraphQL.Validation.Rules;

namespace Personalify.GraphQL.Tests.Validation;

public sealed class DocumentValidatorTests
{
    private static readonly DocumentValidator _validator = new();

    [Fact]
    public void A_valid_document_has_no_errors() =>
        Assert.Empty(Validate("query Q($id: ID!) { human(id: $id) { ...F pets { name } } } fragment F on Human { name iq }"));

    [Fact]
    public void All_rules_report_in_one_walk_and_with_the_code_of_validation()
    {
        var errors = Validate("query Q($a: Zzzzzzzz) { dog { unknown } pet cat { name @nope } }");

        Assert.Equal(
            [
                "Variable \"$a\" is never used in operation \"Q\".",
                "Unknown type \"Zzzzzzzz\".",
                "Cannot query field \"unknown\" on type \"Dog\".",
                "Field \"pet\" of type \"Pet\" must have a selection of subfields. Did you mean \"pet { ... }\"?",
                "Unknown directive \"@nope\".",
            ],
            errors.Select(error => error.Message));
        Assert.All(errors, error => Assert.Equal("HC0016", error.Code));
    }

    [Fact]
    public void Only_the_given_rules_are_checked() =>
        Assert.Empty(new DocumentValidator([new ScalarLeafsRule()]).Validate(ValidationSchema.Schema, Parser.Parse("{ unknown }")));

    [Fact]
    public void Validation_gives_up_after_too_many_errors()
    {
        var errors = Validate("{ a b c d e f }", new ValidationOptions { MaxAllowedErrors = 2 });

        Assert.Equal(3, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[2].Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void An_error_names_no_more_places_than_allowed(int limit)
    {
        var errors = Validate("{ dog { name(a: 1 a: 2 a: 3 a: 4 a: 5 a: 6 a: 7) } }", new ValidationOptions { MaxLocationsPerError = limit });

        Assert.Equal(limit, Assert.Single(errors, error => error.Message == "There can be only one argument named \"a\".").Locations.Count);
    }

    [Fact]
    public void Suggestions_can_be_hidden()
    {
        const string Document = "{ dog { nam doesKnowCommand(comand: 1) } arguments { color(arg: RE) complex(arg: { required: true, itn: 1 }) } pet { barks } ... on Dgo { name } }";
        Assert.All(Validate(Document, new ValidationOptions { MaxAllowedErrors = 100 }), error => Assert.Contains("Did you mean", error.Message, StringComparison.Ordinal));
        Assert.All(Validate(Document, new ValidationOptions { HideSuggestions = true, MaxAllowedErrors = 100 }), error => Assert.DoesNotContain("Did you mean", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_made_by_code_is_validated_without_places()
    {
        var parsed = Parser.Parse("{ unknown }");
        var error = Assert.Single(_validator.Validate(ValidationSchema.Schema, new DocumentNode(parsed.Definitions)));
        Assert.Empty(error.Locations);
    }

    [Fact]
    public void A_validator_serves_many_documents_at_once()
    {
        var documents = Enumerable.Range(0, 200).Select(i => Parser.Parse($"query Q{i} {{ dog {{ unknown{i} x: name x: nickname }} }}")).ToArray();
        var results = documents.AsParallel().AsOrdered().Select(document => _validator.Validate(ValidationSchema.Schema, document)).ToArray();

        for (var i = 0; i < results.Length; i++)
        {
            Assert.Equal(2, results[i].Count);
            Assert.Contains(results[i], error => error.Message.StartsWith($"Cannot query field \"unknown{i}\" on type \"Dog\".", StringComparison.Ordinal));
        }
    }

    private static IReadOnlyList<GraphQLError> Validate(string document, ValidationOptions? options = null) =>
        _validator.Validate(ValidationSchema.Schema, Parser.Parse(document), options);
}
