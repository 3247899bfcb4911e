namespace Personalify.Api.Access;

/// <summary>A visitor of the demo account wanted to change something of it. Mutations answer it as their <c>NotAllowedError</c>.</summary>
public sealed class DemoIsReadOnlyException() : Exception(Sentence)
{
    public const string Sentence =
        "This is the demo account, which everybody shares, so nothing in it can be changed. Make an account of your own: "
        + "where there is none yet you make the first, and later ones are made by the administrator.";
}
