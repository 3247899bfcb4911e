using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// No two arguments of a field or directive share a name.
/// Specification: 3.6.1 Field Arguments, https://spec.graphql.org/September2025/#sec-Field-Arguments
/// </summary>
public sealed class UniqueArgumentDefinitionNamesRule : ValidationRule
{
    /// <inheritdoc />
    public override void Register(ValidationContext context, SyntaxListener on)
    {
        on.Enter<DirectiveDefinitionNode>(directive => Check($"@{directive.Name.Value}", directive.Arguments));
        on.Enter<ObjectTypeDefinitionNode>(type => CheckAll(type, type.Fields));
        on.Enter<InterfaceTypeDefinitionNode>(type => CheckAll(type, type.Fields));

        void CheckAll(TypeDefinitionNode type, IReadOnlyList<FieldDefinitionNode> fields)
        {
            foreach (var field in fields) Check($"{type.Name.Value}.{field.Name.Value}", field.Arguments);
        }

        void Check(string owner, IReadOnlyList<InputValueDefinitionNode> arguments)
        {
            foreach (var same in arguments.GroupBy(argument => argument.Name.Value).Where(same => same.Skip(1).Any()))
            {
                context.Report($"Argument \"{owner}({same.Key}:)\" can only be defined once.", [.. same.Select(argument => argument.Name)]);
            }
        }
    }
}
