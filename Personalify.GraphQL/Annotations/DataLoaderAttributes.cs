namespace Personalify.GraphQL;

/// <summary>
/// Makes a DataLoader of a static method, when the project is compiled with <c>Personalify.GraphQL.Generators</c>.
/// <c>GetBrandByIdAsync</c> becomes the class <c>BrandByIdDataLoader</c> and the interface <c>IBrandByIdDataLoader</c>;
/// <c>services.AddDataLoaders()</c> registers all of an assembly.
/// </summary>
/// <remarks>
/// The first parameter is the keys (<c>IReadOnlyList&lt;TKey&gt;</c>), and the method returns a task of a dictionary (one value each) or
/// of an <c>ILookup</c> (several); or it is one key, and the method returns a task of its value. Further parameters are the
/// <c>CancellationToken</c>, <c>PagingArguments</c>, <c>QueryContext&lt;T&gt;</c> or its parts <c>ISelectorBuilder</c>, <c>IPredicateBuilder</c> and
/// <c>SortDefinition&lt;T&gt;</c>, what <see cref="DataLoaderStateAttribute"/> names, and services, which live as long as the batch; those that are
/// registered by a key with <c>[Service("key")]</c>.
/// </remarks>
/// <param name="name">The class, instead of the one that the method's name gives.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataLoaderAttribute(string? name = null) : Attribute
{
    /// <summary>The class, or <c>null</c> for the one that the method's name gives.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// Static methods beside this one by which the loader finds its values among those that others have loaded: of a value of the loader they return its
    /// key, or <c>null</c>; of a value of any type a <c>KeyValuePair</c> of the loader's key and value, or <c>null</c>. No batch is fetched for what
    /// they find. A value must be whole wherever it comes from.
    /// </summary>
    public string[] Lookups { get; init; } = [];

    /// <summary>The most keys that one batch fetches; 0 for the usual 1,024. Without meaning for a loader that fetches one key at a time.</summary>
    public int MaxBatchSize { get; init; }

    /// <summary>Whose services the method gets.</summary>
    public DataLoaderServiceScope ServiceScope { get; init; }

    /// <summary>Who may use the class and the interface.</summary>
    public DataLoaderAccessModifier AccessModifier { get; init; }
}

/// <summary>Whose services a loader's batches use.</summary>
public enum DataLoaderServiceScope
{
    /// <summary>What <see cref="DataLoaderDefaultsAttribute"/> says, and else <see cref="DataLoaderScope"/>.</summary>
    Default,

    /// <summary>Each batch has services of its own, so that two never share a database connection.</summary>
    DataLoaderScope,

    /// <summary>
    /// The request's, which the root fields of a mutation use too: a batch sees what they have not committed. Batches run side by side, so no two
    /// loaders of this kind may use one connection in the same request.
    /// </summary>
    OriginalScope,
}

/// <summary>Who may use what is generated for a method.</summary>
public enum DataLoaderAccessModifier
{
    /// <summary>
    /// What <see cref="DataLoaderDefaultsAttribute"/> says, and else: of the class who may call the method, of the interface everybody who knows key and value.
    /// </summary>
    Default,

    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Everybody the interface, this assembly the class.</summary>
    PublicInterface,

    /// <summary>This assembly.</summary>
    Internal,
}

/// <summary>What holds for every <see cref="DataLoaderAttribute"/> of an assembly that says nothing else.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DataLoaderDefaultsAttribute : Attribute
{
    /// <summary>Whose services the methods get.</summary>
    public DataLoaderServiceScope ServiceScope { get; init; }

    /// <summary>Who may use the classes and interfaces.</summary>
    public DataLoaderAccessModifier AccessModifier { get; init; }

    /// <summary>Whether there are interfaces; otherwise resolvers ask for the classes.</summary>
    public bool GenerateInterfaces { get; init; } = true;
}

/// <summary>The parameter is what callers set with <c>loader.SetState(key, value)</c>; a nullable one may be missing.</summary>
/// <param name="key">The name; the parameter's when <c>null</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DataLoaderStateAttribute(string? key = null) : Attribute
{
    /// <summary>The name, or <c>null</c> for the parameter's.</summary>
    public string? Key { get; } = key;
}
