using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Language;

public sealed class SyntaxVisitorTests
{
    private const string Document = "query Q($v: [Int!] = 1 @d) @e { a(b: { c: [$v] }) { ...F ... on T { g } } }";

    [Fact]
    public void Nodes_are_entered_and_left_in_the_order_of_the_document() => Assert.Equal(
        "+Document +OperationDefinition +VariableDefinition +Variable -Variable +ListType +NonNullType +NamedType -NamedType -NonNullType -ListType "
        + "+IntValue -IntValue +Directive -Directive -VariableDefinition +Directive -Directive +SelectionSet +Field +Argument +ObjectValue +ObjectField +ListValue "
        + "+Variable -Variable -ListValue -ObjectField -ObjectValue -Argument +SelectionSet +FragmentSpread -FragmentSpread +InlineFragment +NamedType -NamedType "
        + "+SelectionSet +Field -Field -SelectionSet -InlineFragment -SelectionSet -Field -SelectionSet -OperationDefinition -Document",
        Trace(Document, _ => VisitAction.Continue));

    [Fact]
    public void A_skipped_node_is_neither_looked_into_nor_left() => Assert.Equal(
        "+Document +OperationDefinition +VariableDefinition +Directive -Directive +SelectionSet +Field -SelectionSet -OperationDefinition -Document",
        Trace(Document, node => node is VariableDefinitionNode or FieldNode ? VisitAction.Skip : VisitAction.Continue));

    [Fact]
    public void After_a_break_nothing_is_visited() => Assert.Equal(
        "+Document +OperationDefinition +VariableDefinition",
        Trace(Document, node => node is VariableDefinitionNode ? VisitAction.Break : VisitAction.Continue));

    [Fact]
    public void Every_part_of_a_schema_is_visited()
    {
        const string Schema = "schema @a { query: Q } scalar S @a type T implements I @a { f(x: Int = 1 @a): Int @a } interface I { f: Int } union U @a = T enum E @a { A @a } input N @a { x: Int @a } directive @d(x: Int @a) on FIELD";
        var visitor = new Tracer(_ => VisitAction.Continue);
        visitor.Visit(Parser.Parse(Schema));
        Assert.Equal(11, visitor.Trace.Count(step => step == "+Directive"));
        Assert.Equal(8, visitor.Trace.Count(step => step == "+NamedType"));
    }

    [Fact]
    public void The_ancestors_of_a_node_are_known()
    {
        var ancestors = "";
        var visitor = new ParallelVisitor();
        var listener = visitor.AddListener();
        listener.Enter<DirectiveNode>(_ => ancestors += string.Join(" ", listener.Ancestors.Select(Tracer.Name)) + "; ");
        visitor.Visit(Parser.Parse("query Q @a { b @c }"));
        Assert.Equal("Document OperationDefinition; Document OperationDefinition SelectionSet Field; ", ancestors);
    }

    private static string Trace(string document, Func<SyntaxNode, VisitAction> enter)
    {
        var visitor = new Tracer(enter);
        visitor.Visit(Parser.Parse(document));
        return string.Join(' ', visitor.Trace);
    }

    private sealed class Tracer(Func<SyntaxNode, VisitAction> enter) : SyntaxVisitor
    {
        public List<string> Trace { get; } = [];

        public static string Name(SyntaxNode node) => node.GetType().Name[..^"Node".Length];

        protected override VisitAction Enter(SyntaxNode node)
        {
            Trace.Add($"+{Name(node)}");
            return enter(node);
        }

        protected override VisitAction Leave(SyntaxNode node)
        {
            Trace.Add($"-{Name(node)}");
            return VisitAction.Continue;
        }
    }
}
