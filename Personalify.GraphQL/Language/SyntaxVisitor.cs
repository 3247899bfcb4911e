using System.Runtime.CompilerServices;

namespace Personalify.GraphQL.Language;

/// <summary>
/// Walks a syntax tree depth first, in the order of the document, and enters and leaves every node.
/// Names and descriptions are parts of their node and are not visited by themselves.
/// </summary>
public abstract class SyntaxVisitor
{
    private readonly List<SyntaxNode> _ancestors = [];

    /// <summary>The nodes around the current one, the outermost first.</summary>
    public IReadOnlyList<SyntaxNode> Ancestors => _ancestors;

    /// <summary>Visits a node and everything below it.</summary>
    /// <returns>Whether the visit went through; <c>false</c> after <see cref="VisitAction.Break"/>.</returns>
    /// <exception cref="InsufficientExecutionStackException">The tree is nested too deeply to be walked.</exception>
    public bool Visit(SyntaxNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var action = Enter(node);
        if (action != VisitAction.Continue) return action == VisitAction.Skip;

        _ancestors.Add(node);
        var completed = VisitChildren(node);
        _ancestors.RemoveAt(_ancestors.Count - 1);
        return completed && Leave(node) != VisitAction.Break;
    }

    /// <summary>Called before the children.</summary>
    protected virtual VisitAction Enter(SyntaxNode node) => VisitAction.Continue;

    /// <summary>Called after the children.</summary>
    protected virtual VisitAction Leave(SyntaxNode node) => VisitAction.Continue;

    private bool VisitChildren(SyntaxNode node) => node switch
    {
        FieldNode field => VisitAll(field.Arguments) && VisitAll(field.Directives) && VisitOptional(field.SelectionSet),
        ArgumentNode argument => Visit(argument.Value),
        SelectionSetNode selectionSet => VisitAll(selectionSet.Selections),
        FragmentSpreadNode spread => VisitAll(spread.Directives),
        InlineFragmentNode inline => VisitOptional(inline.TypeCondition) && VisitAll(inline.Directives) && Visit(inline.SelectionSet),
        DirectiveNode directive => VisitAll(directive.Arguments),
        ListValueNode list => VisitAll(list.Items),
        ObjectValueNode value => VisitAll(value.Fields),
        ObjectFieldNode field => Visit(field.Value),
        ListTypeNode list => Visit(list.Type),
        NonNullTypeNode nonNull => Visit(nonNull.Type),
        DocumentNode document => VisitAll(document.Definitions),
        OperationDefinitionNode operation =>
            VisitAll(operation.VariableDefinitions) && VisitAll(operation.Directives) && Visit(operation.SelectionSet),
        FragmentDefinitionNode fragment =>
            Visit(fragment.TypeCondition) && VisitAll(fragment.Directives) && Visit(fragment.SelectionSet),
        VariableDefinitionNode variable =>
            Visit(variable.Variable) && Visit(variable.Type) && VisitOptional(variable.DefaultValue) && VisitAll(variable.Directives),
        TypeSystemDefinitionNode definition => VisitDefinition(definition),
        OperationTypeDefinitionNode root => Visit(root.Type),
        FieldDefinitionNode field => VisitAll(field.Arguments) && Visit(field.Type) && VisitAll(field.Directives),
        InputValueDefinitionNode input => Visit(input.Type) && VisitOptional(input.DefaultValue) && VisitAll(input.Directives),
        EnumValueDefinitionNode value => VisitAll(value.Directives),
        _ => true,
    };

    private bool VisitDefinition(TypeSystemDefinitionNode definition) => definition switch
    {
        ObjectTypeDefinitionNode type => VisitAll(type.Interfaces) && VisitAll(type.Directives) && VisitAll(type.Fields),
        InterfaceTypeDefinitionNode type => VisitAll(type.Interfaces) && VisitAll(type.Directives) && VisitAll(type.Fields),
        UnionTypeDefinitionNode union => VisitAll(union.Directives) && VisitAll(union.Types),
        EnumTypeDefinitionNode type => VisitAll(type.Directives) && VisitAll(type.Values),
        InputObjectTypeDefinitionNode input => VisitAll(input.Directives) && VisitAll(input.Fields),
        SchemaDefinitionNode schema => VisitAll(schema.Directives) && VisitAll(schema.OperationTypes),
        DirectiveDefinitionNode directive => VisitAll(directive.Arguments),
        _ => VisitAll(definition.Directives),
    };

    private bool VisitOptional(SyntaxNode? node) => node is null || Visit(node);

    private bool VisitAll<T>(IReadOnlyList<T> nodes)
        where T : SyntaxNode
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (!Visit(nodes[i])) return false;
        }

        return true;
    }
}
