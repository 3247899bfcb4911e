using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Formatting;
using Personalify.Web.Sessions;

namespace Personalify.Web.Components;

/// <summary>Stands where a page would show music and there is none: nothing at all yet, or spoken word only.</summary>
public sealed class NoHistoryViewComponent(Visit visit) : ViewComponent
{
    private static readonly Texts Text = Texts.Of(typeof(NoHistoryViewComponent));

    public async Task<IViewComponentResult> InvokeAsync() => View("~/Pages/Shared/_Empty.cshtml", await ChooseAsync());

    private async Task<EmptyModel> ChooseAsync()
    {
        var user = HttpContext.Features.Get<Viewer>()?.User;
        if (user?.IsDemo == true)
        {
            return new(
                Text["The demo is being made"],
                Text["Three years of an invented listener are on their way in, by the same import that takes a real export. That takes some seconds."],
                Text["Look again"],
                "/");
        }

        var spoken = await visit.SpokenWordAsync();
        return spoken is null
            ? new(
                Text["No listening history yet"],
                Text["Spotify gives everyone their complete history as a file. Ask for it, drop it on the Imports page, and everything you ever played shows up here."],
                Text["Import your history"],
                "/imports")
            : new(
                Text["No music in your history yet"],
                Text["Your newest import brought {0} and no music. They are kept; these pages count music only.",
                    Format.SpokenWord(spoken.Episodes, spoken.Chapters)],
                user?.SpokenWordCoverage is null ? Text["See your imports"] : Text["See your shows"],
                user?.SpokenWordCoverage is null ? "/imports" : "/shows?period=all");
    }
}
