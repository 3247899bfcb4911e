using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Validation;

/// <summary>A place where a variable is used.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Type">The type that the place expects, if the schema knows the place.</param>
/// <param name="ParentType">The type of the list or object literal around the place.</param>
/// <param name="HasDefault">Whether the argument or input field has a default value.</param>
public sealed record VariableUsage(VariableNode Variable, GraphQLType? Type, GraphQLType? ParentType, bool HasDefault)
{
    /// <summary>The uses in an operation or fragment itself. The definitions of variables are no uses.</summary>
    internal static IReadOnlyList<VariableUsage> Collect(Schema schema, ExecutableDefinitionNode definition)
    {
        var collector = new Collector(schema);
        collector.Visit(definition);
        return collector.Usages;
    }

    private sealed class Collector(Schema schema) : SyntaxVisitor
    {
        private readonly TypeInfo _types = new(schema);

        public List<VariableUsage> Usages { get; } = [];

        protected override VisitAction Enter(SyntaxNode node)
        {
            if (node is VariableDefinitionNode) return VisitAction.Skip;
            if (node is VariableNode variable)
            {
                Usages.Add(new VariableUsage(variable, _types.InputType, _types.ParentInputType, _types.DefaultValue is not null));
            }

            _types.Enter(node);
            return VisitAction.Continue;
        }

        protected override VisitAction Leave(SyntaxNode node)
        {
            _types.Leave(node);
            return VisitAction.Continue;
        }
    }
}
