using System.IO.Compression;
using System.Text;
using Personalify.Domain.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>
/// Each file that cannot be imported gets a sentence that says what is wrong and what to send instead, and leaves nothing behind.
/// </summary>
public sealed class BadInputTests
{
    private static readonly GivenFile Good = GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z"));

    public static TheoryData<string, string, string> Texts => new()
    {
        { "scrobbles.csv", "artist,album,track,date\nMara Quill,Paper Lanterns,Lanterns,01 Mar 2024 10:00\n", "“scrobbles.csv” is neither a zip nor a JSON file: it looks like a table of comma-separated values, which other services export. Send the zip" },
        { "page.html", "<!DOCTYPE html><title>Log in</title>", "it looks like a web page or XML" },
        { "notes.txt", "hello", "it is plain text" },
        { "archive.rar", "Rar!\u001a", "it is an archive of another kind than zip" },
        { "doc.pdf", "%PDF-1.7", "it is a PDF" },
        { "empty.json", "  \n", "“empty.json” is empty." },
        { "Userdata.json", """{"username": "x"}""", "“Userdata.json” is no listening history: a history is a JSON array of plays, and this file holds something else. Send the zip" },
        { "endsong_0.json", """{"ts": "2024-03-01T10:00:00Z"}""", "“endsong_0.json” is no listening history" },
        { "lastfm.json", """[{"artist":"Mara Quill","track":"Lanterns","date":"01 Mar 2024"}]""", "“lastfm.json” is not a Spotify listening history: its entries have the fields artist, track, date and neither “ts” with “ms_played” nor “endTime” with “msPlayed”. Exports of other services cannot be imported." },
        { "apple.json", """[{"ts":1,"Song Name":"x"}]""", "is not a Spotify listening history: its entries have the fields ts, Song Name" },
        { "numbers.json", "[1, 2, 3]", "“numbers.json” is not a Spotify listening history: its entries are no plays." },
        { "endsong_1.json", """[{"ts":"2024-03-01T10:00:00Z","ms_played":1}, {"ts":""", "“endsong_1.json” ends in the middle, at row 2: it is cut off. Download the export from Spotify again and send the whole file." },
        { "endsong_2.json", "[{\"ts\":\"2024-03-01T10:00:00Z\",\"ms_played\":1},\n{\"ts\": oops}]", "“endsong_2.json” is not valid JSON: at row 2, line 2, something stands that JSON does not allow. Send the file as Spotify made it, without edits." },
        { "nested.json", """[[{"ts":"2024-03-01T10:00:00Z","ms_played":1}]]""",
            "“nested.json” holds arrays in an array, which is one level too many: a history is one array of plays. "
            + "Take the outer brackets away" },
        { "joined.json", """ [ [ {"ts":"2024-03-01T10:00:00Z","ms_played":1}], [{"ts":"2024-03-01T11:00:00Z","ms_played":1}]]""",
            "“joined.json” holds arrays in an array" },
        { "zeros_before.json", "\0[{\"ts\":\"2024-03-01T10:00:00Z\",\"ms_played\":1}]",
            "“zeros_before.json” holds zeroed bytes where its array should begin: its copy is damaged "
            + "or cut off, and plays may be missing. Copy it once more, or download the export from Spotify again." },
        { "zeros_only.json", new string('\0', 100_000), "“zeros_only.json” holds zeroed bytes where its array should begin" },
        { "zeros_first.json", "[" + new string('\0', 100_000), "“zeros_first.json” holds zeroed bytes at row 1 or behind it" },
        { "zeros_in_text.json", "[{\"ts\":\"2024-03-01T10:00:00Z\",\"ms_played\":1},{\"ts\":\"2024\0\0\0\0",
            "“zeros_in_text.json” holds zeroed bytes at row 2 or behind it" },
        { "zeros_between.json", "[{\"ts\":\"2024-03-01T10:00:00Z\",\"ms_played\":1}," + new string('\0', 200_000) + "]",
            "“zeros_between.json” holds zeroed bytes at row 2 or behind it" },
        { "zeros_after.json", "[{\"ts\":\"2024-03-01T10:00:00Z\",\"ms_played\":1}]\n" + new string('\0', 5_000),
            "“zeros_after.json” holds zeroed bytes after its array of 1 rows" },
        { "picture.ico", "\0\0\u0001\0\u0001\0", "it holds binary data" },
        { "endsong_3.json", """[{"ts":"2024-03-01T10:00:00Z","ms_played":1}][]""", "“endsong_3.json” goes on after the end of its array of 1 rows. If files were joined into one, send them one by one." },
    };

    [StoreTheory]
    [MemberData(nameof(Texts))]
    public async Task A_file_that_is_no_history_is_refused(string name, string content, string sentence)
    {
        await using var home = await ImportHome.CreateAsync();
        Assert.Contains(sentence, await home.RefusalOfAsync(Good, GivenFile.Text(name, content)), StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData("utf-16", true, "UTF-16")]
    [InlineData("utf-16", false, "UTF-16")]
    [InlineData("utf-16BE", true, "UTF-16")]
    [InlineData("utf-16BE", false, "UTF-16")]
    [InlineData("utf-32", true, "UTF-32")]
    [InlineData("utf-32", false, "UTF-32")]
    [InlineData("utf-32BE", true, "UTF-32")]
    [InlineData("utf-32BE", false, "UTF-32")]
    public async Task A_history_in_another_encoding_is_refused_by_its_name(string encoding, bool hasMark, string name)
    {
        await using var home = await ImportHome.CreateAsync();
        var text = Encoding.GetEncoding(encoding);
        byte[] content = [.. hasMark ? text.GetPreamble() : [], .. text.GetBytes(Encoding.UTF8.GetString(Good.Content))];

        var refusal = await home.RefusalOfAsync(new GivenFile("endsong_0.json", content));

        Assert.Equal(
            $"“endsong_0.json” is a text in {name}, and an export is in UTF-8. Open it in an editor "
            + "and save as UTF-8, or send the file as Spotify made it.", refusal);
    }

    [StoreTheory]
    [InlineData("endsong_0.json", false)]
    [InlineData("my_spotify_data.zip.gz", false)]
    [InlineData("Streaming_History_Audio_2024_0.json.gz", true)]
    public async Task A_file_packed_with_gzip_is_refused_with_the_way_out(string name, bool isInZip)
    {
        await using var home = await ImportHome.CreateAsync();
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress)) gzip.Write(Good.Content);
        var file = new GivenFile(name, packed.ToArray());

        var refusal = await home.RefusalOfAsync(isInZip ? GivenFile.Zip("export.zip", Good, file) : file);

        Assert.StartsWith($"“{name}” is packed with gzip, which is not unpacked here. Unpack it (gunzip) and send what is in it",
            refusal, StringComparison.Ordinal);
    }

    [StoreTheory]
    [InlineData(12, "bzip2")]
    [InlineData(14, "LZMA")]
    [InlineData(93, "Zstandard")]
    [InlineData(95, "XZ")]
    [InlineData(98, "PPMd")]
    [InlineData(6, "method 6")]
    public async Task A_zip_packed_by_another_method_is_refused_by_its_name(int method, string name)
    {
        await using var home = await ImportHome.CreateAsync();

        var refusal = await home.RefusalOfAsync(PackedBy(method, GivenFile.Zip("export.zip", Good)));

        Assert.Equal(
            $"“{Good.Name}” in the zip “export.zip” is packed with {name}, which cannot be unpacked "
            + "here. Pack it again as usual (zip, deflate), or send its JSON files.", refusal);
    }

    [StoreFact]
    public async Task A_zip_packed_with_Deflate64_is_read()
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(PackedBy(9, GivenFile.Zip("export.zip", Good)));

        Assert.Equal(1, report.Added);
    }

    [StoreFact]
    public async Task A_zip_that_is_cut_off_is_refused()
    {
        await using var home = await ImportHome.CreateAsync();
        var zip = GivenFile.Zip("export.zip", Good);
        foreach (var length in (int[])[zip.Content.Length / 2, zip.Content.Length - 30, 10])
        {
            Assert.Contains("The zip “export.zip” is cut off or damaged", await home.RefusalOfAsync(zip with { Content = zip.Content[..length] }), StringComparison.Ordinal);
        }
    }

    [StoreFact]
    public async Task A_zip_whose_data_are_damaged_is_refused()
    {
        await using var home = await ImportHome.CreateAsync();
        var zip = GivenFile.Zip("export.zip", GivenFile.Extended([.. Enumerable.Range(1, 28).Select(day => new GivenRow($"2024-02-{day:00}T10:00:00Z", $"Title {day}"))]));
        zip.Content.AsSpan(80, 40).Fill(0xFF);
        Assert.Contains("is damaged and cannot be unpacked. Download the zip from Spotify again", await home.RefusalOfAsync(zip), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task An_empty_zip_and_one_of_folders_only_are_refused()
    {
        await using var home = await ImportHome.CreateAsync();
        Assert.Contains("The zip “empty.zip” holds no files.", await home.RefusalOfAsync(GivenFile.Zip("empty.zip")), StringComparison.Ordinal);
        Assert.Contains("The zip “folders.zip” holds no files.", await home.RefusalOfAsync(GivenFile.Zip("folders.zip", GivenFile.Text("MyData/", ""))), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_zip_without_any_history_is_refused_with_what_it_holds()
    {
        await using var home = await ImportHome.CreateAsync();
        var zip = GivenFile.Zip(
            "my_spotify_data.zip", GivenFile.Text("Spotify Account Data/Userdata.json", """{"email":"secret"}"""), GivenFile.Text("Spotify Account Data/Playlist1.json", """{"playlists":[]}"""),
            GivenFile.Text("Spotify Account Data/SearchQueries.json", """[{"searchQuery":"x"}]"""), GivenFile.Text("Spotify Account Data/ReadMeFirst.pdf", "%PDF-1.7"));
        Assert.Equal(
            "The zip “my_spotify_data.zip” holds no listening history, only “Userdata.json”, “Playlist1.json”, “SearchQueries.json”, “ReadMeFirst.pdf”. On Spotify's privacy page "
            + "ask for “Extended streaming history”, or for “Account data” with the streaming history in it, and send the zip that comes by mail.",
            await home.RefusalOfAsync(zip));
    }

    [StoreFact]
    public async Task A_zip_in_a_zip_is_refused()
    {
        await using var home = await ImportHome.CreateAsync();
        var refusal = await home.RefusalOfAsync(GivenFile.Zip("outer.zip", Good, GivenFile.Zip("inner.zip", Good)));
        Assert.Equal("The zip “outer.zip” contains another zip, “inner.zip”. Unpack “outer.zip” and send what is in it.", refusal);
    }

    [StoreFact]
    public async Task A_zip_with_a_password_is_refused()
    {
        await using var home = await ImportHome.CreateAsync();
        var zip = GivenFile.Zip("secret.zip", Good);
        foreach (var header in HeadersOf(zip.Content)) zip.Content[header] |= 1;
        Assert.Contains("is protected with a password. Unpack it and send its JSON files", await home.RefusalOfAsync(zip), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_zip_that_unpacks_to_far_too_much_is_refused()
    {
        await using var home = await ImportHome.CreateAsync();
        var rows = string.Concat(Enumerable.Repeat("""{"ts":"2024-03-01T10:00:00Z","ms_played":1},""", 300_000));
        var bomb = GivenFile.Zip("bomb.zip", GivenFile.Text("endsong_0.json", $"[{rows}null]"));
        Assert.Contains("unpacks to more than 100 times its size, which no listening history does.", await home.RefusalOfAsync(bomb), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_zip_of_too_many_files_is_refused()
    {
        await using var home = await ImportHome.CreateAsync();
        var zip = GivenFile.Zip("many.zip", [.. Enumerable.Range(0, 2_001).Select(number => GivenFile.Text($"{number}.json", "[]"))]);
        Assert.Contains("The zip “many.zip” holds more than 2,000 files, which no Spotify export does.", await home.RefusalOfAsync(zip), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_row_that_is_far_too_long_is_refused()
    {
        await using var home = await ImportHome.CreateAsync();
        var row = $$"""[{"ts":"2024-03-01T10:00:00Z","ms_played":1,"padding":"{{new string('x', 2 << 20)}}"}]""";
        Assert.Contains("Row 1 of “endsong_0.json” is longer than 1 MiB, which no play is.", await home.RefusalOfAsync(GivenFile.Text("endsong_0.json", row)), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_name_in_a_zip_is_never_a_path()
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(GivenFile.Zip("tricks.zip", Good with { Name = "../../../../etc/Streaming_History_Audio_2024.json" }, Good with { Name = "C:\\Windows\\endsong_0.json" }));

        Assert.Equal(["Streaming_History_Audio_2024.json", "endsong_0.json"], report.Files.Select(file => file.Name));
        Assert.Empty(Directory.EnumerateFiles(home.Folder, "*.json", SearchOption.AllDirectories));
    }

    [StoreFact]
    public async Task What_lies_beside_the_histories_is_ignored()
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(GivenFile.Zip(
            "export.zip", Good, GivenFile.Text("Userdata.json", "{ broken"), GivenFile.Text("ReadMe.pdf", "%PDF"), GivenFile.Text("__MACOSX/._endsong_0.json", "\0\0"),
            GivenFile.Text("Marquee.json", """[{"artistName":"x","segment":"y"}]""")));

        Assert.Equal(
            [ImportFileKind.ExtendedHistory, ImportFileKind.Ignored, ImportFileKind.Ignored, ImportFileKind.Ignored], report.Files.Select(file => file.Kind));
        Assert.Equal((1, 1), (report.Rows, report.Added));
    }

    /// <summary>The zip with another method in its headers; short data that deflate has packed are Deflate64 too.</summary>
    private static GivenFile PackedBy(int method, GivenFile zip)
    {
        foreach (var header in HeadersOf(zip.Content)) zip.Content[header + 2] = (byte)method;
        return zip;
    }

    /// <summary>Where the flags of local headers and of the directory's entries stand.</summary>
    private static IEnumerable<int> HeadersOf(byte[] zip)
    {
        for (var i = 0; i + 4 < zip.Length; i++)
        {
            if (zip.AsSpan(i, 4).SequenceEqual("PK\x03\x04"u8)) yield return i + 6;
            if (zip.AsSpan(i, 4).SequenceEqual("PK\x01\x02"u8)) yield return i + 8;
        }
    }
}
