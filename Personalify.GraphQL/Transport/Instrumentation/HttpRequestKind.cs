namespace Personalify.GraphQL.Transport;

/// <summary>How a request came over HTTP. Hot Chocolate's names.</summary>
public enum HttpRequestKind
{
    /// <summary>A POST with a JSON body.</summary>
    HttpPost,

    /// <summary>A POST with a form, which may hold files.</summary>
    HttpMultiPart,

    /// <summary>A GET with the request in its address.</summary>
    HttpGet,
}
