using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Personalify.Web.Api;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Languages;

public sealed class ApiSentencesTests : IDisposable
{
    // Where the Api keeps the sentences that its answers to pages hold.
    private static readonly string[] Files =
    [
        "Imports/Reading/Rejections.cs", "Imports/Reading/FileSignature.cs", "Imports/Reading/RowInterpreter.cs", "Imports/ImportControl.cs",
        "Imports/ImportErrors.cs", "Imports/Uploads.cs", "Imports/UploadEndpoint.cs", "Access/AccountRules.cs", "Access/AccountCreator.cs",
        "Access/AccountDeletion.cs", "Access/PasswordResets.cs", "Access/PasswordChange.cs", "Access/SignIn.cs", "Access/DemoIsReadOnlyException.cs",
        "Users/ProfileRules.cs", "Users/ProfileUpdate.cs", "Hosting/TextArguments.cs",
        "Access/Connections/RedirectRules.cs", "Access/Connections/SpotifyStart.cs", "Access/Connections/SpotifyReturn.cs",
        "Access/Connections/SpotifyExchange.cs", "Access/Connections/SpotifyComplete.cs", "Access/Connections/SpotifyLinking.cs",
        "Access/Connections/SpotifyNewAccounts.cs", "Access/Connections/SpotifyDisconnect.cs", "Access/Connections/SpotifyFeatures.cs",
        "Access/Connections/OwnSpotifyApps.cs", "Spotify/Errors/APITroubles.cs", "Spotify/Errors/APIRefusals.cs",
            "Spotify/Errors/APIErrors.cs",
        "Spotify/Errors/APIException.cs", "Spotify/Accounts/OAuthException.cs", "Sync/SyncSentences.cs", "Tops/CacheAdmin.cs",
        "Playing/PlayingAnswer.cs", "Tops/TopsRun.cs", "Remote/Tables/RemoteErrors.cs", "Moods/TrackNotFoundError.cs",
    ];

    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public ApiSentencesTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("id");

    public static TheoryData<string> AllFiles => [.. Files];

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void Every_sentence_that_the_Api_writes_there_is_translated(string file)
    {
        var sentences = SentencesOf(file).ToList();
        Assert.NotEmpty(sentences);
        var kept = sentences.Where(sentence => ApiSentences.Translate(sentence) == sentence);
        Assert.True(!kept.Any(), string.Join('\n', kept));
    }

    [Fact]
    public void What_stands_in_the_gaps_goes_into_the_translation_and_is_translated_where_it_is_a_sentence() => Assert.Equal(
        "“tahun lalu.zip” bukan zip dan bukan berkas JSON: ini PDF. Kirim zip seperti yang dikirim Spotify, atau berkas tunggal darinya seperti "
        + "Streaming_History_Audio_2024_0.json atau StreamingHistory_music_0.json.",
        ApiSentences.Translate("“tahun lalu.zip” is neither a zip nor a JSON file: it is a PDF. Send the zip as Spotify mailed it, or single files "
            + "from it such as Streaming_History_Audio_2024_0.json or StreamingHistory_music_0.json."));

    [Theory]
    [InlineData(
        "Of 5 playlists, 1 came without their entries: Spotify gives those only to who owns or edits a playlist.",
        "Dari 5 daftar putar, 1 datang tanpa isinya: Spotify memberikannya hanya kepada pemilik atau penyunting daftar putar.")]
    [InlineData(
        "Playlists and entries beyond this server's limits were left out: 3.",
        "Daftar putar dan entri di luar batas server ini tidak disertakan: 3.")]
    [InlineData(
        "Of 5 playlists, 1 came without their entries: Spotify gives those only to who owns or edits a playlist. "
        + "Playlists and entries beyond this server's limits were left out: 3.",
        "Dari 5 daftar putar, 1 datang tanpa isinya: Spotify memberikannya hanya kepada pemilik atau penyunting daftar putar. "
        + "Daftar putar dan entri di luar batas server ini tidak disertakan: 3.")]
    public void What_playlists_lack_is_told_by_the_amounts_that_there_are(string sentence, string translation) =>
        Assert.Equal(translation, ApiSentences.Translate(sentence));

    [Fact]
    public void A_name_that_looks_like_a_template_stays_as_it_is() => Assert.Equal(
        "“{0} is empty.” kosong. Kirim zip seperti yang dikirim Spotify.",
        ApiSentences.Translate("“{0} is empty.” is empty. Send the zip as Spotify mailed it."));

    [Fact]
    public void A_sentence_that_is_not_known_is_shown_as_it_is() => Assert.Equal("Something new.", ApiSentences.Translate("Something new."));

    [Fact]
    public void English_stays_English()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal("The name or the password is wrong.", ApiSentences.Translate("The name or the password is wrong."));
    }

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    // A sentence is a literal, or several joined by +, with a sample in each gap; what attributes and single words say is none.
    private static IEnumerable<string> SentencesOf(string file) =>
        from node in CSharpSyntaxTree.ParseText(File.ReadAllText(RepositoryFiles.Path("Personalify.Api", file))).GetRoot().DescendantNodes()
        where node is ExpressionSyntax && IsText(node) && !IsText(node.Parent) && node.FirstAncestorOrSelf<AttributeSyntax>() is null
        let text = TextOf(node)
        where text.Contains(' ', StringComparison.Ordinal) && text.Count(char.IsLetter) > 3 && !node.Ancestors().Any(IsLeftOut)
        select text;

    // Sentences in gaps are looked at on their own; a process's own end is not shown.
    private static bool IsLeftOut(SyntaxNode node) =>
        node is InterpolationSyntax || (node is ObjectCreationExpressionSyntax creation && creation.Type.ToString() == "OperationCanceledException");

    private static bool IsText(SyntaxNode? node) => node switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
        InterpolatedStringExpressionSyntax => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsText(sum.Left) && IsText(sum.Right),
        _ => false,
    };

    private static string TextOf(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        BinaryExpressionSyntax sum => TextOf(sum.Left) + TextOf(sum.Right),
        InterpolatedStringExpressionSyntax filled => string.Concat(filled.Contents.Select(part =>
            part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "42")),
        _ => "",
    };
}
