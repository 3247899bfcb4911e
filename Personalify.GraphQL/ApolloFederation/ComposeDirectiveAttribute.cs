namespace Personalify.GraphQL.ApolloFederation;

/// <summary>
/// On a class that is a directive: the larger graph keeps it, where composition would drop what it does not know. Federation:
/// <c>@composeDirective</c>, since 2.1.
/// </summary>
/// <param name="url">The specification that defines the directive, ending in its name and version: <c>https://specs.example.org/owner/v1.0</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ComposeDirectiveAttribute(string url) : Attribute
{
    /// <summary>The specification.</summary>
    public string Url { get; } = url;
}
