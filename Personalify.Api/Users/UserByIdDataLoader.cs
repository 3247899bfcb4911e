using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Users;

public sealed class UserByIdDataLoader(UserStore users, IBatchScheduler scheduler) : BatchDataLoader<int, User>(scheduler)
{
    protected override Task<IReadOnlyDictionary<int, User>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        users.FindAsync(keys, cancellationToken);
}
