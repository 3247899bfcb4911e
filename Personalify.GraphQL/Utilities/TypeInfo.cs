using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <summary>
/// Knows, during a walk over a document, the types of the schema at the current node. Call <see cref="Enter"/> before and
/// <see cref="Leave"/> after the children of every node. A value is <c>null</c> where the schema has nothing for what the
/// document names.
/// </summary>
public sealed class TypeInfo(Schema schema)
{
    private readonly List<GraphQLType?> _types = [];
    private readonly List<NamedType?> _parentTypes = [];
    private readonly List<OutputField?> _fields = [];
    private readonly List<GraphQLType?> _inputTypes = [];
    private readonly List<ValueNode?> _defaultValues = [];

    /// <summary>The type of the current field, fragment or operation.</summary>
    public GraphQLType? Type => _types.LastOrDefault();

    /// <summary>The object, interface or union that the current selection set selects from.</summary>
    public NamedType? ParentType => _parentTypes.LastOrDefault();

    /// <summary>The current field.</summary>
    public OutputField? Field => _fields.LastOrDefault();

    /// <summary>The type expected of the current value. Inside a list literal, that of its items.</summary>
    public GraphQLType? InputType => _inputTypes.LastOrDefault();

    /// <summary>The type expected of the list or object literal around the current value.</summary>
    public GraphQLType? ParentInputType => _inputTypes.Count > 1 ? _inputTypes[^2] : null;

    /// <summary>The default value of the current argument or input field, or <c>null</c> for none.</summary>
    public ValueNode? DefaultValue => _defaultValues.LastOrDefault();

    /// <summary>The current directive.</summary>
    public DirectiveType? Directive { get; private set; }

    /// <summary>The current argument.</summary>
    public InputField? Argument { get; private set; }

    /// <summary>To be called before the children of a node.</summary>
    public void Enter(SyntaxNode node)
    {
        switch (node)
        {
            case SelectionSetNode:
                _parentTypes.Add(AsComposite(Type?.Named));
                break;
            case FieldNode field:
                EnterField(field);
                break;
            case ArgumentNode argument:
                EnterArgument(argument);
                break;
            case DirectiveNode directive:
                Directive = schema.Directives.GetValueOrDefault(directive.Name.Value);
                break;
            case InlineFragmentNode inline:
                _types.Add(inline.TypeCondition is { } condition ? AsOutput(TypeFromAst.FindNamed(schema, condition)) : Type?.Named);
                break;
            case FragmentDefinitionNode fragment:
                _types.Add(AsOutput(TypeFromAst.FindNamed(schema, fragment.TypeCondition)));
                break;
            case OperationDefinitionNode operation:
                _types.Add(schema.GetRootType(operation.Operation));
                break;
            case VariableDefinitionNode variable:
                _inputTypes.Add(AsInput(TypeFromAst.Find(schema, variable.Type)));
                break;
            case ListValueNode:
                PushInput((InputType?.Nullable as ListType)?.OfType, null);
                break;
            case ObjectFieldNode field:
                EnterObjectField(field);
                break;
        }
    }

    /// <summary>To be called after the children of a node.</summary>
    public void Leave(SyntaxNode node)
    {
        switch (node)
        {
            case SelectionSetNode:
                Pop(_parentTypes);
                break;
            case FieldNode:
                Pop(_fields);
                Pop(_types);
                break;
            case ArgumentNode:
                Argument = null;
                PopInput();
                break;
            case DirectiveNode:
                Directive = null;
                break;
            case InlineFragmentNode or FragmentDefinitionNode or OperationDefinitionNode:
                Pop(_types);
                break;
            case VariableDefinitionNode:
                Pop(_inputTypes);
                break;
            case ListValueNode or ObjectFieldNode:
                PopInput();
                break;
        }
    }

    private void EnterField(FieldNode node)
    {
        var field = ParentType is { } parent ? Introspection.FindField(schema, parent, node.Name.Value) : null;
        _fields.Add(field);
        _types.Add(AsOutput(field?.Type));
    }

    private void EnterArgument(ArgumentNode node)
    {
        var arguments = Directive?.Arguments ?? Field?.Arguments;
        Argument = arguments?.Find(argument => argument.Name == node.Name.Value);
        PushInput(Argument?.Type, Argument?.DefaultValue);
    }

    private void EnterObjectField(ObjectFieldNode node)
    {
        var field = (InputType?.Named as InputObjectType)?.Fields.Find(candidate => candidate.Name == node.Name.Value);
        PushInput(field?.Type, field?.DefaultValue);
    }

    private void PushInput(GraphQLType? type, ValueNode? defaultValue)
    {
        _inputTypes.Add(AsInput(type));
        _defaultValues.Add(defaultValue);
    }

    private void PopInput()
    {
        Pop(_inputTypes);
        Pop(_defaultValues);
    }

    private static void Pop<T>(List<T> stack) => stack.RemoveAt(stack.Count - 1);

    private static NamedType? AsComposite(NamedType? type) => type is ComplexType or UnionType ? type : null;

    private static GraphQLType? AsOutput(GraphQLType? type) => type is { IsOutput: true } ? type : null;

    private static GraphQLType? AsInput(GraphQLType? type) => type is { IsInput: true } ? type : null;
}
