namespace Personalify.Web.Components;

/// <summary>What the Api asks of a new password, for who is about to choose one.</summary>
public static class PasswordRule
{
    public static string Text => Texts.Of(typeof(PasswordRule))["8 to 128 characters."];
}
