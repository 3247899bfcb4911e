namespace Personalify.GraphQL.ApolloFederation;

/// <summary>
/// The router lets only signed-in clients see it. What this server itself demands says <see cref="AuthorizeAttribute"/>; the router's
/// word is no substitute for it. Federation: <c>@authenticated</c>.
/// </summary>
[AttributeUsage(Places.Access)]
public sealed class AuthenticatedAttribute : Attribute;

/// <summary>
/// The router asks for scopes: all of one attribute, of any one of several attributes. Federation: <c>@requiresScopes</c>.
/// </summary>
[AttributeUsage(Places.Access, AllowMultiple = true)]
public sealed class RequiresScopesAttribute(params string[] scopes) : Attribute
{
    /// <summary>The scopes that are needed together.</summary>
    public string[] Scopes { get; } = scopes;
}

/// <summary>
/// The router asks its own policies: all of one attribute, of any one of several attributes. Federation: <c>@policy</c>.
/// </summary>
[AttributeUsage(Places.Access, AllowMultiple = true)]
public sealed class PolicyAttribute(params string[] policies) : Attribute
{
    /// <summary>The policies that are needed together.</summary>
    public string[] Policies { get; } = policies;
}

/// <summary>Where the router's demands may stand.</summary>
internal static class Places
{
    public const AttributeTargets Access = AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum
        | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter;
}
