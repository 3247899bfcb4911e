using Microsoft.Extensions.Primitives;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Transport;

public sealed class MediaTypesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*/*")]
    [InlineData("application/*")]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON;q=0.1")]
    [InlineData("application/json, multipart/mixed")]
    [InlineData("application/json;q=0.9, application/graphql-response+json;q=0.8")]
    [InlineData("application/graphql-response+json;q=0, */*")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/event-stream, */*;q=0.1")]
    public void Is_answered_as_json(string? accept) =>
        Assert.Equal(ResponseMediaType.Json, MediaTypes.Negotiate(new StringValues(accept)).Document);

    [Theory]
    [InlineData("application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/json")]
    [InlineData("application/json, application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9")]
    [InlineData("application/json;q=0.5, */*;q=0.6")]
    [InlineData("application/json;q=0, application/*;q=0.2")]
    [InlineData("application/graphql-response+json;charset=\"UTF-8\", */*")]
    public void Is_answered_as_graphql_response(string accept) =>
        Assert.Equal(ResponseMediaType.GraphQLResponse, MediaTypes.Negotiate(accept).Document);

    [Theory]
    [InlineData("text/html")]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/*")]
    [InlineData("multipart/mixed;deferSpec=20220824")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json;charset=utf-16")]
    [InlineData("nonsense")]
    public void Cannot_be_answered(string accept) => Assert.Equal(new AcceptedTypes(null), MediaTypes.Negotiate(accept));

    [Fact]
    public void Ranges_may_be_spread_over_several_headers() =>
        Assert.Equal(
            ResponseMediaType.GraphQLResponse,
            MediaTypes.Negotiate(new StringValues(["application/json;q=0.2", "application/graphql-response+json;q=0.3"])).Document);

    [Theory]
    [InlineData("text/event-stream", true, true)]
    [InlineData("Text/Event-Stream;q=0.5", true, true)]
    [InlineData("text/event-stream, application/json;q=0.9", true, true)]
    [InlineData("text/event-stream, application/json", true, false)]
    [InlineData("application/json, text/event-stream;q=0.1", true, false)]
    [InlineData("text/event-stream;q=0, */*", false, false)]
    [InlineData("text/*", false, false)]
    [InlineData("*/*", false, false)]
    public void Events_are_sent_to_who_names_them(string accept, bool accepted, bool preferred)
    {
        var types = MediaTypes.Negotiate(accept);
        Assert.Equal((accepted, preferred), (types.Events, types.PrefersEvents));
    }

    public static TheoryData<string> Usual => new(
        "*/*",
        "application/json",
        "application/json, multipart/mixed",
        "application/graphql-response+json",
        "application/graphql-response+json, application/json",
        "application/graphql-response+json, application/json;q=0.9",
        "application/graphql-response+json,application/json;q=0.9",
        "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed",
        "text/event-stream");

    [Theory]
    [MemberData(nameof(Usual))]
    public void What_is_usual_means_the_same_as_if_it_were_not(string accept) =>
        Assert.Equal(MediaTypes.Negotiate($"{accept}, text/unknown"), MediaTypes.Negotiate(accept));

    [Theory]
    [MemberData(nameof(Usual))]
    public void What_is_usual_is_not_parsed(string accept)
    {
        var header = new StringValues(accept);
        MediaTypes.Negotiate(header);
        var before = GC.GetAllocatedBytesForCurrentThread();
        MediaTypes.Negotiate(header);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true)]
    [InlineData("text/html", true)]
    [InlineData("*/*", false)]
    [InlineData("text/*", false)]
    [InlineData("application/json, text/html;q=0.5", false)]
    [InlineData("text/html;q=0", false)]
    public void Knows_a_browser_by_html(string accept, bool expected) => Assert.Equal(expected, MediaTypes.PrefersHtml(accept));

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON; charset=UTF-8", true)]
    [InlineData("application/json; charset=latin1", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("multipart/form-data; boundary=x", false)]
    [InlineData(null, false)]
    public void Only_utf8_json_is_a_body(string? contentType, bool expected) =>
        Assert.Equal(expected, MediaTypes.IsJsonBody(contentType));
}
