using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Language;

public sealed class ParallelVisitorTests
{
    private readonly ParallelVisitor _visitor = new();
    private readonly List<string> _heard = [];

    [Fact]
    public void Listeners_hear_in_the_order_in_which_they_were_added()
    {
        Listen("first");
        Listen("second");
        Assert.Equal("first+a second+a first-a second-a", Visit("{ a }"));
    }

    [Fact]
    public void A_listener_skips_for_itself_alone()
    {
        Listen("all");
        Listen("some", field => field.Name.Value == "a" ? VisitAction.Skip : VisitAction.Continue);
        Assert.Equal("all+a some+a all+b all-b all-a all+c some+c all-c some-c", Visit("{ a { b } c }"));
    }

    [Fact]
    public void A_listener_stops_for_itself_alone()
    {
        Listen("all");
        Listen("some", field => field.Name.Value == "b" ? VisitAction.Break : VisitAction.Continue);
        Assert.Equal("all+a some+a all+b some+b all-b all-a all+c all-c", Visit("{ a { b } c }"));
    }

    [Fact]
    public void What_nobody_wants_to_hear_is_not_visited()
    {
        Listen("one", _ => VisitAction.Skip);
        Listen("two", _ => VisitAction.Skip);
        Assert.Equal("one+a two+a one+c two+c", Visit("{ a { b } c }"));
    }

    [Fact]
    public void The_visit_ends_when_all_have_stopped()
    {
        Listen("one", _ => VisitAction.Break);
        Listen("two", field => field.Name.Value == "c" ? VisitAction.Break : VisitAction.Continue);
        Assert.Equal("one+a two+a two+b two-b two-a two+c", Visit("{ a { b } c } { d }"));
    }

    [Fact]
    public void A_base_class_stands_for_all_its_kinds()
    {
        var listener = _visitor.AddListener();
        listener.Enter<SelectionNode>(selection => _heard.Add(selection.GetType().Name));
        listener.Skip<FragmentDefinitionNode>();
        Assert.Equal("FieldNode FragmentSpreadNode InlineFragmentNode FieldNode", Visit("{ a ...F ... { b } } fragment F on T { c }"));
    }

    private void Listen(string name, Func<FieldNode, VisitAction>? enter = null)
    {
        var listener = _visitor.AddListener();
        listener.Enter<FieldNode>(field =>
        {
            _heard.Add($"{name}+{field.Name.Value}");
            return enter?.Invoke(field) ?? VisitAction.Continue;
        });
        listener.Leave<FieldNode>(field => _heard.Add($"{name}-{field.Name.Value}"));
    }

    private string Visit(string document)
    {
        _visitor.Visit(Parser.Parse(document));
        return string.Join(' ', _heard);
    }
}
