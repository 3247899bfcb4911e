using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Personalify.GraphQL.DataLoading;

/// <summary>All lookups of an application. Where there are none, nothing is published and nobody pays.</summary>
internal sealed class DataLoaderLookups(IEnumerable<DataLoaderLookup> lookups)
{
    private readonly FrozenDictionary<Type, DataLoaderLookup[]> _byPublished =
        lookups.GroupBy(lookup => lookup.Published).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private readonly ConcurrentDictionary<Type, LoaderRole?> _roles = [];

    /// <summary>Whether any loader looks at values of the type.</summary>
    public bool Concern(Type published) => _byPublished.ContainsKey(published);

    /// <summary>What a class of loaders gives and takes, or <c>null</c> when that is nothing.</summary>
    /// <param name="loader">The class.</param>
    /// <param name="published">The type of what it loads, or of its items.</param>
    public LoaderRole? RoleOf(Type loader, Type published) => _roles.GetOrAdd(loader, FindRole, published);

    private LoaderRole? FindRole(Type loader, Type published)
    {
        DataLoaderLookup[] own = [.. _byPublished.Values.SelectMany(each => each).Where(lookup => lookup.Loader == loader)];
        var readers = _byPublished.GetValueOrDefault(published, []);
        if (own.Length == 0 && readers.Length == 0) return null;
        return new LoaderRole(own, Array.Exists(readers, lookup => lookup.Loader != loader), readers.Length > 0);
    }
}

/// <summary>What a class of loaders gives to others and takes from them.</summary>
/// <param name="Lookups">How it finds values among those of others.</param>
/// <param name="IsRead">Whether others look at its values. It has them itself, so its own lookups are no reason to publish them.</param>
/// <param name="AreBranchesRead">Whether others, or the loader itself, look at what its branches have loaded.</param>
internal sealed record LoaderRole(DataLoaderLookup[] Lookups, bool IsRead, bool AreBranchesRead);
