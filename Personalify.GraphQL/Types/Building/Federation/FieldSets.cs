using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Reads selections without braces, such as <c>sku seller { id }</c>, and checks them on their type.</summary>
internal sealed class FieldSets(FederationDirectives directives, IReadOnlyList<NamedType> types)
{
    /// <summary>The leaves of a key, each with dots between its names.</summary>
    /// <exception cref="SchemaException">The key names what the type does not have, or what no key may have.</exception>
    public IReadOnlyList<string> OfKey(string fields, ComplexType type) => Read(fields, type, type.Name, FederationDirectives.Key);

    /// <summary>Checks what a field requires of its own type, or provides of the type that it leads to.</summary>
    /// <exception cref="SchemaException">It names what is not there, or what is resolved here anyway.</exception>
    public void Check(string fields, NamedType type, string place, string directive) => Read(fields, type, place, directive);

    private List<string> Read(string fields, NamedType type, string place, string directive)
    {
        var leaves = new List<string>();
        var walk = new Walk(directives, types, directive, leaves, problem => FederationErrors.NotAFieldSet(place, fields, problem));
        walk.Read(Parse(fields, walk), type, "", isExternal: false);
        return leaves;
    }

    private static SelectionSetNode Parse(string fields, Walk walk)
    {
        try
        {
            var document = Parser.Parse(new Source($"{{{fields}}}"));
            if (document.Definitions is [OperationDefinitionNode only]) return only.SelectionSet;
        }
        catch (SyntaxException error)
        {
            throw walk.Refused(error.Message);
        }

        throw walk.Refused("that is more than one selection.");
    }

    /// <summary>One field set of one directive.</summary>
    private sealed class Walk(
        FederationDirectives directives, IReadOnlyList<NamedType> types, string directive, List<string> leaves, Func<string, SchemaException> refuse)
    {
        public Func<string, SchemaException> Refused => refuse;

        private bool IsKey => directive == FederationDirectives.Key;

        public void Read(SelectionSetNode set, NamedType type, string path, bool isExternal)
        {
            foreach (var selection in set.Selections)
            {
                if (selection.Directives.Count > 0) throw refuse("directives have no place in it.");
                if (selection is FieldNode field) Read(field, type, path, isExternal);
                else if (selection is InlineFragmentNode fragment && !IsKey) Read(fragment.SelectionSet, TypeOf(fragment, type), path, isExternal);
                else throw refuse("fragments have no place in it.");
            }
        }

        private void Read(FieldNode node, NamedType type, string path, bool isExternal)
        {
            var name = node.Name.Value;
            if (node.Alias is not null || (node.Arguments.Count > 0 && directive != FederationDirectives.Requires)) throw refuse($"{name} must stand there by its name alone.");
            if ((type as ComplexType)?.Fields is not { } fields || !fields.TryGetValue(name, out var field)) throw refuse($"{type} has no field {name}.");
            isExternal |= directives.Has(field, FederationDirectives.External) || directives.Has(type, FederationDirectives.External);
            CheckKind(node, field);
            if (node.SelectionSet is { } below) Read(below, field.Type.Named, $"{path}{name}.", isExternal);
            else AddLeaf(path + name, isExternal);
        }

        private void CheckKind(FieldNode node, OutputField field)
        {
            var isLeaf = field.Type.Named is ScalarType or EnumType;
            if (isLeaf && node.SelectionSet is not null) throw refuse($"{field.Name} has no fields.");
            if (!isLeaf && node.SelectionSet is null) throw refuse($"{field.Name} is of the type {field.Type}: say which of its fields.");
            if (IsKey && (field.Type.Nullable is ListType || field.Type.Named is InterfaceType or UnionType))
                throw refuse($"{field.Name} is of the type {field.Type}, and a key may have neither lists nor interfaces nor unions.");
        }

        private void AddLeaf(string path, bool isExternal)
        {
            if (!IsKey && !isExternal) throw refuse($"{path} is resolved in this subgraph anyway: mark it with [External], or leave it out.");
            leaves.Add(path);
        }

        private NamedType TypeOf(InlineFragmentNode fragment, NamedType type)
        {
            if (fragment.TypeCondition?.Name.Value is not { } name) return type;
            return Members(type).FirstOrDefault(member => member.Name == name) ?? throw refuse($"{type} is never a {name}.");
        }

        private IEnumerable<NamedType> Members(NamedType type) => type switch
        {
            UnionType union => union.Types,
            InterfaceType parent => types.OfType<ComplexType>().Where(member => member.Interfaces.Contains(parent)),
            _ => [type],
        };
    }
}
