namespace Personalify.GraphQL.Transport;

/// <summary>What a GraphQL socket may cost, and who may open one.</summary>
public sealed class GraphQLSocketOptions
{
    /// <summary>How long a client may take to introduce itself before the socket is closed with 4408. Default: 10 seconds.</summary>
    public TimeSpan ConnectionInitializationTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often a ping frame asks whether the client is still there, which browsers and libraries answer by themselves; without an answer
    /// until the next one the socket is cut off. Keeps proxies from closing quiet sockets. Default: 12 seconds.
    /// </summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>How long the client may take to accept one message before it is cut off. Default: 30 seconds.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the client may take to answer a close before it is cut off. Default: 5 seconds.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest message in bytes; a longer one closes the socket with 1009. Default: 256 KiB.</summary>
    public int MaxMessageBytes { get; set; } = 256 * 1024;

    /// <summary>How many operations may run at once on a socket; a further one is answered with an error. Default: 64.</summary>
    public int MaxOperations { get; set; } = 64;

    /// <summary>
    /// Pages of other hosts that may open sockets with the cookies of who visits them, such as <c>https://app.example.org</c>. Pages of
    /// this host and clients that are no browsers always may. Default: none.
    /// </summary>
    public ISet<string> AllowedOrigins { get; private set; } = NewOrigins([]);

    internal GraphQLSocketOptions Copy()
    {
        var copy = (GraphQLSocketOptions)MemberwiseClone();
        copy.AllowedOrigins = NewOrigins(AllowedOrigins);
        return copy;
    }

    private static HashSet<string> NewOrigins(IEnumerable<string> origins) => new(origins, StringComparer.OrdinalIgnoreCase);
}
