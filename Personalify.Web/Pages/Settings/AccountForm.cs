namespace Personalify.Web.Pages.Settings;

/// <summary>What an administrator enters about somebody who is to have an account.</summary>
public sealed class AccountForm
{
    public string? Name { get; set; }

    public string? DisplayName { get; set; }

    public string? Password { get; set; }

    public string? TimeZone { get; set; }
}
