using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Formatting;
using Personalify.Web.Sessions;

namespace Personalify.Web.Components;

/// <summary>Stands where a page would show music and there is none: nothing at all yet, or spoken word only.</summary>
public sealed class NoHistoryViewComponent(Visit visit) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View("~/Pages/Shared/_Empty.cshtml", await ChooseAsync());

    private async Task<EmptyModel> ChooseAsync()
    {
        if (HttpContext.Features.Get<Viewer>()?.User.IsDemo == true)
        {
            return new(
                "The demo is being made",
                "Three years of an invented listener are on their way in, by the same import that takes a real export. "
                    + "That takes some seconds.",
                "Look again",
                "/");
        }

        var spoken = await visit.SpokenWordAsync();
        return spoken is null
            ? new(
                "No listening history yet",
                "Spotify gives everyone their complete history as a file. Ask for it, drop it on the Imports page, "
                    + "and everything you ever played shows up here.",
                "Import your history",
                "/imports")
            : new(
                "No music in your history yet",
                $"Your newest import brought {Format.SpokenWord(spoken.Episodes, spoken.Chapters)} and no music. "
                    + "They are kept; these pages count music only.",
                "See your imports",
                "/imports");
    }
}
