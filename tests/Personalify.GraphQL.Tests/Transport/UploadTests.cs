using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>The graphql-multipart-request-spec, and every way in which a form can miss it.</summary>
public sealed class UploadTests : IDisposable
{
    private const string One = """{"query":"query($f: Upload) { read(files: [$f]) }","variables":{"f":null}}""";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("one file", One, """{"0":["variables.f"]}""", "[\"0.txt: zero\"]")]
    [InlineData("a list of files", """{"query":"query($f: [Upload]!) { read(files: $f) }","variables":{"f":[null,null]}}""", """{"0":["variables.f.0"],"1":["variables.f.1"]}""", "[\"0.txt: zero\",\"1.txt: one\"]")]
    [InlineData("a file at two places", """{"query":"query($f: [Upload]!) { read(files: $f) }","variables":{"f":[null,null]}}""", """{"0":["variables.f.0","variables.f.1"]}""", "[\"0.txt: zero\",\"0.txt: zero\"]")]
    [InlineData("a file in an input", """{"query":"query($i: In!) { inside(in: $i) }","variables":{"i":{"file":null}}}""", """{"1":["variables.i.file"]}""", "\"1.txt: one\"")]
    public async Task Files_come_to_their_places(string what, string operations, string map, string value)
    {
        await using var server = await StartAsync();

        var answer = await AskAsync(server, Form(("operations", operations), ("map", map)), map.Contains("\"1\"", StringComparison.Ordinal) ? map.Contains("\"0\"", StringComparison.Ordinal) ? ["0", "1"] : ["1"] : ["0"]);

        Assert.True(answer.Contains($":{value}}}", StringComparison.Ordinal), $"{what}: {answer}");
        await AreLeftAsync(_folder);
    }

    [Theory]
    [InlineData("no operations", null, null, "HC0034")]
    [InlineData("operations that are no JSON", "{", "{}", "HC0033")]
    [InlineData("no map", One, null, "HC0044")]
    [InlineData("a map that is no JSON", One, "{", "HC0043")]
    [InlineData("a map of another shape", One, """{"0":"variables.f"}""", "HC0043")]
    [InlineData("a file without a place", One, """{"0":[]}""", "HC0037")]
    [InlineData("a place outside of the variables", One, """{"0":["query.f"]}""", "HC0042")]
    [InlineData("a place that is no path", One, """{"0":["variables"]}""", "HC0041")]
    [InlineData("a place with a gap", One, """{"0":["variables..f"]}""", "HC0041")]
    [InlineData("a variable that there is not", One, """{"0":["variables.g"]}""", "HC0039")]
    [InlineData("a place inside a file", One, """{"0":["variables.f"],"1":["variables.f.x"]}""", "HC0040")]
    [InlineData("a place that is taken", """{"query":"{ a }","variables":{"f":1}}""", """{"0":["variables.f"]}""", "HC0040")]
    [InlineData("a list that is too short", """{"query":"{ a }","variables":{"f":[]}}""", """{"0":["variables.f.0"]}""", "HC0039")]
    [InlineData("a file that did not come", One, """{"missing":["variables.f"]}""", "HC0038")]
    public async Task A_form_that_misses_the_specification_is_refused(string what, string? operations, string? map, string code)
    {
        await using var server = await StartAsync();
        var parts = new[] { (operations is null ? "other" : "operations", operations ?? "{}"), ("map", map) }.Where(part => part.Item2 is not null).Select(part => (part.Item1, part.Item2!));

        var answer = await AskAsync(server, Form([.. parts]), code == "HC0038" || map is null ? [] : ["0"]);

        Assert.True(answer.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal), $"{what}: {answer}");
        await AreLeftAsync(_folder);
    }

    [Fact]
    public async Task Parts_in_another_order_are_refused()
    {
        await using var server = await StartAsync();
        Assert.Contains("HC0035", await AskAsync(server, Form(("map", "{}"), ("operations", One)), []), StringComparison.Ordinal);
        Assert.Contains("HC0035", await AskAsync(server, Form(("operations", One)), ["0"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_the_map_does_not_name_is_refused()
    {
        await using var server = await StartAsync();
        Assert.Contains("HC0033", await AskAsync(server, Form(("operations", One), ("map", """{"0":["variables.f"]}""")), ["0", "1"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_breaks_off_is_refused()
    {
        await using var server = await StartAsync();
        using var content = new StringContent("--x\r\nContent-Disposition: form-data; name=operations\r\n\r\n{}");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        Assert.Contains("HC0033", await AskAsync(server, content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_preflight_header_a_form_could_come_from_anywhere()
    {
        await using var server = await StartAsync();
        using var form = Form(("operations", One), ("map", """{"0":["variables.f"]}"""));

        var response = await server.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = form });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("HC0077", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.UnsupportedMediaType)]
    [InlineData(true, HttpStatusCode.Unauthorized)]
    public async Task Forms_can_be_switched_off_for_all_or_for_some(bool areEnabled, HttpStatusCode status)
    {
        await using var server = await StartAsync(options =>
        {
            options.EnableMultipartRequests = areEnabled;
            options.Uploads.IsAllowed = context => context.User.Identity is { IsAuthenticated: true };
        });

        Assert.Equal(status, (await SendAsync(server, Form(("operations", One), ("map", """{"0":["variables.f"]}""")))).StatusCode);
    }

    [Theory]
    [InlineData("""{"query":"query($f: Upload) { read(files: [$f]) }","variables":{"f":"0"}}""")]
    [InlineData("""{"query":"{ read(files: [\"0\"]) }"}""")]
    public async Task A_value_without_a_file_is_none(string body)
    {
        await using var server = await StartAsync();
        Assert.Contains("Upload expects a file", await (await server.PostAsync(body)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_file_arrives_whole_and_lies_on_disk()
    {
        const int Length = 64 << 20;
        await using var server = await StartAsync();
        using var form = Form(("operations", """{"query":"query($f: Upload!) { length(file: $f) isOnDisk(file: $f) }","variables":{"f":null}}"""), ("map", """{"0":["variables.f"]}"""));
        form.Add(new StreamContent(new Zeros(Length)), "0", "long.bin");

        var answer = await (await SendAsync(server, form)).Content.ReadAsStringAsync();

        Assert.Equal($$$"""{"data":{"length":{{{Length}}},"isOnDisk":true}}""", answer);
    }

    [Fact]
    public async Task A_file_that_a_resolver_keeps_outlives_its_request()
    {
        await using var server = await StartAsync();
        var path = Path.Combine(_folder.FullName, "kept");
        var operations = $$$"""{"query":"query($f: Upload!) { keep(file: $f, path: \"{{{path}}}\") }","variables":{"f":null}}""";

        var answer = await AskAsync(server, Form(("operations", operations), ("map", """{"0":["variables.f"]}""")), ["0"]);

        Assert.Equal("""{"data":{"keep":"0.txt: zero"}}""", answer);
        await AreLeftAsync(_folder, "kept");
        Assert.Equal("zero", await File.ReadAllTextAsync(path));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task A_file_is_kept_at_one_place_only()
    {
        await using var server = await StartAsync();
        var operations = $$$"""{"query":"query($f: Upload!) { a: keep(file: $f, path: \"{{{_folder.FullName}}}/a\") b: keep(file: $f, path: \"{{{_folder.FullName}}}/b\") }","variables":{"f":null}}""";

        var answer = await AskAsync(server, Form(("operations", operations), ("map", """{"0":["variables.f"]}""")), ["0"]);

        Assert.Contains("\"errors\":[{", answer, StringComparison.Ordinal);
        await AreLeftAsync(_folder, "a");
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_made_for_this_process_alone()
    {
        var folder = Path.Combine(_folder.FullName, "deep", "uploads");
        await using var server = await StartAsync(options => options.Uploads.Folder = folder);

        await AskAsync(server, Form(("operations", One), ("map", """{"0":["variables.f"]}""")), ["0"]);

        await AreLeftAsync(new DirectoryInfo(folder));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public async Task What_must_stay_free_on_the_disk_is_not_taken()
    {
        await using var server = await StartAsync(options => options.Uploads.ReservedDiskBytes = long.MaxValue);

        var response = await SendAsync(server, Form(("operations", One), ("map", """{"0":["variables.f"]}""")));

        Assert.Equal(HttpStatusCode.InsufficientStorage, response.StatusCode);
        Assert.Contains("too little space on its disk", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>What no resolver kept is removed when the answer is out, and not before.</summary>
    private static Task AreLeftAsync(DirectoryInfo folder, params string[] names) =>
        Eventually.IsTrueAsync(() => folder.GetFiles().Select(file => file.Name).SequenceEqual(names), $"[{string.Join(", ", names)}] are left");

    private Task<TransportServer> StartAsync(Action<GraphQLServerOptions>? configure = null)
    {
        var schema = new SchemaBuilder().AddQueryType<Query>().Build();
        return TransportServer.StartAsync(
            options =>
            {
                options.Uploads.Folder = _folder.FullName;
                configure?.Invoke(options);
            },
            services => services.AddLogging(),
            new GraphQLServer(schema));
    }

    private static MultipartFormDataContent Form(params ReadOnlySpan<(string Name, string Text)> parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, text) in parts) form.Add(new StringContent(text), name);
        return form;
    }

    private static async Task<string> AskAsync(TransportServer server, MultipartFormDataContent form, string[] files)
    {
        foreach (var file in files) form.Add(new StringContent(file == "0" ? "zero" : "one"), file, $"{file}.txt");
        return await AskAsync(server, form);
    }

    private static async Task<string> AskAsync(TransportServer server, HttpContent content) =>
        await (await SendAsync(server, content)).Content.ReadAsStringAsync();

    private static Task<HttpResponseMessage> SendAsync(TransportServer server, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.Add("GraphQL-Preflight", "1");
        return server.SendAsync(request);
    }

    private sealed class Query
    {
        public static int A => 1;

        public static async Task<string[]> ReadAsync(IReadOnlyList<IFile?> files) => await Task.WhenAll(files.Select(file => TextAsync(file!)));

        public static Task<string> GetInside(In @in) => TextAsync(@in.File);

        /// <summary>Moves it, and reads it afterwards all the same.</summary>
        public static Task<string> GetKeep(IFile file, string path)
        {
            file.MoveTo(path);
            return TextAsync(file);
        }

        public static long GetLength(IFile file) => file.Length;

        public static bool GetIsOnDisk(IFile file)
        {
            using var content = file.OpenReadStream();
            return content is FileStream;
        }

        private static async Task<string> TextAsync(IFile file)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            return $"{file.Name}: {Encoding.UTF8.GetString(content.ToArray())}";
        }
    }

    [InputObjectType]
    [GraphQLName("In")]
    public sealed record In(IFile File);

    /// <summary>A content that is long and nowhere.</summary>
    private sealed class Zeros(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            Position += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
