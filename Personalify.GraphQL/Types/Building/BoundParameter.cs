using System.Linq.Expressions;

namespace Personalify.GraphQL.Types.Building;

/// <summary>A resolver's parameter and where its value comes from.</summary>
/// <param name="Read">Reads the value from the resolver context, for resolvers that are compiled.</param>
internal sealed record BoundParameter(Func<Expression, Expression> Read)
{
    /// <summary>The same for resolvers whose code was generated; <c>null</c> for what no generated code asks for.</summary>
    public ParameterValue? Value { get; private init; }

    /// <summary>The argument that the parameter is, or <c>null</c>.</summary>
    public BoundInput? Input { get; private init; }

    /// <summary>Whether the parameter is the parent object.</summary>
    public bool IsParent { get; init; }

    public static BoundParameter Of(ParameterValue value, Type type) => new(context => value.Read(context, type)) { Value = value };

    /// <summary>A parameter that is an argument of the field.</summary>
    public static BoundParameter Of(BoundInput input) => Of(input, new ArgumentReader(input).Read);

    /// <summary>A parameter that is the argument of each parent's call.</summary>
    public static BoundParameter Of(BoundInput input, BatchList list) =>
        Of(list.Of(new ObjectValue(new ArgumentReader(input).Read)), list.Type) with { Input = input };

    /// <summary>The same parameter where its argument is a field of the input object that the named argument holds.</summary>
    public BoundParameter In(string argument) => Input is null ? this : Of(Input, new InputReader(argument, Input).Read);

    private static BoundParameter Of(BoundInput input, Func<IResolverContext, object?> read) =>
        Of(new ObjectValue(read), input.Field.RuntimeType!) with { Input = input };
}
