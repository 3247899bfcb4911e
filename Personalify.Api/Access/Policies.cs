namespace Personalify.Api.Access;

/// <summary>Who may see or do what. Fields name one of these; nothing else decides.</summary>
public static class Policies
{
    /// <summary>Somebody is signed in.</summary>
    public const string SignedIn = "SignedIn";

    /// <summary>
    /// The request comes from a signed-in user who may change their own data, so not from a visitor of the demo account. Every mutation
    /// that changes such data demands it.
    /// </summary>
    public const string OwnWritable = "OwnWritable";

    /// <summary>The field's parent is the user who is signed in.</summary>
    public const string OwnData = "OwnData";

    /// <summary>An administrator is signed in.</summary>
    public const string Administrator = "Administrator";
}
