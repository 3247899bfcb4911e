using System.Text.Json;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Scalars;

/// <summary>
/// A file of a multipart request. In the variables stands its key; the files themselves come beside them, so a value without them,
/// or in the document, is none.
/// </summary>
internal sealed class UploadScalar() : ScalarType("Upload")
{
    public override Type RuntimeType => typeof(IFile);

    public override object ParseLiteral(ValueNode literal) => throw NoFile();

    public override object ParseValue(JsonElement json) => throw NoFile();

    /// <exception cref="CoercionException">The request has no file of that key.</exception>
    public static IFile Find(JsonElement key, IReadOnlyDictionary<string, IFile>? files) =>
        files is not null && key.ValueKind == JsonValueKind.String && files.TryGetValue(key.GetString()!, out var file) ? file : throw NoFile();

    public override void Write(Utf8JsonWriter writer, object value) => throw new CoercionException("Upload is a type of inputs only.");

    public override ValueNode ToLiteral(object value) => throw new CoercionException("Upload has no literals.");

    private static CoercionException NoFile() => new(
        "Upload expects a file: send the request as multipart/form-data, with null in the variable and the file's place in 'map'.");
}
