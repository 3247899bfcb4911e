using System.Text;
using System.Text.Json;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Limits;

/// <summary>One limit: where it is set, how it is lowered for the test, and a request on either side of it.</summary>
/// <param name="Option">The option's class and name.</param>
/// <param name="Default">The value when nobody sets it.</param>
/// <param name="Code">The code of the error beyond it.</param>
/// <param name="Lower">Sets it to what the two requests are made for.</param>
/// <param name="Meets">A request that is just allowed.</param>
/// <param name="Exceeds">The smallest request beyond.</param>
internal sealed record Limit(
    string Option, object Default, string Code, Action<IGraphQLBuilder> Lower, Func<HttpContent> Meets, Func<HttpContent> Exceeds)
{
    /// <summary>A limit whose two requests differ in their documents alone.</summary>
    public static Limit OfDocuments(string option, object standard, string code, Action<IGraphQLBuilder> lower, string meets, string exceeds) =>
        new(option, standard, code, lower, () => Document(meets), () => Document(exceeds));

    public static HttpContent Document(string query, object? variables = null) => Json(JsonSerializer.Serialize(new { query, variables }));

    public static HttpContent Json(string body) => new StringContent(body, Encoding.UTF8, "application/json");

    /// <summary>A form with these files for the variable <c>files</c>.</summary>
    public static HttpContent Files(string[] contents)
    {
        var operations = new { query = "query($files: [Upload!]!) { lengths(files: $files) }", variables = new { files = contents.Select(_ => (string?)null) } };
        var form = new MultipartFormDataContent
        {
            { new StringContent(JsonSerializer.Serialize(operations)), "operations" },
            { new StringContent(JsonSerializer.Serialize(Enumerable.Range(0, contents.Length).ToDictionary(i => $"f{i}", i => new[] { $"variables.files.{i}" }))), "map" },
        };
        for (var i = 0; i < contents.Length; i++) form.Add(new StringContent(contents[i]), $"f{i}", $"{i}.txt");
        return form;
    }
}
