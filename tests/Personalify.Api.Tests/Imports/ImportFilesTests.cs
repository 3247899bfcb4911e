using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Personalify.Api.Imports;
using Personalify.Api.Tests.Access;
using Personalify.DevStack;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>Exports that come with the mutation itself, sent as the example does it.</summary>
public sealed class ImportFilesTests
{
    private static readonly GivenFile File = GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z"), new GivenRow("2024-03-01T11:00:00Z", "Tides", 31_000));
    private static readonly GivenFile Other = GivenFile.Extended(new GivenRow("2025-03-01T10:00:00Z")) with { Name = "../other.json" };
    private static readonly string Example = System.IO.File.ReadAllText(Path.Combine(Repository.Root, "schema", "examples", "import-files.graphql"));

    [StoreFact]
    public async Task Its_figures_are_those_of_the_pages_upload()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        var byPage = await ada.RunAsync(File, Other);

        var sent = Imported(await SendAsync(bob, preview: false, File, Other));
        var byForm = await bob.WaitForAsync(sent.GetProperty("id").GetString()!, "COMPLETED");

        Assert.Equal("QUEUED", sent.GetProperty("status").GetString());
        Assert.Equal(byPage.GetProperty("files").GetRawText(), byForm.GetProperty("files").GetRawText());
        Assert.Equal(byPage.GetProperty("report").GetRawText(), byForm.GetProperty("report").GetRawText());
        Assert.Equal(3, byForm.GetProperty("report").GetProperty("added").GetInt32());
        await AreLeftAsync(application, 0);
    }

    [StoreFact]
    public async Task A_preview_keeps_the_files_and_writes_nothing()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        var id = Imported(await SendAsync(ada, preview: true, File, Other)).GetProperty("id").GetString()!;
        var preview = await ada.WaitForAsync(id, "COMPLETED");

        Assert.True(preview.GetProperty("isPreview").GetBoolean());
        Assert.Equal(["0", "1"], FilesOf(application).Select(file => Path.GetRelativePath(Path.Combine(application.Files, "uploads", "1"), file)));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(FilesOf(application)[0]));
        await ada.StartAsync(id);
        Assert.Equal(3, (await ada.WaitForAsync(id, "COMPLETED")).GetProperty("report").GetProperty("added").GetInt32());
    }

    [StoreFact]
    public async Task Who_is_not_signed_in_sends_nothing()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var stranger = application.Connect();
        using var response = await PostAsync(stranger, Form(false, File));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("AUTH_NOT_AUTHENTICATED", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await AreLeftAsync(application, 0);
    }

    [StoreFact]
    public async Task A_form_that_a_foreign_page_could_send_is_refused()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var form = Form(false, File);
        using var response = await ada.Http.PostAsync("/graphql", form);

        Assert.Contains("HC0077", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task What_cannot_be_imported_is_told_and_leaves_nothing()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var empty = File with { Name = "empty.json", Content = [] };

        Assert.Equal("There is no file. Send the zip as Spotify mailed it.", InvalidInput(await SendAsync(ada, preview: false)));
        Assert.Equal("“empty.json” is empty. Send the zip as Spotify mailed it.", InvalidInput(await SendAsync(ada, preview: false, File, empty)));
        Assert.Equal("A file of the form stands twice in the list. Name each of them once.", InvalidInput(await SendTwiceAsync(ada, File)));

        Assert.Empty((await ada.QueryAsync("{ me { imports { nodes { id } } } }")).GetProperty("me").GetProperty("imports").GetProperty("nodes").EnumerateArray());
        await AreLeftAsync(application, 0);
    }

    [StoreFact]
    public async Task Who_has_too_many_uploads_waiting_is_told_so()
    {
        await using var application = await PersonalifyApplication.StartAsync(("Imports:MaxUnstarted", "1"));
        using var ada = await application.ConnectAsAsync("ada");
        await ada.UploadAsync(File);

        var error = Error(await SendAsync(ada, preview: false, Other));

        Assert.Equal("TooManyUploadsError", error.GetProperty("__typename").GetString());
        Assert.Equal("1 uploads wait to be started already. Start or cancel one of them first.", error.GetProperty("message").GetString());
        await AreLeftAsync(application, 1);
    }

    [StoreFact]
    public async Task A_file_that_is_too_long_is_an_error_with_its_name_and_the_limit()
    {
        await using var application = await PersonalifyApplication.StartAsync(("Imports:MaxFileBytes", "100"));
        using var ada = await application.ConnectAsAsync("ada");

        var error = Error(await SendAsync(ada, preview: false, File, Other));

        Assert.Equal(("FileTooLargeError", File.Name, 100), (error.GetProperty("__typename").GetString(), error.GetProperty("fileName").GetString(), error.GetProperty("maxBytes").GetInt64()));
        Assert.StartsWith($"“{File.Name}” is larger than 100 bytes.", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        await AreLeftAsync(application, 0);
    }

    [StoreFact]
    public async Task More_files_than_an_import_has_are_an_error_with_the_limit()
    {
        await using var application = await PersonalifyApplication.StartAsync(("Imports:MaxFiles", "1"));
        using var ada = await application.ConnectAsAsync("ada");

        var error = Error(await SendAsync(ada, preview: false, File, Other));

        Assert.Equal(("TooManyFilesError", 1), (error.GetProperty("__typename").GetString(), error.GetProperty("maxFiles").GetInt32()));
        Assert.Equal("An import has up to 1 files, and these are 2. Send the zip as Spotify mailed it, or several imports.", error.GetProperty("message").GetString());
        await AreLeftAsync(application, 0);
    }

    [StoreFact]
    public async Task Files_that_have_left_the_server_too_little_space_are_an_error()
    {
        await using var application = await PersonalifyApplication.StartAsync(services => services.AddSingleton<FreeDiskSpace>(_ => 0));
        using var ada = await application.ConnectAsAsync("ada");

        var error = Error(await SendAsync(ada, preview: false, File));

        Assert.Equal("NotEnoughSpaceError", error.GetProperty("__typename").GetString());
        Assert.Contains("too little space on its disk", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        await AreLeftAsync(application, 0);
    }

    [StoreTheory]
    [InlineData("Imports:MaxFiles", "0", HttpStatusCode.RequestEntityTooLarge, "The request has 2 files; at most 0 are allowed.")]
    [InlineData("Imports:MaxImportBytes", "1000", HttpStatusCode.RequestEntityTooLarge, "and 1000 together are allowed.")]
    [InlineData("Imports:ReservedDiskBytes", "9000000000000000000", HttpStatusCode.InsufficientStorage, "too little space on its disk")]
    public async Task What_bounds_a_request_holds_before_the_mutation_runs(string limit, string value, HttpStatusCode status, string sentence)
    {
        await using var application = await PersonalifyApplication.StartAsync((limit, value));
        using var ada = await application.ConnectAsAsync("ada");
        using var response = await PostAsync(ada, Form(false, File, Other));
        var answer = await response.Content.ReadAsStringAsync();

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(sentence, answer, StringComparison.Ordinal);
        Assert.Contains("HC0010", answer, StringComparison.Ordinal);
        await AreLeftAsync(application, 0);
    }

    [StoreFact]
    public async Task Of_a_client_that_leaves_in_the_middle_nothing_stays()
    {
        await using var application = await PersonalifyApplication.StartOnPortAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var client = new TcpClient();
        await client.ConnectAsync(application.Address.Host, application.Address.Port);
        using (var form = Form(false, File with { Content = new byte[4 << 20] }))
        {
            var body = await form.ReadAsByteArrayAsync();
            var head = $"POST /graphql HTTP/1.1\r\nHost: {application.Address.Authority}\r\nAuthorization: {ada.Http.DefaultRequestHeaders.Authorization}\r\n"
                + $"GraphQL-Preflight: 1\r\nContent-Type: {form.Headers.ContentType}\r\nContent-Length: {body.Length}\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
            await client.GetStream().WriteAsync(body.AsMemory(0, body.Length / 2));
            await Eventually.IsTrueAsync(() => FilesOf(application).Any(file => new FileInfo(file).Length > 1 << 20), "half of the file has arrived");
        }

        client.Close();

        await AreLeftAsync(application, 0);
        Assert.Empty((await ada.QueryAsync("{ me { imports { nodes { id } } } }")).GetProperty("me").GetProperty("imports").GetProperty("nodes").EnumerateArray());
    }

    /// <summary>What is not needed any more is removed when the answer is out, or the import has ended, and not before.</summary>
    private static Task AreLeftAsync(PersonalifyApplication application, int files) =>
        Eventually.IsTrueAsync(() => FilesOf(application).Count == files, $"{files} files are left");

    private static List<string> FilesOf(PersonalifyApplication application) =>
        [.. Directory.GetFiles(application.Files, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static async Task<JsonElement> SendAsync(ApiClient client, bool preview, params GivenFile[] files)
    {
        using var response = await PostAsync(client, Form(preview, files));
        return await AnswerAsync(response);
    }

    private static async Task<JsonElement> SendTwiceAsync(ApiClient client, GivenFile file)
    {
        using var response = await PostAsync(client, Form(false, 2, new { zero = new[] { "variables.files.0", "variables.files.1" } }, ("zero", file)));
        return await AnswerAsync(response);
    }

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage response)
    {
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty("importFiles");
    }

    private static JsonElement Imported(JsonElement payload)
    {
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("errors").ValueKind);
        return payload.GetProperty("import");
    }

    private static JsonElement Error(JsonElement payload) => Assert.Single(payload.GetProperty("errors").EnumerateArray());

    private static string InvalidInput(JsonElement payload)
    {
        var error = Error(payload);
        Assert.Equal(("InvalidInputError", "files"), (error.GetProperty("__typename").GetString(), error.GetProperty("field").GetString()));
        return error.GetProperty("message").GetString()!;
    }

    private static async Task<HttpResponseMessage> PostAsync(ApiClient client, MultipartFormDataContent form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        return await client.Http.SendAsync(request);
    }

    private static MultipartFormDataContent Form(bool preview, params GivenFile[] files) => Form(
        preview, files.Length, files.Select((_, i) => i).ToDictionary(i => $"{i}", i => new[] { $"variables.files.{i}" }),
        [.. files.Select((file, i) => ($"{i}", file))]);

    private static MultipartFormDataContent Form(bool preview, int places, object map, params (string Key, GivenFile File)[] files)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(JsonSerializer.Serialize(new { query = Example, variables = new { files = new object?[places], preview } })), "operations" },
            { new StringContent(JsonSerializer.Serialize(map)), "map" },
        };
        foreach (var (key, file) in files) form.Add(new ByteArrayContent(file.Content), key, file.Name);
        return form;
    }
}
