using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Types.Building;

namespace Personalify.Benchmarks.Micro;

/// <summary>Whether code made by a source generator could read members faster than the delegates that are compiled when a schema is built.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "BenchmarkDotNet calls instance methods.")]
public class MemberBenchmarks
{
    private const int Reads = 1000;

    private static readonly object Track = MicroQuery.Tracks[0];
    private static readonly Func<object, int> Written = static parent => ((MicroTrack)parent).Popularity;
    private static readonly Func<object, int> Compiled = Compile();

    [Benchmark(Description = "1,000 members by delegates written in C#")]
    public int ByWritten() => Sum(Written);

    [Benchmark(Description = "1,000 members by compiled expressions, as the engine does")]
    public int ByCompiled() => Sum(Compiled);

    [Benchmark(Description = "building a schema of four types, warm")]
    public object Build() => new SchemaBuilder(MicroSchema.Services.GetService<IServiceProviderIsService>()).AddQueryType<MicroQuery>().Build();

    private static int Sum(Func<object, int> read)
    {
        var sum = 0;
        for (var i = 0; i < Reads; i++) sum += read(Track);
        return sum;
    }

    private static Func<object, int> Compile()
    {
        var parent = Expression.Parameter(typeof(object));
        var member = Expression.Property(Expression.Convert(parent, typeof(MicroTrack)), nameof(MicroTrack.Popularity));
        return Expression.Lambda<Func<object, int>>(member, parent).Compile();
    }
}
