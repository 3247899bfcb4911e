using System.Reflection;
using System.Runtime.CompilerServices;

namespace Personalify.Conventions.Tests;

public sealed class TypeTests
{
    private static readonly Assembly[] Products = [.. new[] { "Personalify.Domain", "Personalify.GraphQL", "Personalify.Api", "Personalify.Web" }.Select(Assembly.Load)];

    [Fact]
    public void A_class_that_nobody_derives_from_is_sealed()
    {
        var types = Products.SelectMany(assembly => assembly.GetTypes()).Where(IsOurs).ToList();
        var bases = types.Select(type => type.BaseType).OfType<Type>().Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();
        var open = types.Where(type => type.IsClass && !type.IsAbstract && !type.IsSealed && !bases.Contains(type));
        Assert.Empty(open.Select(type => type.FullName));
    }

    [Fact]
    public void An_interface_starts_with_I_and_an_attribute_ends_with_Attribute()
    {
        var types = Products.SelectMany(assembly => assembly.GetTypes()).Where(IsOurs).ToList();
        Assert.All(types.Where(type => type.IsInterface), type => Assert.StartsWith("I", type.Name, StringComparison.Ordinal));
        Assert.All(types.Where(type => type.IsSubclassOf(typeof(Attribute))), type => Assert.EndsWith("Attribute", type.Name.Split('`')[0], StringComparison.Ordinal));
    }

    /// <summary>Razor's compiler and the language's own helpers make types nobody wrote.</summary>
    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("Personalify", StringComparison.Ordinal) == true
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && !typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPageBase).IsAssignableFrom(type);
}
