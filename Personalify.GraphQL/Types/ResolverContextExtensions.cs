using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Types;

/// <summary>What functions ask of their context that methods have as parameters. Hot Chocolate's names.</summary>
public static class ResolverContextExtensions
{
    /// <summary>A service.</summary>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    public static T Service<T>(this IResolverContext context)
        where T : notnull => context.Services.GetRequiredService<T>();

    /// <summary>A DataLoader of the request.</summary>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    public static T DataLoader<T>(this IResolverContext context)
        where T : notnull, IDataLoader => context.Services.GetRequiredService<T>();
}
