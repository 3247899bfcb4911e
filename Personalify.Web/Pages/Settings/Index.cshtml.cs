using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Settings;

public sealed class IndexModel(PersonalifyClient client) : PersonalifyPage
{
    public IReadOnlyList<MutationError> Errors { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;

    public IEnumerable<string> GeneralErrors => Errors.Where(error => error.Field is null).Select(error => error.Message);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostProfileAsync(string? displayName, string? timeZone)
    {
        var variables = new UpdateProfileVariables(new UpdateProfileInput(displayName ?? "", timeZone));
        return Answer((await client.SendAsync(UpdateProfileData.Operation, variables, Aborted)).UpdateProfile, "Your profile is saved.");
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? currentPassword, string? newPassword)
    {
        var variables = new ChangePasswordVariables(new ChangePasswordInput(currentPassword ?? "", newPassword ?? ""));
        return Answer((await client.SendAsync(ChangePasswordData.Operation, variables, Aborted)).ChangePassword, "Your password is changed.");
    }

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await client.SendAsync(SignOutData.Operation, Aborted);
        SessionCookie.Remove(HttpContext);
        return RedirectToPage("/SignIn/Index");
    }

    private IActionResult Answer(UserPayload payload, string done)
    {
        Errors = payload.Errors ?? [];
        if (Errors.Count > 0) return Page();
        Done = done;
        return RedirectToPage();
    }
}
