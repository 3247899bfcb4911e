using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Personalify.Web.Pages;

/// <summary>Kept by the browser and shown in place of any page while the server is away. It says nothing about anybody.</summary>
[AllowAnonymous]
public sealed class OfflineModel : PageModel
{
    public void OnGet() => Response.Headers.CacheControl = "no-cache";
}
