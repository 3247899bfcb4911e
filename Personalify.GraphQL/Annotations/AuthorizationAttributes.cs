namespace Personalify.GraphQL;

/// <summary>
/// Somebody must be signed in and, where they are named, satisfy the policy and have one of the roles. On a class it holds for every
/// field of the type. Several must all be satisfied. Asked before the field is resolved; fails with <c>AUTH_NOT_AUTHENTICATED</c> or
/// <c>AUTH_NOT_AUTHORIZED</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
public sealed class AuthorizeAttribute(string? policy = null) : Attribute
{
    /// <summary>The ASP.NET Core policy, or <c>null</c> for the default policy.</summary>
    public string? Policy { get; } = policy;

    /// <summary>The roles of which one is needed; none when it is empty.</summary>
    public string[] Roles { get; init; } = [];
}

/// <summary>
/// Opens a field of a type that is marked with <see cref="AuthorizeAttribute"/> to everybody. What an interface demands stays demanded.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class AllowAnonymousAttribute : Attribute;
