using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Personalify.Web.Formatting;
using Personalify.Web.Sessions;

namespace Personalify.Web.TagHelpers;

/// <summary><c>&lt;moment value="…" viewer="…" /&gt;</c>: a UTC moment on the listener's clock; <c>with-day</c> names the day too.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTagHelper : TagHelper
{
    public DateTimeOffset Value { get; set; }

    public required Viewer Viewer { get; set; }

    public bool WithDay { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var local = Viewer.InZone(Value);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", local.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        output.Content.SetContent(WithDay ? Format.DayAndTime(local) : Format.Time(local));
    }
}
