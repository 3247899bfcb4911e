namespace Personalify.GraphQL;

/// <summary>
/// Somebody must be signed in and, where they are named, satisfy the policy and have one of the roles. On a class it holds for every
/// field of the type. Several must all be satisfied. Fails with <c>AUTH_NOT_AUTHENTICATED</c> or <c>AUTH_NOT_AUTHORIZED</c>: the field, or
/// with <see cref="ApplyPolicy.Validation"/> the whole request.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
public sealed class AuthorizeAttribute : Attribute
{
    /// <summary>Demands a policy.</summary>
    /// <param name="policy">The ASP.NET Core policy, or <c>null</c> for the default policy.</param>
    /// <param name="apply">When it is asked.</param>
    public AuthorizeAttribute(string? policy = null, ApplyPolicy apply = ApplyPolicy.BeforeResolver) => (Policy, Apply) = (policy, apply);

    /// <summary>Demands the default policy, or one of the <see cref="Roles"/>.</summary>
    /// <param name="apply">When it is asked.</param>
    public AuthorizeAttribute(ApplyPolicy apply) => Apply = apply;

    /// <summary>The ASP.NET Core policy, or <c>null</c> for the default policy.</summary>
    public string? Policy { get; }

    /// <summary>When it is asked.</summary>
    public ApplyPolicy Apply { get; }

    /// <summary>The roles of which one is needed; none when it is empty.</summary>
    public string[] Roles { get; init; } = [];
}

/// <summary>When an <see cref="AuthorizeAttribute"/> is asked. Hot Chocolate's names.</summary>
public enum ApplyPolicy
{
    /// <summary>Before the field is resolved, with its parent and arguments at hand. A refusal is the field's error.</summary>
    BeforeResolver,

    /// <summary>
    /// After the field is resolved, with its result at hand, and only if there is one. A refusal is the field's error; what a mutation has
    /// done by then is done.
    /// </summary>
    AfterResolver,

    /// <summary>
    /// Once for a request that selects the field, skipped or not, before anything of it runs. A refusal is the request's error, and nothing
    /// runs. A subscription is asked when it begins, not for each of its events.
    /// </summary>
    Validation,
}

/// <summary>
/// Opens a field of a type that is marked with <see cref="AuthorizeAttribute"/> to everybody. What an interface demands stays demanded.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class AllowAnonymousAttribute : Attribute;
