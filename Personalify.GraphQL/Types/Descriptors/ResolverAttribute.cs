using System.Linq.Expressions;
using System.Reflection;

namespace Personalify.GraphQL.Types;

/// <summary>Says what resolves a field instead of its own member.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class ResolverAttribute : Attribute
{
    public ResolverAttribute(Delegate function) => (Function, Member) = (function, function.GetType().GetMethod(nameof(Action.Invoke))!);

    public ResolverAttribute(MemberInfo member) => Member = member;

    /// <summary>The function, or <c>null</c> when it is a member of a class.</summary>
    public Delegate? Function { get; }

    /// <summary>What is called.</summary>
    public MemberInfo Member { get; }
}

/// <summary>Puts middleware around a field.</summary>
/// <param name="make">Makes it, when the schema is built.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class MiddlewareAttribute(Func<IDescriptorContext, FieldMiddleware> make) : FieldMiddlewareAttribute(0)
{
    public FieldMiddleware Make(IDescriptorContext context) => make(context);
}

/// <summary>Says what fetches the objects of a type by their id.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class NodeFetchAttribute : Attribute
{
    public NodeFetchAttribute(Delegate function) => (Function, Method) = (function, function.GetType().GetMethod(nameof(Action.Invoke))!);

    public NodeFetchAttribute(MethodInfo method) => Method = method;

    /// <summary>The function, or <c>null</c> when it is a method of a class.</summary>
    public Delegate? Function { get; }

    /// <summary>What is called, with the id first.</summary>
    public MethodInfo Method { get; }
}

/// <summary>Says whether members belong to a type only if they are named.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class BindingAttribute(bool isExplicit) : Attribute
{
    public bool IsExplicit { get; } = isExplicit;
}

/// <summary>Puts a directive on a place.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class AppliedDirectiveAttribute(object directive) : Attribute
{
    public object Directive { get; } = directive;
}

/// <summary>Names a member of a union.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class UnionMemberAttribute(Type member) : Attribute
{
    public Type Member { get; } = member;
}

/// <summary>Reads which member an expression such as <c>book => book.Title</c> names.</summary>
internal static class MemberExpressions
{
    /// <exception cref="SchemaException">It names none.</exception>
    public static MemberInfo Find(LambdaExpression expression) => Inner(expression.Body) switch
    {
        MemberExpression { Member: PropertyInfo property } => property,
        MethodCallExpression call => call.Method,
        _ => throw new SchemaException($"{expression} names no property and no method of {expression.Parameters[0].Type.FullName}: write it as each => each.Name."),
    };

    /// <exception cref="SchemaException">It names no property.</exception>
    public static PropertyInfo FindProperty(LambdaExpression expression) =>
        Find(expression) as PropertyInfo ?? throw new SchemaException($"{expression} names no property of {expression.Parameters[0].Type.FullName}, which is needed here.");

    /// <exception cref="SchemaException">It names no method.</exception>
    public static MethodInfo FindMethod(LambdaExpression expression) =>
        Find(expression) as MethodInfo ?? throw new SchemaException($"{expression} names no method of {expression.Parameters[0].Type.FullName}, which is needed here.");

    private static Expression Inner(Expression body) =>
        body is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked, Operand: var operand } ? operand : body;
}
