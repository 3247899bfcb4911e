namespace Personalify.Api.Access;

/// <summary>Who may see or do what. Fields name one of these; nothing else decides.</summary>
public static class Policies
{
    /// <summary>Somebody is signed in.</summary>
    public const string SignedIn = "SignedIn";

    /// <summary>Somebody is signed in who may change what is theirs: not a visitor of the demo account. For every mutation that does.</summary>
    public const string OwnWritable = "OwnWritable";

    /// <summary>The field's parent is the user who is signed in.</summary>
    public const string OwnData = "OwnData";

    /// <summary>An administrator is signed in.</summary>
    public const string Administrator = "Administrator";
}
