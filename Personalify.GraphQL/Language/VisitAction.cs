namespace Personalify.GraphQL.Language;

/// <summary>How a visit goes on after a node was entered or left.</summary>
public enum VisitAction
{
    /// <summary>Go on.</summary>
    Continue,

    /// <summary>
    /// Leave out what is below the node; it will not be left either. Means the same as <see cref="Continue"/> on leaving.
    /// </summary>
    Skip,

    /// <summary>Visit nothing more.</summary>
    Break,
}
