using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>Who calls the members: code that a source generator wrote, or code that was compiled when the schema was built. Tests of resolvers run with both.</summary>
public enum Bindings
{
    Generated,
    Compiled,
}

internal static class BindingsExtensions
{
    public static Schema BuildWith(this SchemaBuilder builder, Bindings bindings)
    {
        builder.UseGeneratedCode = bindings == Bindings.Generated;
        return builder.Build();
    }
}
