using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages;

/// <summary>A page of somebody who is signed in.</summary>
public abstract class PersonalifyPage : PageModel
{
    public Viewer Viewer => HttpContext.Features.GetRequiredFeature<Viewer>();

    protected CancellationToken Aborted => HttpContext.RequestAborted;
}
