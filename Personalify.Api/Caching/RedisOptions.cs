using StackExchange.Redis;

namespace Personalify.Api.Caching;

/// <summary>Reads <c>ConnectionStrings:Redis</c> and adds what the gate relies on.</summary>
public static class RedisOptions
{
    public static ConfigurationOptions Parse(string connectionString)
    {
        var options = Read(connectionString);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 1000;
        options.SyncTimeout = 1000;
        options.AsyncTimeout = 1000;
        options.ConnectRetry = 1; // the gate tries again by itself
        options.KeepAlive = 10;
        // A call without a connection falls back at once; sent later, it would have no caller left.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.Protocol ??= RedisProtocol.Resp3; // one connection for commands and messages
        return options;
    }

    // The message leaves the string out: it may hold a password.
    private static ConfigurationOptions Read(string connectionString)
    {
        try
        {
            return ConfigurationOptions.Parse(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new InvalidOperationException(
                $"ConnectionStrings:Redis cannot be read ({e.ParamName ?? "unknown option"}). It looks like "
                + "\"127.0.0.1:6379,user=…,password=…,ssl=true\"; without a user the password is the default user's.", e);
        }
    }
}
