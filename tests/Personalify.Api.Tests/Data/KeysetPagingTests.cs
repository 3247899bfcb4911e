using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Personalify.Api.Data;
using Personalify.Api.Tests.Access;
using Personalify.Api.Users;
using Personalify.GraphQL;
using Personalify.Testing;

namespace Personalify.Api.Tests.Data;

/// <summary>The conditions and orders of pages as Postgres understands them.</summary>
public sealed class KeysetPagingTests
{
    private static readonly Dictionary<string, Func<IQueryable<User>, IQueryable<User>>> Orders = new()
    {
        ["text, then number backward"] = users => users.OrderBy(user => user.DisplayName).ThenByDescending(user => user.Id),
        ["nullable text"] = users => users.OrderBy(user => user.ImageUrl).ThenBy(user => user.Id),
        ["nullable text backward"] = users => users.OrderByDescending(user => user.ImageUrl).ThenBy(user => user.Id),
        ["flag, time"] = users => users.OrderByDescending(user => user.IsDemo).ThenBy(user => user.CreatedAt).ThenBy(user => user.Id),
    };

    [StoreFact]
    public async Task Pages_from_both_ends_make_the_whole_list_and_the_database_counts_it()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var administrator = await application.ConnectAsAsync("ada");
        foreach (var name in (string[])["bob", "cleo", "dan", "eve"]) await administrator.CreateAccountAsync(name, displayName: name[..1]);
        await using var context = await application.Services.GetRequiredService<IDbContextFactory<PersonalifyDbContext>>().CreateDbContextAsync();
        await context.Set<User>().Where(user => user.Id % 2 == 0).ExecuteUpdateAsync(update => update.SetProperty(user => user.ImageUrl, user => user.Name));

        foreach (var (name, order) in Orders)
        {
            var query = order(context.Set<User>());
            var whole = (await query.ToPageAsync(new PagingArguments(50))).Items.Select(user => user.Name).ToList();
            Assert.Equal(5, whole.Count);
            Assert.Equal(whole, await ReadAsync(query, isForward: true));
            Assert.Equal(whole, await ReadAsync(query, isForward: false));
            Assert.True(5 == await (await query.ToPageAsync(new PagingArguments(1))).CountAsync(), name);
        }
    }

    [StoreFact]
    public async Task An_empty_list_has_an_empty_page_and_counts_nothing()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        await using var context = await application.Services.GetRequiredService<IDbContextFactory<PersonalifyDbContext>>().CreateDbContextAsync();
        var page = await context.Set<User>().OrderBy(user => user.Id).ToPageAsync(new PagingArguments(3));
        Assert.Empty(page.Items);
        Assert.Equal(0, await page.CountAsync());
    }

    private static async Task<List<string>> ReadAsync(IQueryable<User> query, bool isForward)
    {
        var names = new List<string>();
        string? cursor = null;
        for (var isMore = true; isMore;)
        {
            var page = await query.ToPageAsync(isForward ? new PagingArguments(2, cursor) : new PagingArguments(null, null, 2, cursor));
            names.InsertRange(isForward ? names.Count : 0, page.Items.Select(user => user.Name));
            var info = page.ToConnection().PageInfo;
            (isMore, cursor) = isForward ? (info.HasNextPage, info.EndCursor) : (info.HasPreviousPage, info.StartCursor);
        }

        return names;
    }
}
