using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.Tests.Internal;

public sealed class SingletonServicesTests
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingletonServices().AddSingletonServices()
        .AddSingleton<Clock>().AddScoped<Connection>().AddTransient<Note>()
        .AddSingleton(typeof(IBox<>), typeof(Box<>))
        .AddSingleton<INamed, Clock>().AddScoped<INamed, Connection>()
        .AddKeyedSingleton<Label>("a")
        .BuildServiceProvider(validateScopes: true);

    private SingletonServices Singletons => _services.GetRequiredService<SingletonServices>();

    [Fact]
    public void A_singleton_is_found_and_is_the_applications() => Assert.Same(_services.GetRequiredService<Clock>(), Singletons.Find(typeof(Clock)));

    [Fact]
    public void A_singleton_of_an_open_generic_type_is_found_for_each_argument()
    {
        Assert.Same(_services.GetRequiredService<IBox<int>>(), Singletons.Find(typeof(IBox<int>)));
        Assert.IsType<Box<string>>(Singletons.Find(typeof(IBox<string>)));
    }

    [Theory]
    [InlineData(typeof(Connection))]
    [InlineData(typeof(Note))]
    [InlineData(typeof(Label))]
    [InlineData(typeof(IServiceProvider))]
    [InlineData(typeof(IServiceScopeFactory))]
    [InlineData(typeof(string))]
    public void Nothing_else_is(Type type)
    {
        Assert.Null(Singletons.Find(type));
        Assert.False(Singletons.Contains(type));
    }

    [Fact]
    public void A_type_that_is_registered_as_both_is_none() => Assert.Null(Singletons.Find(typeof(INamed)));

    private interface INamed;

    private interface IBox<T>;

    private sealed class Box<T> : IBox<T>;

    private sealed class Clock : INamed;

    private sealed class Connection : INamed;

    private sealed class Note;

    private sealed class Label;
}
