using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Tests.DataLoading;

public sealed class LoaderRegistryTests
{
    [Fact]
    public void A_loader_of_singletons_and_other_loaders_is_made_without_a_scope()
    {
        var scope = Scope(services => services.AddSingleton<FetchLog>().AddDataLoader<LetterLoader>().AddDataLoader<OuterLoader>());
        var outer = Assert.IsType<OuterLoader>(scope.Find(typeof(OuterLoader)));
        Assert.Same(scope.Find(typeof(LetterLoader)), outer.Letters);
    }

    [Fact]
    public void A_loader_is_found_by_its_interface_too()
    {
        var scope = Scope(services => services.AddSingleton<FetchLog>().AddDataLoader<IDataLoader<int, string>, LetterLoader>());
        Assert.Same(scope.Find(typeof(LetterLoader)), scope.Find(typeof(IDataLoader<int, string>)));
    }

    [Fact]
    public void What_somebody_else_has_registered_is_asked_of_a_scope()
    {
        var scope = Scope(services => services.AddSingleton<FetchLog>().AddDataLoader<IDataLoader<int, string>, LetterLoader>()
            .AddScoped<IDataLoader<int, string>>(_ => throw new InvalidOperationException()));
        Assert.Null(scope.Find(typeof(IDataLoader<int, string>)));
    }

    [Fact]
    public void A_loader_that_asks_for_something_scoped_needs_a_scope() =>
        Assert.Null(Scope(services => services.AddScoped<FetchLog>().AddDataLoader<LetterLoader>()).Find(typeof(LetterLoader)));

    [Fact]
    public void A_loader_that_must_be_disposed_of_needs_a_scope() =>
        Assert.Null(Scope(services => services.AddDataLoader<DisposableLoader>()).Find(typeof(DisposableLoader)));

    [Fact]
    public void A_loader_that_asks_for_a_service_by_key_needs_a_scope() => Assert.Null(
        Scope(services => services.AddSingleton<FetchLog>().AddKeyedSingleton<FetchLog>("mine").AddDataLoader<KeyedLoader>()).Find(typeof(KeyedLoader)));

    [Fact]
    public void Loaders_that_need_each_other_are_told_so()
    {
        var scope = Scope(services => services.AddDataLoader<OneLoader>().AddDataLoader<OtherLoader>());
        var error = Assert.Throws<InvalidOperationException>(() => scope.Find(typeof(OneLoader)));
        Assert.StartsWith("OneLoader needs itself", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constructor_that_throws_is_heard()
    {
        var scope = Scope(services => services.AddDataLoader<ThrowingLoader>());
        Assert.Throws<NotSupportedException>(() => scope.Find(typeof(ThrowingLoader)));
        Assert.Throws<NotSupportedException>(() => scope.Find(typeof(ThrowingLoader)));
    }

    private static DataLoaderScope Scope(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return new DataLoaderScope(
            services.BuildServiceProvider(), () => throw new InvalidOperationException("A scope was opened."), new ManualBatchScheduler());
    }

    private abstract class NoLoader(IBatchScheduler scheduler) : CacheDataLoader<int, string>(scheduler)
    {
        protected override Task<string?> LoadSingleAsync(int key, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
    }

    private sealed class OuterLoader(LetterLoader letters, IBatchScheduler scheduler) : NoLoader(scheduler)
    {
        public LetterLoader Letters => letters;
    }

    private sealed class DisposableLoader(IBatchScheduler scheduler) : NoLoader(scheduler), IDisposable
    {
        public void Dispose()
        {
        }
    }

    private sealed class KeyedLoader(IBatchScheduler scheduler, [FromKeyedServices("mine")] FetchLog log) : NoLoader(scheduler)
    {
        public FetchLog Log => log;
    }

    private sealed class OneLoader(IBatchScheduler scheduler, OtherLoader other) : NoLoader(scheduler)
    {
        public OtherLoader Other => other;
    }

    private sealed class OtherLoader(IBatchScheduler scheduler, OneLoader one) : NoLoader(scheduler)
    {
        public OneLoader One => one;
    }

    private sealed class ThrowingLoader : NoLoader
    {
        public ThrowingLoader(IBatchScheduler scheduler)
            : base(scheduler) => throw new NotSupportedException();
    }
}
