namespace Personalify.Web.Components;

/// <summary>
/// A field that finds names: small in the shell, large on the page of results. <paramref name="ListId"/> is its list of suggestions.
/// </summary>
public sealed record FindModel(string ListId, string Text = "", bool IsLarge = false)
{
    /// <summary>The Api takes no longer text.</summary>
    public const int LongestText = 100;
}
