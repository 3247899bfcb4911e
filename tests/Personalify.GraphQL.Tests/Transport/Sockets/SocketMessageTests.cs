using System.Text;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Transport.Sockets;

public sealed class SocketMessageTests
{
    [Fact]
    public void A_message_is_read_in_any_order_with_its_payload_as_it_was_sent()
    {
        var message = Read("""{ "payload" : {"query": "{ a }" } , "more": [1], "id":"\u0061", "type":"subscribe"}""");

        Assert.Equal(("subscribe", "a", """{"query": "{ a }" }"""), (message.Type, message.Id, Encoding.UTF8.GetString(message.Payload.Span)));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("""{"type":"ping"} {}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"nonsense"}""")]
    [InlineData("""{"type":"start","id":"1"}""")]
    [InlineData("""{"type":"ping","payload":"x"}""")]
    [InlineData("""{"type":"connection_init","payload":[]}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"complete","id":"\ud800"}""")]
    [InlineData("""{"type":"subscribe","id":1,"payload":{}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":null}""")]
    public void Anything_else_closes_with_4400(string text) => Assert.Equal(4400, Assert.Throws<SocketViolation>(() => Read(text)).Code);

    [Fact]
    public void Bytes_that_are_no_text_close_with_4400() =>
        Assert.Equal(4400, Assert.Throws<SocketViolation>(() => SocketMessage.Read(new byte[] { 0x7B, 0xFF, 0x7D })).Code);

    [Fact]
    public void No_input_breaks_the_reader()
    {
        var random = new Random(20260301);
        var seed = Encoding.UTF8.GetBytes("""{"type":"subscribe","id":"\u00e4","payload":{"query":"{ a(b: \"c\") }","variables":{"x":[1,null]}}}""");
        for (var i = 0; i < 20_000; i++)
        {
            var text = seed.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--) text[random.Next(text.Length)] = (byte)random.Next(256);
            var error = Record.Exception(() => SocketMessage.Read(text.AsMemory(0, random.Next(text.Length + 1))));
            Assert.True(error is null or SocketViolation { Code: 4400 }, $"{Convert.ToHexString(text)}: {error}");
        }
    }

    private static SocketMessage Read(string text) => SocketMessage.Read(Encoding.UTF8.GetBytes(text));
}
