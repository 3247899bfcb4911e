namespace Personalify.GraphQL.Types;

/// <summary>
/// A file that a client has sent with its request: the value of the scalar <c>Upload</c>. It lies on disk until the request ends,
/// so a resolver that wants to keep it moves or copies it.
/// </summary>
public interface IFile
{
    /// <summary>The name that the client gave; not fit to be a path.</summary>
    string Name { get; }

    /// <summary>The length in bytes.</summary>
    long Length { get; }

    /// <summary>What the client says the content is, or <c>null</c>.</summary>
    string? ContentType { get; }

    /// <summary>Copies the content.</summary>
    Task CopyToAsync(Stream target, CancellationToken cancellationToken = default);

    /// <summary>
    /// Keeps the file at a path of its own, readable by this process's user only. Where that lies on the volume of the folder of uploads nothing is copied. The file
    /// stays readable here as long as the request lasts.
    /// </summary>
    /// <exception cref="InvalidOperationException">It was moved before: it may stand at several places of the variables.</exception>
    /// <exception cref="IOException">The path is taken, or its folder is missing.</exception>
    void MoveTo(string path);

    /// <summary>Opens the content from its start; each call opens a stream of its own, to be disposed of.</summary>
    Stream OpenReadStream();
}
