using System.Text;
using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Transport;

/// <summary>The schema as a download.</summary>
internal sealed class SchemaFile(Schema schema)
{
    private readonly Lazy<byte[]> _sdl = new(() => Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema)));

    public Task WriteAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(_sdl.Value, "application/graphql; charset=utf-8").ExecuteAsync(context);
    }
}
