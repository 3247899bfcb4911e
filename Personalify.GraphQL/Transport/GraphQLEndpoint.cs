using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// What a server does at one address, by that address's own options. Those may change until the application starts, so what is made of them is made for
/// the first request.
/// </summary>
internal sealed class GraphQLEndpoint
{
    private readonly GraphQLHttpHandler _http;
    private readonly Lazy<RequestDelegate> _sockets;
    private readonly SchemaFile _schema;

    /// <summary>Builds the schema, so that a mistake in it stops the start.</summary>
    public GraphQLEndpoint(IEndpointRouteBuilder endpoints, Func<HttpContext, OperationAddress>? addressOf = null)
    {
        var services = endpoints.ServiceProvider;
        var executor = services.GetRequiredService<IRequestExecutor>();
        Options = services.GetRequiredService<GraphQLServerOptions>().Copy();
        Ide = new BananaCakePop(Options.BananaCakePop);
        _http = new GraphQLHttpHandler(executor, Options, services, addressOf);
        _sockets = new Lazy<RequestDelegate>(() => Sockets(endpoints, executor, Options));
        _schema = new SchemaFile(executor.Schema);
    }

    public GraphQLServerOptions Options { get; }

    public BananaCakePop Ide { get; }

    /// <summary>A request over HTTP.</summary>
    public Task AnswerAsync(HttpContext context) => _http.HandleAsync(context);

    /// <summary>A handshake of a socket.</summary>
    public Task OpenSocketAsync(HttpContext context) => _sockets.Value(context);

    /// <summary>The schema as SDL, where clients may have it.</summary>
    public Task WriteSchemaAsync(HttpContext context) =>
        Options.EnableSchemaRequests ? _schema.WriteAsync(context) : Results.NotFound().ExecuteAsync(context);

    /// <summary>Whatever may come to an address that serves all of it.</summary>
    public Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (GraphQLWebSocketHandler.IsHandshake(request)) return OpenSocketAsync(context);
        if (!HttpMethods.IsGet(request.Method)) return AnswerAsync(context);
        if (Options.EnableSchemaRequests && request.Query.ContainsKey("sdl")) return _schema.WriteAsync(context);
        return Options.BananaCakePop.Enable && IsVisit(request) ? Ide.WriteIndexAsync(context) : AnswerAsync(context);
    }

    /// <summary>Whether a person looks at the address with a browser.</summary>
    private static bool IsVisit(HttpRequest request) => !request.Query.ContainsKey("query") && MediaTypes.PrefersHtml(request.Headers.Accept);

    /// <summary>Handshakes need ASP.NET Core's middleware, which nobody has to remember if it stands here.</summary>
    private static RequestDelegate Sockets(IEndpointRouteBuilder endpoints, IRequestExecutor executor, GraphQLServerOptions options)
    {
        var services = endpoints.ServiceProvider;
        var host = new SocketHost(executor, options, services);
        var handler = new GraphQLWebSocketHandler(host, services.GetRequiredService<IHostApplicationLifetime>());
        var interval = options.Sockets.KeepAliveInterval;
        var pipeline = endpoints.CreateApplicationBuilder().UseWebSockets(new WebSocketOptions { KeepAliveInterval = interval, KeepAliveTimeout = interval });
        pipeline.Run(handler.HandleAsync);
        return pipeline.Build();
    }
}
