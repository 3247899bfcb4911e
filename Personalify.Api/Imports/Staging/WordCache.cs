using System.Text;

namespace Personalify.Api.Imports.Staging;

/// <summary>Turns the few words that fill a column (reasons, platforms) into shared strings. Bounded: past the limit it converts each time.</summary>
internal sealed class WordCache(Func<byte[], string?> convert)
{
    private const int Most = 1_024;
    private readonly Dictionary<byte[], string?>.AlternateLookup<ReadOnlySpan<byte>> _words =
        new Dictionary<byte[], string?>(new BytesComparer()).GetAlternateLookup<ReadOnlySpan<byte>>();

    public string? this[ReadOnlySpan<byte> word]
    {
        get
        {
            if (_words.TryGetValue(word, out var known)) return known;
            var converted = convert(word.ToArray());
            if (_words.Dictionary.Count < Most) _words[word] = converted;
            return converted;
        }
    }

    /// <summary>A reason as the export writes it, or null for anything that is no short word.</summary>
    public static string? Reason(byte[] word) =>
        word.Length is > 0 and <= 40 && word.All(letter => char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'-' or (byte)'_')
            ? Encoding.ASCII.GetString(word)
            : null;

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);
        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());
        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}
