using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Personalify.Web.Api;

/// <summary>A page's operation: the <c>.graphql</c> file beside the page and the records of what it takes and gives.</summary>
public abstract class GraphQLOperation(string path)
{
    private readonly Lazy<string> _text = new(() => Read(path));
    private string? _documentId;

    /// <summary>Below Pages, without the extension: <c>Top/Index</c>.</summary>
    public string Path { get; } = path;

    public string Text => _text.Value;

    /// <summary>The hash by which an Api of the same version knows the text.</summary>
    public string DocumentId => _documentId ??= $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}";

    public abstract Type VariablesType { get; }

    public abstract Type DataType { get; }

    private static string Read(string path)
    {
        var name = $"Operations/{path}.graphql";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The operation Pages/{path}.graphql is not embedded in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <inheritdoc cref="GraphQLOperation" />
public sealed class GraphQLOperation<TVariables, TData>(string path) : GraphQLOperation(path)
    where TVariables : class
    where TData : class
{
    public override Type VariablesType => typeof(TVariables);

    public override Type DataType => typeof(TData);
}

/// <summary>For operations that take nothing.</summary>
public sealed record NoVariables
{
    public static NoVariables Instance { get; } = new();
}
