using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>
/// The pieces that a folded text can have: Latin letters, digits and signs. BERT's vocabulary has thousands in other scripts and with
/// accents, which the model never looks up. Its places for a mask and an unused piece stand for what GoEmotions writes where a comment
/// named a person or a religion.
/// </summary>
internal static class LatinPieces
{
    public static PieceVectors Of(PieceVectors all)
    {
        List<string> pieces = [];
        List<float> values = [];
        for (var i = 0; i < all.Pieces.Length; i++)
        {
            if (NameOf(all.Pieces[i]) is not { } name) continue;
            pieces.Add(name);
            values.AddRange(all.Values.AsSpan(i * all.Columns, all.Columns));
        }
        return new PieceVectors([.. pieces], [.. values], all.Columns);
    }

    private static string? NameOf(string piece) => piece switch
    {
        "[MASK]" => "[name]",
        "[unused1]" => "[religion]",
        _ => IsReachable(piece.StartsWith("##", StringComparison.Ordinal) ? piece[2..] : piece) ? piece : null,
    };

    private static bool IsReachable(string text) =>
        text.Length is > 0 and <= WordPieces.MaxPiece && (text.All(TextFolding.IsPlain) || IsSign(text));

    private static bool IsSign(string text) => text.Length == 1 && !char.IsLetterOrDigit(text[0]);
}
