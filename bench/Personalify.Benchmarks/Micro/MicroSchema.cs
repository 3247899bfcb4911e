using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.Benchmarks.Micro;

public sealed record MicroAlbum(string Name);

public sealed record MicroArtist(int Id, string Name)
{
    public async Task<MicroArtist> GetSimilarAsync(MicroArtistDataLoader artists) => await artists.LoadRequiredAsync((Id * 7 % 500) + 1);
}

public sealed record MicroTrack(int Id, string Name, int Popularity, MicroAlbum Album, MicroArtist[] Artists)
{
    public async Task<MicroArtist> GetArtistAsync(MicroArtistDataLoader artists) => await artists.LoadRequiredAsync(Artists[0].Id);
}

/// <summary>Answers at once: what is left is what loading itself costs.</summary>
public sealed class MicroArtistDataLoader(IBatchScheduler scheduler) : BatchDataLoader<int, MicroArtist>(scheduler)
{
    protected override Task<IReadOnlyDictionary<int, MicroArtist>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<int, MicroArtist>>(keys.ToDictionary(key => key, key => new MicroArtist(key, $"Artist {key}")));
}

/// <summary>Everything in memory, so that nothing is measured but the engine.</summary>
public sealed class MicroQuery
{
    private static readonly MicroTrack[] All = [.. Enumerable.Range(1, 100).Select(Track)];

    public static MicroTrack[] Tracks => All;

    private static MicroTrack Track(int id) => new(id, $"Track number {id}", id % 101, new MicroAlbum($"Album {id % 40}"), [.. Enumerable.Range(id, 1 + (id % 3)).Select(Artist)]);

    private static MicroArtist Artist(int id) => new(id, $"Artist {id}");
}

/// <summary>The documents of the micro benchmarks, and a server that runs them.</summary>
internal static class MicroSchema
{
    public static byte[] Trivial { get; } = [.. "{ __typename }"u8];

    public static byte[] Objects { get; } = [.. "query Tracks { tracks { id name popularity album { name } artists { id name } } }"u8];

    /// <summary>Two levels of loads below the tracks.</summary>
    public static byte[] Loads { get; } = [.. "query Loads { tracks { name artist { name similar { name } } } }"u8];

    /// <summary>As a page sends it: fragments, aliases, directives, variables.</summary>
    public static byte[] Page { get; } = Encoding.UTF8.GetBytes(
        """
        query Page($withAlbums: Boolean = true) {
          first: tracks { ...Track artists { id name } }
          second: tracks { ...Track popularity artist { name similar { id name similar { id name } } } }
        }
        fragment Track on MicroTrack { __typename id title: name album @include(if: $withAlbums) { name } }
        """);

    public static ServiceProvider Services { get; } = new ServiceCollection().AddDataLoader<MicroArtistDataLoader>().BuildServiceProvider();

    public static Schema Schema { get; } = new SchemaBuilder(Services.GetService<IServiceProviderIsService>()).AddQueryType<MicroQuery>().Build();

    public static GraphQLServer Server { get; } = new(Schema);

    public static async Task<int> AnswerAsync(byte[] document)
    {
        using var result = await Server.ExecuteAsync(new GraphQLRequest { Document = document, Services = Services });
        return result.Errors.Count == 0 ? result.Data.Length : throw new InvalidOperationException(result.Errors[0].Message);
    }
}
