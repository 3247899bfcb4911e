using System.Collections.Immutable;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>A context for delegates that must not look at theirs: every question fails.</summary>
internal sealed class FakeResolverContext : IResolverContext
{
    public Schema Schema => throw Unexpected();

    public ObjectType ObjectType => throw Unexpected();

    public OutputField Field => throw Unexpected();

    public string ResponseName => throw Unexpected();

    public ISelection Selection => throw Unexpected();

    public IReadOnlyList<FieldNode> Nodes => throw Unexpected();

    public IReadOnlyList<object> Path => throw Unexpected();

    public IServiceProvider Services => throw Unexpected();

    public CancellationToken RequestAborted => throw Unexpected();

    public IDictionary<string, object?> ContextData => throw Unexpected();

    public IImmutableDictionary<string, object?> ScopedContextData
    {
        get => throw Unexpected();
        set => throw Unexpected();
    }

    public IImmutableDictionary<string, object?> LocalContextData
    {
        get => throw Unexpected();
        set => throw Unexpected();
    }

    public T Parent<T>() => throw Unexpected();

    public T ArgumentValue<T>(string name) => throw Unexpected();

    public Optional<T> ArgumentOptional<T>(string name) => throw Unexpected();

    public bool IsSelected(string fieldName) => throw Unexpected();

    public void ReportError(GraphQLError error) => throw Unexpected();

    private static InvalidOperationException Unexpected() => new("Nothing should be asked of this context.");
}
