namespace Personalify.GraphQL;

/// <summary>
/// Makes a DataLoader of a static method, when the project is compiled with <c>Personalify.GraphQL.Generators</c>.
/// <c>GetBrandByIdAsync</c> becomes the class <c>BrandByIdDataLoader</c> and the interface <c>IBrandByIdDataLoader</c>;
/// <c>services.AddDataLoaders()</c> registers all of an assembly.
/// </summary>
/// <remarks>
/// The first parameter is the keys (<c>IReadOnlyList&lt;TKey&gt;</c>), and the method returns a task of a dictionary (one value each) or
/// of an <c>ILookup</c> (several); or it is one key, and the method returns a task of its value. Further parameters are the
/// <c>CancellationToken</c>, <c>PagingArguments</c>, <c>QueryContext&lt;T&gt;</c>, <c>SortDefinition&lt;T&gt;</c>, what
/// <see cref="DataLoaderStateAttribute"/> names, and services, which live as long as the batch.
/// </remarks>
/// <param name="name">The class, instead of the one that the method's name gives.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataLoaderAttribute(string? name = null) : Attribute
{
    /// <summary>The class, or <c>null</c> for the one that the method's name gives.</summary>
    public string? Name { get; } = name;
}

/// <summary>The parameter is what callers set with <c>loader.SetState(key, value)</c>; a nullable one may be missing.</summary>
/// <param name="key">The name; the parameter's when <c>null</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DataLoaderStateAttribute(string? key = null) : Attribute
{
    /// <summary>The name, or <c>null</c> for the parameter's.</summary>
    public string? Key { get; } = key;
}
