using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Language;

/// <summary>Makes random syntax trees that a parser could have made.</summary>
internal sealed class DocumentGenerator(int seed)
{
    private static readonly string[] _names = ["a", "name", "_x1", "on", "type", "query", "true1", "Dog", "NULL"];
    private static readonly string[] _texts = ["", "plain", "\"quoted\"", "\\", "two\nlines", "tab\t", "é \U0001F600", "\"\"\"", "bell\u0007"];
    private static readonly string[] _blocks = ["", "plain", "two\nlines", "two\n  lines\n\nwith space", "\"\"\"", "ends with quote\"", "\\", "a\n b"];
    private readonly Random _random = new(seed);

    public DocumentNode Document() => new(List(5, 1, Definition));

    private DefinitionNode Definition() => _random.Next(9) switch
    {
        0 => new OperationDefinitionNode(Pick<OperationType>([OperationType.Query, OperationType.Mutation, OperationType.Subscription]), Maybe(Name), List(3, 0, Variable), Directives(), Selections(3)) { Description = null },
        1 => new FragmentDefinitionNode(FragmentName(), NamedType(), Directives(), Selections(3)) { Description = Description() },
        2 => new ObjectTypeDefinitionNode(Name(), List(2, 0, NamedType), Directives(), List(3, 0, FieldDefinition)) { Description = Description() },
        3 => new InterfaceTypeDefinitionNode(Name(), [], Directives(), List(3, 1, FieldDefinition)) { IsExtension = true },
        4 => new UnionTypeDefinitionNode(Name(), Directives(), List(3, 0, NamedType)) { Description = Description() },
        5 => new EnumTypeDefinitionNode(Name(), Directives(), List(3, 1, () => new EnumValueDefinitionNode(Name(), Directives()) { Description = Description() })),
        6 => new InputObjectTypeDefinitionNode(Name(), Directives(), List(3, 1, InputValue)) { IsExtension = true },
        7 => new DirectiveDefinitionNode(Name(), List(2, 0, InputValue), _random.Next(2) == 0, [new NameNode("FIELD"), new NameNode("ENUM_VALUE")]),
        _ => new SchemaDefinitionNode(Directives(), List(2, 1, () => new OperationTypeDefinitionNode(OperationType.Mutation, NamedType()))) { Description = Description() },
    };

    private VariableDefinitionNode Variable() => new(new VariableNode(Name()), Type(3), Maybe(() => Value(2, isConstant: true)), Directives()) { Description = Description() };

    private SelectionSetNode Selections(int depth) => new(List(4, 1, () => Selection(depth)));

    private SelectionNode Selection(int depth) => _random.Next(depth > 0 ? 4 : 2) switch
    {
        0 => new FieldNode(Maybe(Name), Name(), List(4, 0, () => new ArgumentNode(Name(), Value(3, isConstant: false))), Directives(), null),
        1 => new FragmentSpreadNode(FragmentName(), Directives()),
        2 => new InlineFragmentNode(Maybe(NamedType), Directives(), Selections(depth - 1)),
        _ => new FieldNode(null, Name(), [], Directives(), Selections(depth - 1)),
    };

    private ValueNode Value(int depth, bool isConstant) => _random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => new IntValueNode(Pick("0", "-1", "123456789012345678901234567890")),
        1 => new FloatValueNode(Pick("0.5", "-1.5e10", "1E+3")),
        2 => new StringValueNode(Pick(_texts)),
        3 => new StringValueNode(Pick(_blocks), IsBlock: true),
        4 => new BooleanValueNode(_random.Next(2) == 0),
        5 => isConstant ? new NullValueNode() : new VariableNode(Name()),
        6 => new EnumValueNode(Pick(_names)),
        7 => new ListValueNode(List(6, 0, () => Value(depth - 1, isConstant))),
        _ => new ObjectValueNode(List(6, 0, () => new ObjectFieldNode(Name(), Value(depth - 1, isConstant)))),
    };

    private TypeNode Type(int depth)
    {
        TypeNode type = depth > 0 && _random.Next(3) == 0 ? new ListTypeNode(Type(depth - 1)) : NamedType();
        return _random.Next(3) == 0 ? new NonNullTypeNode(type) : type;
    }

    private FieldDefinitionNode FieldDefinition() => new(Name(), List(3, 0, InputValue), Type(2), Directives()) { Description = Description() };

    private InputValueDefinitionNode InputValue() => new(Name(), Type(2), Maybe(() => Value(2, isConstant: true)), Directives()) { Description = Description() };

    private List<DirectiveNode> Directives() => _random.Next(3) == 0
        ? List(2, 1, () => new DirectiveNode(Name(), List(2, 0, () => new ArgumentNode(Name(), Value(1, isConstant: true)))))
        : [];

    private StringValueNode? Description() => _random.Next(4) switch
    {
        0 => new StringValueNode(Pick(_texts)),
        1 => new StringValueNode(Pick(_blocks), IsBlock: true),
        _ => null,
    };

    private NamedTypeNode NamedType() => new(Name());

    private NameNode Name() => new(Pick(_names));

    private NameNode FragmentName() => new(Pick("F", "Name", "fragment"));

    private T? Maybe<T>(Func<T> make)
        where T : class => _random.Next(2) == 0 ? make() : null;

    private List<T> List<T>(int max, int min, Func<T> make) => [.. Enumerable.Range(0, _random.Next(min, max + 1)).Select(_ => make())];

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];
}
