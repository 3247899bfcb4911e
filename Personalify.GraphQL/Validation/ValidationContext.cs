using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Internal;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Validation;

/// <summary>What the rules of one validation share: document, schema, types at the current node, errors, and derived facts.</summary>
public sealed class ValidationContext
{
    private const int MaxMessageLength = 4000;

    private readonly List<GraphQLError> _errors = [];
    private readonly FragmentIndex _fragments;
    private readonly Dictionary<SyntaxNode, IReadOnlyList<VariableUsage>> _variableUsages = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SyntaxNode, IReadOnlyList<VariableUsage>> _ownVariableUsages = new(ReferenceEqualityComparer.Instance);
    private Dictionary<string, DirectiveFacts>? _directives;
    private int _fragmentVisits;

    internal ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        Types = new TypeInfo(schema);
        _fragments = new FragmentIndex(document, CountFragmentVisits);
    }

    /// <summary>The schema; when a type system document is validated, one that holds only what the specification defines.</summary>
    public Schema Schema { get; }

    /// <summary>The document.</summary>
    public DocumentNode Document { get; }

    /// <summary>The options.</summary>
    public ValidationOptions Options { get; }

    /// <summary>The types at the current node; empty when a type system document is validated.</summary>
    public TypeInfo Types { get; }

    /// <summary>The known directives by name. Only documents that use directives pay for it.</summary>
    internal Dictionary<string, DirectiveFacts> Directives => _directives ??= DirectiveFacts.Collect(Schema, Document);

    internal IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>
    /// Adds an error at the given nodes. A message that quotes long parts of the document is cut, and so is a long list of
    /// places.
    /// </summary>
    public void Report(string message, params ReadOnlySpan<SyntaxNode> nodes) =>
        Report(MakeError(message, nodes).WithCode(ErrorCodes.Validation));

    /// <summary>Adds an error made by the rule.</summary>
    public void Report(GraphQLError error)
    {
        if (_errors.Count >= Options.MaxAllowedErrors)
            throw Abort("Too many validation errors, error limit reached. Validation aborted.", ErrorCodes.Validation);
        _errors.Add(error);
    }

    /// <summary>A sentence that names what a mistyped name may have meant; empty when suggestions are hidden or there are none.</summary>
    public string Suggest(string input, IEnumerable<string> options, string what = "") =>
        Options.HideSuggestions ? "" : Suggestions.DidYouMean(Suggestions.Find(input, options), what);

    /// <summary>The fragment of a name, or <c>null</c>.</summary>
    public FragmentDefinitionNode? GetFragment(string name) => _fragments.Find(name);

    /// <summary>All spreads in a selection set, those in nested selection sets included.</summary>
    public IReadOnlyList<FragmentSpreadNode> GetFragmentSpreads(SelectionSetNode selectionSet) => _fragments.GetSpreads(selectionSet);

    /// <summary>The fragments that the operations use, directly and through other fragments, each once.</summary>
    public IReadOnlyList<FragmentDefinitionNode> GetReferencedFragments(params ReadOnlySpan<OperationDefinitionNode> operations) =>
        _fragments.GetReferenced(operations);

    /// <summary>The uses of variables in an operation and in the fragments that it uses.</summary>
    public IReadOnlyList<VariableUsage> GetVariableUsages(OperationDefinitionNode operation)
    {
        if (_variableUsages.TryGetValue(operation, out var known)) return known;

        var usages = new List<VariableUsage>(GetOwnVariableUsages(operation));
        foreach (var fragment in GetReferencedFragments(operation))
        {
            var own = GetOwnVariableUsages(fragment);
            CountFragmentVisits(own.Count);
            usages.AddRange(own);
        }

        return _variableUsages[operation] = usages;
    }

    /// <summary>Counts followed spreads and ends the validation when they become too many.</summary>
    internal void CountFragmentVisits(int count)
    {
        _fragmentVisits += count;
        if (_fragmentVisits <= Options.MaxAllowedFragmentVisits) return;
        throw Abort(
            $"The fragments of the document would have to be visited more than {Options.MaxAllowedFragmentVisits} times. "
            + "Validation aborted; use fewer fragments and operations.",
            ErrorCodes.ValidationBudget);
    }

    internal GraphQLError MakeError(string message, params ReadOnlySpan<SyntaxNode> nodes)
    {
        // What is reported for many places or operations must not multiply the size of the document.
        var text = message.Length <= MaxMessageLength ? message : $"{message.AsSpan(0, MaxMessageLength)}…";
        return GraphQLError.At(text, Document.Source, nodes[..Math.Min(nodes.Length, Options.MaxLocationsPerError)]);
    }

    internal static ValidationAbortedException Abort(string message, string code) => new(new GraphQLError(message).WithCode(code));

    internal void AddFinalError(GraphQLError error) => _errors.Add(error);

    private IReadOnlyList<VariableUsage> GetOwnVariableUsages(ExecutableDefinitionNode definition)
    {
        if (!_ownVariableUsages.TryGetValue(definition, out var usages))
        {
            _ownVariableUsages[definition] = usages = VariableUsage.Collect(Schema, definition);
        }

        return usages;
    }
}
