using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;
using Personalify.GraphQL.Validation;

namespace Personalify.GraphQL.Tests.Validation;

/// <summary>Runs one rule alone. An error is written as its places and its message: <c>1:3 2:5 Unknown …</c>.</summary>
internal sealed class RuleHarness(ValidationRule rule, string? sdl = null)
{
    /// <summary>As many errors and places as graphql-js reports.</summary>
    private static readonly ValidationOptions _options = new() { MaxAllowedErrors = 100, MaxLocationsPerError = 50 };

    private readonly DocumentValidator _validator = new([rule]);
    private readonly Schema _schema = sdl is null ? ValidationSchema.Schema : SdlSchemaBuilder.Build(sdl);

    public void AssertAccepts(string what, string document) => AssertRefuses(what, document);

    public void AssertRefuses(string what, string document, params string[] errors)
    {
        var found = _validator.Validate(_schema, Parser.Parse(document), _options);
        AssertSame(what, errors, found);
    }

    internal static void AssertSame(string what, string[] expected, IReadOnlyList<GraphQLError> found)
    {
        var shown = found.Select(Show).ToArray();
        Assert.True(
            expected.SequenceEqual(shown),
            $"{what}\nexpected:\n{string.Join('\n', expected)}\nfound:\n{string.Join('\n', shown)}");
        Assert.All(found, error => Assert.NotNull(error.Code));
    }

    private static string Show(GraphQLError error) =>
        string.Concat(error.Locations.Select(location => $"{location.Line}:{location.Column} ")) + error.Message;
}

/// <summary>Runs one rule alone over a type system document.</summary>
internal sealed class SdlRuleHarness(ValidationRule rule)
{
    private readonly ValidationRule[] _rules = [rule];

    public void AssertAccepts(string what, string document) => AssertRefuses(what, document);

    public void AssertRefuses(string what, string document, params string[] errors) =>
        RuleHarness.AssertSame(what, errors, SdlValidator.Validate(Parser.Parse(document), _rules));
}
