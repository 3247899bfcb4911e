using System.Collections.Immutable;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>The context of a field with something of its own.</summary>
internal abstract class ForwardedContext(IResolverContext shared) : IResolverContext
{
    public Schema Schema => shared.Schema;

    public ObjectType ObjectType => shared.ObjectType;

    public OutputField Field => shared.Field;

    public string ResponseName => shared.ResponseName;

    public ISelection Selection => shared.Selection;

    public IReadOnlyList<FieldNode> Nodes => shared.Nodes;

    public IReadOnlyList<object> Path => shared.Path;

    public virtual IServiceProvider Services => shared.Services;

    public CancellationToken RequestAborted => shared.RequestAborted;

    public IDictionary<string, object?> ContextData => shared.ContextData;

    public IImmutableDictionary<string, object?> ScopedContextData
    {
        get => shared.ScopedContextData;
        set => shared.ScopedContextData = value;
    }

    public virtual IImmutableDictionary<string, object?> LocalContextData
    {
        get => shared.LocalContextData;
        set => shared.LocalContextData = value;
    }

    public virtual object? Result => shared.Result;

    public virtual T Parent<T>() => shared.Parent<T>();

    public T? ArgumentValue<T>(string name) => shared.ArgumentValue<T>(name);

    public Optional<T> ArgumentOptional<T>(string name) => shared.ArgumentOptional<T>(name);

    public bool IsSelected(string fieldName) => shared.IsSelected(fieldName);

    public void ReportError(GraphQLError error) => shared.ReportError(error);
}

/// <summary>The context of a field that is resolved, for those who are asked about its result.</summary>
internal sealed class ResolvedContext(IResolverContext shared, object result) : ForwardedContext(shared)
{
    public override object? Result => result;
}
