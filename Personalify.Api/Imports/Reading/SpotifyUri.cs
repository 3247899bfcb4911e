using System.Buffers;

namespace Personalify.Api.Imports.Reading;

/// <summary>What a URI names by its own word. <see cref="None"/> is everything that is no URI.</summary>
internal enum SpotifyUriKind : byte { None, Track, Episode, Chapter, Show, Local, Video }

/// <summary>
/// A URI of an export: <c>spotify:track:…</c>, or the link <c>https://open.spotify.com/track/…</c> that players share. Its kind is what
/// it says itself, whichever field holds it. A local file's and a music video's URI have a kind and no id that the catalogue knows.
/// </summary>
internal readonly ref struct SpotifyUri
{
    /// <summary>Spotify's ids are numbers of 128 bits in 22 letters and digits. Another length is damage, and no id.</summary>
    private const int IdLength = 22;

    private static readonly SearchValues<byte> IdLetters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private SpotifyUri(SpotifyUriKind kind, ReadOnlySpan<byte> id)
    {
        Kind = kind;
        Id = id;
    }

    public SpotifyUriKind Kind { get; }

    /// <summary>Empty where there is none.</summary>
    public ReadOnlySpan<byte> Id { get; }

    public static SpotifyUri Parse(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("spotify:"u8)) return Parse(text[8..], (byte)':');
        return text.StartsWith("https://open.spotify.com/"u8) ? Parse(PathOf(text[25..]), (byte)'/') : default;
    }

    private static SpotifyUri Parse(ReadOnlySpan<byte> rest, byte separator)
    {
        var at = rest.IndexOf(separator);
        if (at < 0) return default;
        var kind = KindOf(rest[..at]);
        var id = rest[(at + 1)..];
        if (kind is SpotifyUriKind.Local or SpotifyUriKind.Video) return new SpotifyUri(kind, []);
        var isId = id.Length == IdLength && !id.ContainsAnyExcept(IdLetters);
        return kind != SpotifyUriKind.None && isId ? new SpotifyUri(kind, id) : default;
    }

    /// <summary>A link without its query, and without the language that some begin with: <c>intl-de/track/…?si=…</c>.</summary>
    private static ReadOnlySpan<byte> PathOf(ReadOnlySpan<byte> path)
    {
        var end = path.IndexOfAny("?#"u8);
        if (end >= 0) path = path[..end];
        return path.StartsWith("intl-"u8) ? path[(path.IndexOf((byte)'/') + 1)..] : path;
    }

    private static SpotifyUriKind KindOf(ReadOnlySpan<byte> word)
    {
        if (word.SequenceEqual("track"u8)) return SpotifyUriKind.Track;
        if (word.SequenceEqual("episode"u8)) return SpotifyUriKind.Episode;
        if (word.SequenceEqual("chapter"u8)) return SpotifyUriKind.Chapter;
        if (word.SequenceEqual("show"u8) || word.SequenceEqual("audiobook"u8)) return SpotifyUriKind.Show;
        if (word.SequenceEqual("local"u8)) return SpotifyUriKind.Local;
        return word.SequenceEqual("video"u8) ? SpotifyUriKind.Video : SpotifyUriKind.None;
    }
}
