using System.Buffers;
using System.Globalization;
using System.Text;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types;

namespace Personalify.Api.Hosting;

/// <summary>
/// The rule for every text that a client sends, whichever argument or input field takes it: it has no control characters, which are
/// invisible and of which PostgreSQL cannot store U+0000, and it consists of whole characters. The resolver that takes a text limits its
/// length.
/// </summary>
public static class TextArguments
{
    /// <summary>C0, the delete character and C1. Line feed and tab are among them: no argument takes text of several lines.</summary>
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(unit => (char)unit)]);

    public static IGraphQLBuilder AddTextRules(this IGraphQLBuilder builder) => builder
        .ConfigureSchema(schema => schema.CheckTexts(Complain))
        .AddErrorFilter(
            error => error is { Code: null, Exception: CoercionException } ? error.WithCode(ErrorCodes.InvalidVariable) : error);

    /// <summary>What is wrong with a text; the text itself is not repeated, because it may be a password.</summary>
    public static string? Complain(string text)
    {
        if (text.AsSpan().IndexOfAny(Controls) is >= 0 and var control)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"It has the control character U+{(int)text[control]:X4} at place {control + 1}. Leave control characters out.");
        return FindLoneSurrogate(text) is { } lone
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"It has half of a character (U+{(int)text[lone]:X4}, a lone surrogate) at place {lone + 1}. Send whole characters.")
            : null;
    }

    private static int? FindLoneSurrogate(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!Rune.TryGetRuneAt(text, i, out _)) return i;
            i++;
        }

        return null;
    }
}
