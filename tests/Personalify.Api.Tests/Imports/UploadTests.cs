using System.Net;
using Personalify.Api.Tests.Access;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

public sealed class UploadTests
{
    private static readonly GivenFile File = GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z"));

    [StoreFact]
    public async Task Nobody_uploads_without_signing_in()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var stranger = application.Connect();
        using var response = await stranger.PostFileAsync(File);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [StoreFact]
    public async Task A_request_without_the_header_that_a_foreign_page_cannot_send_is_refused()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var response = await ada.Http.PostAsync("/uploads", new ByteArrayContent(File.Content));
        Assert.Equal("The header X-File-Name is missing. It must hold the file's name, percent-encoded.", await response.ErrorOfAsync(HttpStatusCode.BadRequest));
    }

    [StoreFact]
    public async Task A_file_name_that_is_too_long_is_told_with_its_limit()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var response = await ada.PostFileAsync(File with { Name = new string('x', 2_049) });
        Assert.Contains("has 2049 characters; it may have 2048", await response.ErrorOfAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_file_lies_where_its_number_says_and_only_the_server_reads_it()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        var id = await ada.UploadAsync(File with { Name = "../../Ünïcode 1.json" }, File);

        var paths = Directory.GetFiles(application.Files, "*", SearchOption.AllDirectories).Order().ToList();
        Assert.Equal([Path.Combine(application.Files, "uploads", "1", "0"), Path.Combine(application.Files, "uploads", "1", "1")], paths);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(paths[0]));
        Assert.Equal("Ünïcode 1.json", (await ada.ImportAsync(id)).GetProperty("files")[0].GetProperty("name").GetString());
    }

    [StoreTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_above_the_limit_is_refused_and_deleted(bool isChunked)
    {
        await using var application = await PersonalifyApplication.StartAsync(("Imports:MaxFileBytes", "1048576"));
        using var ada = await application.ConnectAsAsync("ada");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads") { Content = new ByteArrayContent(new byte[2 << 20]) };
        request.Headers.Add("X-File-Name", "big.zip");
        request.Headers.TransferEncodingChunked = isChunked;

        using var response = await ada.Http.SendAsync(request);

        Assert.StartsWith("“big.zip” is larger than 1 MiB.", await response.ErrorOfAsync(HttpStatusCode.RequestEntityTooLarge), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(application.Files, "*", SearchOption.AllDirectories));
    }

    [StoreFact]
    public async Task A_file_of_two_gigabytes_is_refused_before_it_is_read()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads") { Content = new StreamContent(Stream.Null) };
        request.Content.Headers.ContentLength = 2L << 30;
        request.Headers.Add("X-File-Name", "huge.zip");

        using var response = await ada.Http.SendAsync(request);

        Assert.StartsWith("“huge.zip” is larger than 1024 MiB.", await response.ErrorOfAsync(HttpStatusCode.RequestEntityTooLarge), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task An_import_has_room_for_so_many_files_and_bytes()
    {
        await using var application = await PersonalifyApplication.StartAsync(("Imports:MaxFiles", "2"), ("Imports:MaxUnstarted", "1"));
        using var ada = await application.ConnectAsAsync("ada");
        var id = await ada.UploadAsync(File, File);

        using var third = await ada.PostFileAsync(File, id);
        using var another = await ada.PostFileAsync(File);

        Assert.Contains("No file can be added to this import", await third.ErrorOfAsync(HttpStatusCode.Conflict), StringComparison.Ordinal);
        Assert.Contains("1 uploads wait to be started already.", await another.ErrorOfAsync(HttpStatusCode.Conflict), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Nobody_adds_to_an_import_of_somebody_else()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        using var bob = await application.ConnectAsAsync("bob", by: ada);
        var id = await ada.UploadAsync(File);

        using var response = await bob.PostFileAsync(File, id);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("ImportNotFoundError", (await bob.StartAsync(id)).ErrorType());
    }
}
