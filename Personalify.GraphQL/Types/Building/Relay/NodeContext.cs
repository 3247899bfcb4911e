using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// The context of one of several objects that are fetched side by side: that of their field, with services of its own. What is asked
/// about an object that was fetched has it as parent.
/// </summary>
internal sealed class NodeContext(IResolverContext shared, object? fetched = null) : IResolverContext
{
    public Schema Schema => shared.Schema;

    public ObjectType ObjectType => shared.ObjectType;

    public OutputField Field => shared.Field;

    public string ResponseName => shared.ResponseName;

    public ISelection Selection => shared.Selection;

    public IReadOnlyList<FieldNode> Nodes => shared.Nodes;

    public IReadOnlyList<object> Path => shared.Path;

    public IServiceProvider Services { get; } = shared.Services is ISeparableServices services ? services.Separate() : shared.Services;

    public CancellationToken RequestAborted => shared.RequestAborted;

    public IDictionary<string, object?> ContextData => shared.ContextData;

    public T Parent<T>() => fetched is T parent ? parent : shared.Parent<T>();

    public T? ArgumentValue<T>(string name) => shared.ArgumentValue<T>(name);

    public Optional<T> ArgumentOptional<T>(string name) => shared.ArgumentOptional<T>(name);

    public bool IsSelected(string fieldName) => shared.IsSelected(fieldName);

    public void ReportError(GraphQLError error) => shared.ReportError(error);
}
