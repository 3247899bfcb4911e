using System.Net;
using System.Net.Sockets;
using System.Text;
using Personalify.DevStack.Tests.Containers;

namespace Personalify.DevStack.Tests;

/// <summary>The program that containers ask for their health, as a process of its own.</summary>
public sealed class HealthCheckTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Personalify.HealthCheck.dll");

    [Theory]
    [InlineData("200 OK", 0, "200 well")]
    [InlineData("503 Service Unavailable", 1, "503 well")]
    [InlineData("301 Moved Permanently", 1, "301 well")]
    public async Task It_ends_with_0_only_for_a_good_answer_and_says_what_it_heard(string status, int exitCode, string heard)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var answered = AnswerAsync(server, $"HTTP/1.1 {status}\r\nContent-Length: 4\r\nConnection: close\r\n\r\nwell");
        var result = await AskAsync($"http://{server.LocalEndpoint}/health/ready");
        await answered;
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal(heard, result.Output.Trim());
    }

    [Fact]
    public async Task Where_nothing_listens_or_answers_it_ends_with_1_and_a_sentence()
    {
        var closed = await AskAsync($"http://127.0.0.1:{FreePort.Next()}/");
        Assert.Equal(1, closed.ExitCode);
        Assert.Contains("does not answer", closed.Output, StringComparison.Ordinal);
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var waited = await AskAsync($"http://{silent.LocalEndpoint}/");
        Assert.Equal(1, waited.ExitCode);
        Assert.Contains("did not answer within 5 s", waited.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("health/ready")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("http://127.0.0.1/", "http://127.0.0.1/")]
    public async Task What_is_no_address_ends_with_2_and_says_how_it_is_used(params string[] arguments)
    {
        var result = await AskAsync(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("Personalify.HealthCheck ADDRESS", result.Output, StringComparison.Ordinal);
    }

    private static Task<ProgramResult> AskAsync(params string[] arguments) => ProgramRun.OfAsync("dotnet", [Program, .. arguments]);

    private static async Task AnswerAsync(TcpListener server, string answer)
    {
        using var client = await server.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        await stream.ReadAtLeastAsync(new byte[1024], 1);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }
}
