namespace Personalify.GraphQL.Transport;

/// <summary>How a GraphQL server answers over HTTP.</summary>
public sealed class GraphQLServerOptions
{
    /// <summary>The longest request body in bytes; a longer one is answered with status 413. Default: one mebibyte.</summary>
    public int MaxAllowedRequestSize { get; set; } = 1024 * 1024;

    /// <summary>Whether queries may be sent by GET; mutations never are. Default: yes.</summary>
    public bool EnableGetRequests { get; set; } = true;

    /// <summary>
    /// Whether a GET must carry the header <c>GraphQL-Preflight</c>, which no foreign page can send without asking. Default: no,
    /// because a GET changes nothing and a foreign page cannot read its answer.
    /// </summary>
    public bool EnforceGetRequestsPreflightHeader { get; set; }

    /// <summary>
    /// Whether files may be uploaded, by forms of the graphql-multipart-request-spec. Default: yes; they are streamed to disk within
    /// <see cref="Uploads"/>.
    /// </summary>
    public bool EnableMultipartRequests { get; set; } = true;

    /// <summary>
    /// Whether a form must carry the header <c>GraphQL-Preflight</c>: a foreign page could send the form itself without asking. Default: yes.
    /// </summary>
    public bool EnforceMultipartRequestsPreflightHeader { get; set; } = true;

    /// <summary>What may be uploaded with a request.</summary>
    public UploadOptions Uploads { get; private set; } = new();

    /// <summary>Which batches are answered. Default: none, because each of them is many requests at the price of one.</summary>
    public AllowedBatching Batching { get; set; }

    /// <summary>The most requests of a batch. Default: 1,024.</summary>
    public int MaxBatchSize { get; set; } = 1024;

    /// <summary>Whether clients may download the schema as SDL. Switch it off together with introspection. Default: yes.</summary>
    public bool EnableSchemaRequests { get; set; } = true;

    /// <summary>What GraphQL sockets may cost, and who may open them.</summary>
    public GraphQLSocketOptions Sockets { get; private set; } = new();

    /// <summary>How often a quiet event stream (<c>text/event-stream</c>) says that it is still there. Default: 12 seconds.</summary>
    public TimeSpan EventStreamKeepAlive { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>The browser IDE that answers at the endpoint when a person visits it.</summary>
    public BananaCakePopOptions BananaCakePop { get; private set; } = new();

    /// <summary>The same options for an endpoint that may change them.</summary>
    internal GraphQLServerOptions Copy()
    {
        var copy = (GraphQLServerOptions)MemberwiseClone();
        (copy.Uploads, copy.Sockets, copy.BananaCakePop) = (Uploads.Copy(), Sockets.Copy(), BananaCakePop.Copy());
        return copy;
    }
}

/// <summary>The kinds of batches. Hot Chocolate's names.</summary>
[Flags]
public enum AllowedBatching
{
    /// <summary>A body is one request.</summary>
    None = 0,

    /// <summary>A body may be a JSON array of requests; they run one after the other and are answered with an array.</summary>
    RequestBatching = 1,
}

/// <summary>
/// The browser IDE Banana Cake Pop. Its files are not part of this assembly: the host names the folder that holds the npm package
/// <c>@chillicream/bananacakepop-graphql-ide</c>. Telemetry is always off.
/// </summary>
public sealed class BananaCakePopOptions
{
    /// <summary>Whether browsers get the IDE; otherwise they are answered like any other client. Default: yes.</summary>
    public bool Enable { get; set; } = true;

    /// <summary>The folder with the package's <c>index.html</c>; when it is missing, browsers get a page that says how to install it.</summary>
    public string Directory { get; set; } = Path.Combine(AppContext.BaseDirectory, "bananacakepop");

    /// <summary>The title of the browser window.</summary>
    public string Title { get; set; } = "GraphQL";

    internal BananaCakePopOptions Copy() => (BananaCakePopOptions)MemberwiseClone();
}
