using System.Diagnostics;
using System.Text;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Validation;

namespace Personalify.GraphQL.Tests.Validation;

/// <summary>Documents that were made to be expensive end in an error, soon and without exhausting the stack.</summary>
public sealed class ValidationLimitsTests
{
    private static readonly DocumentValidator _validator = new();

    private static ValidationOptions Patient => new() { MaxAllowedErrors = 100, MaxLocationsPerError = 50 };

    [Fact]
    public void Many_fields_of_one_name_with_arguments_exhaust_the_comparisons()
    {
        var fields = string.Concat(Enumerable.Repeat("a: isHousetrained(atOtherHomes: true) ", 600));
        AssertRefusedSoon($"{{ dog {{ {fields} }} }}", ErrorCodes.ValidationBudget);
    }

    [Fact]
    public void Nested_fields_of_one_name_exhaust_the_comparisons()
    {
        var document = "name";
        for (var i = 0; i < 11; i++) document = $"relatives {{ {document} }} relatives {{ {document} }}";
        AssertRefusedSoon($"{{ human {{ {document} }} }}", ErrorCodes.ValidationBudget);
    }

    [Fact]
    public void Many_fragments_that_spread_each_other_exhaust_the_comparisons()
    {
        var names = Enumerable.Range(0, 500).Select(i => $"F{i}").ToArray();
        var spreads = string.Concat(names.Select(name => $"...{name} "));
        var fragments = string.Concat(names.Select(name => $"fragment {name} on Dog {{ name {spreads} }} "));
        AssertRefusedSoon($"{{ dog {{ {spreads} }} }} {fragments}", ErrorCodes.ValidationBudget);
    }

    [Fact]
    public void Many_operations_over_many_fragments_exhaust_the_visits()
    {
        var fragments = string.Concat(Enumerable.Range(0, 500).Select(i => $"fragment F{i} on Dog {{ ...F{i + 1} }} "));
        var operations = string.Concat(Enumerable.Range(0, 500).Select(i => $"query Q{i} {{ dog {{ ...F0 }} }} "));
        AssertRefusedSoon($"{operations} {fragments} fragment F500 on Dog {{ name }}", ErrorCodes.ValidationBudget);
    }

    [Theory]
    [InlineData("{ dog { name ...F0 } }")]
    [InlineData("{ dog { name } dog { ...F0 } }")]
    [InlineData("subscription { ...F0 }")]
    [InlineData("{ __schema { ...F0 } }")]
    public void A_chain_of_very_many_fragments_does_not_exhaust_the_stack(string operation)
    {
        const int Length = 40_000;
        var type = operation.StartsWith("subscription", StringComparison.Ordinal) ? "Subscription" : operation.Contains("schema", StringComparison.Ordinal) ? "__Schema" : "Dog";
        var document = new StringBuilder(operation);
        for (var i = 0; i < Length; i++) document.Append(System.Globalization.CultureInfo.InvariantCulture, $" fragment F{i} on {type} {{ ...F{(i + 1) % Length} }}");

        var errors = Validate(document.ToString(), new ValidationOptions { MaxAllowedFragmentVisits = int.MaxValue, MaxAllowedFieldMergeComparisons = int.MaxValue });
        Assert.Contains(errors, error => error.Message.StartsWith("Cannot spread fragment", StringComparison.Ordinal) || error.Code == ErrorCodes.TooManyNodes);
        Assert.All(errors, error => Assert.True(error.Message.Length < 5_000 && error.Locations.Count <= 50));
    }

    [Fact]
    public void A_tree_made_by_code_that_is_too_deep_is_refused()
    {
        var selections = new SelectionSetNode([new FieldNode(null, new NameNode("name"), [], [], null)]);
        for (var i = 0; i < 200_000; i++) selections = new SelectionSetNode([new FieldNode(null, new NameNode("relatives"), [], [], selections)]);
        var document = new DocumentNode([new OperationDefinitionNode(OperationType.Query, null, [], [], selections)]);

        var errors = _validator.Validate(ValidationSchema.Schema, document);
        Assert.Contains(errors, error => error.Code == ErrorCodes.TooManyNodes);
    }

    [Fact]
    public void A_name_as_long_as_the_document_is_not_repeated_in_every_error()
    {
        var name = new string('x', 200_000);
        var operations = string.Concat(Enumerable.Range(0, 50).Select(i => $"query Q{i} {{ arguments {{ ...F }} }} "));
        var errors = Validate($"{operations} fragment F on Arguments {{ int(arg: ${name}) }}", Patient);

        Assert.Equal(50, errors.Count);
        Assert.All(errors, error => Assert.True(error.Message.Length < 5_000));
    }

    [Fact]
    public void Many_errors_with_many_places_in_a_long_line_are_found_soon()
    {
        var arguments = string.Concat(Enumerable.Range(0, 100).Select(i => string.Concat(Enumerable.Repeat($"argument{i}: 1 ", 400))));
        var watch = Stopwatch.StartNew();
        var errors = Validate($"{{ dog {{ name({arguments}) }} }}", Patient);

        Assert.Equal(101, errors.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
    }

    private static void AssertRefusedSoon(string document, string code)
    {
        var watch = Stopwatch.StartNew();
        var errors = Validate(document);

        Assert.Contains(errors, error => error.Code == code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
    }

    private static IReadOnlyList<GraphQLError> Validate(string document, ValidationOptions? options = null) =>
        _validator.Validate(ValidationSchema.Schema, Parser.Parse(document, ParserOptions.Trusted), options);
}
