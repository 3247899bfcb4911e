namespace Personalify.Api.Listening;

/// <summary>What the arguments of listening and of plays say of themselves: the same words wherever they stand.</summary>
internal static class ListeningArguments
{
    public const string Period = "The days that are counted, all of them when missing.";
    public const string Filter = "Which plays of the period are counted, all of them when missing.";
    public const string Play = "What counts as a play.";
}
