using AngleSharp.Html.Dom;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class SettingsTests(WebPages pages) : IClassFixture<WebPages>
{
    private const string Added = """{"createAccount":{"user":{"name":"mia"},"errors":null}}""";
    private const string Saved = """{"updateProfile":{"user":{"id":"1"},"errors":null}}""";

    private static readonly (string Name, string Value)[] Mia =
        [("account.name", "mia"), ("account.displayName", " "), ("account.password", "long enough"), ("account.timeZone", "Europe/Rome")];

    [Fact]
    public async Task Only_an_administrator_sees_accounts_and_the_form_for_more()
    {
        ByListener();
        var listener = await pages.ReadAsync("/settings");
        ByAdministrator();
        var administrator = await pages.ReadAsync("/settings");

        Assert.Null(listener.QuerySelector("#accounts"));
        Assert.Null(listener.QuerySelector("form[action*='handler=Account']"));
        Assert.Equal(["Ines", SampleAnswers.Hostile], administrator.QuerySelectorAll(".past .name").Select(name => name.TextContent));
        Assert.Equal(["administrator", "listener"], administrator.QuerySelectorAll(".past .state").Select(state => state.TextContent));
        Assert.Equal("Europe/Lisbon", ValueOf(administrator, "#field-account-timezone"));
    }

    [Fact]
    public async Task An_administrator_sees_how_node_B_stands_and_what_it_notes()
    {
        ByAdministrator();
        var page = await pages.ReadAsync("/settings");
        var card = page.QuerySelector("section:has(#node-b)")!;
        Assert.Equal("Away", card.QuerySelector(".state.away")!.TextContent);
        Assert.Contains("Node B did not answer within 400 ms.", card.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector("a[href='/distributed']"));
        Assert.Contains("Note from node B: Tinggal di Jakarta", page.QuerySelector("form[action*='handler=Profile'] ~ .sub")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_node_B_cannot_give_costs_nothing_else()
    {
        ByAdministrator();
        var data = SampleAnswers.Accounts().Replace("\"Tinggal di Jakarta\"", "null", StringComparison.Ordinal);
        pages.Api.On("Accounts", """{"errors":[{"message":"It is away.","path":["me","remoteNote"],"extensions":{"code":"NODE_B_AWAY"}}],"data":""" + data + "}");
        var page = await pages.ReadAsync("/settings");
        Assert.NotEmpty(page.QuerySelectorAll(".past .name"));
        Assert.DoesNotContain("Note from node B", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_added_and_its_owners_session_stays_out_of_this_browser()
    {
        ByAdministrator().On("AddAccount", Added);

        var (response, next) = await SendAsync("Account", Mia);

        Assert.Equal("/settings", response.Headers.Location?.ToString());
        Assert.StartsWith("“mia” has an account now.", next!.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            """{"name":"mia","password":"long enough","displayName":null,"timeZone":"Europe/Rome"}""", pages.Api.VariablesOf("AddAccount").GetProperty("input").GetRawText());
        Assert.DoesNotContain(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("personalify_session", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_the_rest_need_not_be_entered_again()
    {
        ByAdministrator().On("AddAccount",
            """{"createAccount":{"user":null,"errors":[{"message":"The name 'mia' is taken.","field":"name"},"""
            + """{"message":"Too short.","field":"password"}]}}""");

        var page = await WebPages.ReadAsync((await SendAsync("Account", Mia)).Response);

        var name = page.QuerySelector("#field-account-name")!;
        Assert.Equal(("mia", "true"), (name.GetAttribute("value"), name.GetAttribute("aria-invalid")));
        Assert.Equal("The name 'mia' is taken.", page.GetElementById(name.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Equal("Too short.", page.QuerySelector("#field-account-password-note")!.TextContent);
        Assert.Equal("Europe/Rome", ValueOf(page, "#field-account-timezone"));
        Assert.DoesNotContain("long enough", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#field-displayname[aria-invalid]"));
    }

    [Fact]
    public async Task Who_may_not_is_told_in_the_form()
    {
        ByAdministrator()
            .On("AddAccount", """{"createAccount":{"user":null,"errors":[{"message":"Accounts are made by an administrator."}]}}""");

        var page = await WebPages.ReadAsync((await SendAsync("Account", Mia)).Response);

        Assert.Equal("Accounts are made by an administrator.", page.QuerySelector("form [role=alert]")!.TextContent);
    }

    [Fact]
    public async Task Many_accounts_come_in_pages()
    {
        ByAdministrator(endCursor: "i20");
        var page = await pages.ReadAsync("/settings?after=i4");

        Assert.Equal("/settings?after=i20", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("""{"first":20,"after":"i4","last":null,"before":null}""", pages.Api.VariablesOf("Accounts").GetRawText());
    }

    [Fact]
    public async Task A_profile_is_saved()
    {
        ByListener().On("UpdateProfile", Saved);

        var (_, next) = await SendAsync("Profile", ("displayName", "Nes"), ("timeZone", "Europe/Rome"));

        Assert.Equal("Your profile is saved.", next!.QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task A_refused_profile_keeps_what_was_entered()
    {
        ByListener().On("UpdateProfile", """{"updateProfile":{"user":null,"errors":[{"message":"Too long.","field":"displayName"}]}}""");

        var page = await WebPages.ReadAsync((await SendAsync("Profile", ("displayName", "Much too long"), ("timeZone", "Europe/Rome"))).Response);

        Assert.Equal("Much too long", page.QuerySelector("#field-displayname")!.GetAttribute("value"));
        Assert.Equal("Too long.", page.QuerySelector("#field-displayname-note")!.TextContent);
        Assert.Equal("Europe/Rome", ValueOf(page, "#field-timezone"));
    }

    [Fact]
    public async Task A_wrong_password_is_told_where_it_was_entered()
    {
        ByListener().On("ChangePassword", """{"changePassword":{"user":null,"errors":[{"message":"That is not your password.","field":"currentPassword"}]}}""");

        var page = await WebPages.ReadAsync((await SendAsync("Password", ("currentPassword", "hunter2"), ("newPassword", "long enough"))).Response);

        Assert.Equal("That is not your password.", page.QuerySelector("#field-currentpassword-note")!.TextContent);
        Assert.DoesNotContain("hunter2", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_account_says_that_it_stays_as_it_is()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer().Replace("\"isDemo\":false", "\"isDemo\":true", StringComparison.Ordinal));

        var page = await pages.ReadAsync("/settings");

        Assert.Contains("Everybody who looks around shares it", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*='handler=Profile']"));
        Assert.NotNull(page.QuerySelector("form[action*='handler=SignOut']"));
        Assert.NotNull(page.QuerySelector("a[href='/settings/export']"));
        Assert.Null(page.QuerySelector("form[action*='handler=Delete']"));
    }

    [Fact]
    public async Task A_deleted_account_leads_to_sign_in_and_leaves_no_session_in_the_browser()
    {
        ByListener().On("DeleteAccount", """{"deleteAccount":{"deleted":true,"errors":null}}""");

        var (response, _) = await SendAsync("Delete", ("password", "long enough"));

        Assert.Equal("/sign-in", response.Headers.Location?.ToString());
        Assert.Contains(
            response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("personalify_session=;", StringComparison.Ordinal));
        Assert.Equal("""{"password":"long enough","name":null}""", pages.Api.VariablesOf("DeleteAccount").GetProperty("input").GetRawText());
    }

    [Fact]
    public async Task A_refused_deletion_says_why_where_it_was_asked_for()
    {
        ByListener().On(
            "DeleteAccount", """{"deleteAccount":{"deleted":null,"errors":[{"message":"The password is wrong.","field":"password"}]}}""");

        var page = await WebPages.ReadAsync((await SendAsync("Delete", ("password", "hunter2"))).Response);

        Assert.NotNull(page.QuerySelector("details[open] form[action*='handler=Delete']"));
        Assert.Equal("The password is wrong.", page.QuerySelector("#field-password-note")!.TextContent);
        Assert.DoesNotContain("hunter2", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_gets_a_reset_link_for_another_account_and_sees_it_once()
    {
        ByAdministrator().On(
            "CreatePasswordReset",
            """
            {"createPasswordReset":{"passwordReset":
                {"token":"A-Token","expiresAt":"2025-07-02T10:00:00Z","user":{"name":"mallory"}},"errors":null}}
            """);
        var before = await pages.ReadAsync("/settings");

        var (response, _) = await SendAsync("ResetLink", ("name", "mallory"));

        var names = before.QuerySelectorAll("form[action*='handler=ResetLink'] input[name=name]");
        Assert.Equal(["mallory"], names.Select(name => name.GetAttribute("value")));
        var link = (await WebPages.ReadAsync(response)).QuerySelector(".reset-link")!;
        Assert.Equal("http://localhost/reset-password/A-Token", link.TextContent);
        Assert.DoesNotContain("A-Token", (await pages.ReadAsync("/settings")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sees_the_cache_and_clears_a_part_of_it()
    {
        ByAdministrator()
            .On("ClearCache", """{"clearCache":{"cleared":{"keys":9,"isComplete":true},"errors":null}}""");
        var page = await pages.ReadAsync("/settings");

        var (_, next) = await SendAsync("ClearCache", ("prefix", "top:"));

        var card = page.QuerySelector("section:has(#cache)")!;
        Assert.Contains("12 keys, 34\u202fkB.", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Of 4 looks for top lists since this process began, 75\u202f% found them.", card.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(["top:", "lock:"], card.QuerySelectorAll("tbody code").Select(prefix => prefix.TextContent));
        Assert.Equal(["top:"], card.QuerySelectorAll("input[name=prefix]").Select(input => input.GetAttribute("value")));
        Assert.Equal("9 keys that begin with top: are cleared.", next!.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal("""{"prefix":"top:"}""", pages.Api.VariablesOf("ClearCache").GetProperty("input").GetRawText());
    }

    [Fact]
    public async Task A_cache_that_is_away_is_said_in_its_card()
    {
        ByAdministrator().On("Accounts", SampleAnswers.Accounts(isCacheAvailable: false));

        var card = (await pages.ReadAsync("/settings")).QuerySelector("section:has(#cache)")!;

        Assert.StartsWith("Redis does not answer.", card.QuerySelector(".nothing")!.TextContent, StringComparison.Ordinal);
        Assert.Null(card.QuerySelector("form"));
    }

    private static string? ValueOf(IHtmlDocument page, string select) => ((IHtmlSelectElement)page.QuerySelector(select)!).Value;

    private FakeApi ByListener() => pages.Api.On("Viewer", SampleAnswers.Viewer());

    private FakeApi ByAdministrator(string? endCursor = null) =>
        pages.Api.On("Viewer", SampleAnswers.Viewer().Replace("LISTENER", "ADMINISTRATOR", StringComparison.Ordinal)).On("Accounts", SampleAnswers.Accounts(endCursor));

    /// <summary>Fills in a form of the page and sends it; gives the answer, and the page that it leads to.</summary>
    private async Task<(HttpResponseMessage Response, IHtmlDocument? Next)> SendAsync(string handler, params (string Name, string Value)[] fields)
    {
        using var browser = pages.Browser();
        var form = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/settings", UriKind.Relative)));
        var mark = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var content = fields.Append(("__RequestVerificationToken", mark)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        var response = await browser.PostAsync(new Uri($"/settings?handler={handler}", UriKind.Relative), new FormUrlEncodedContent(content));
        return (response, response.Headers.Location is { } location ? await WebPages.ReadAsync(await browser.GetAsync(location)) : null);
    }
}
