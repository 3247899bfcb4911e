using Microsoft.AspNetCore.Razor.TagHelpers;
using Personalify.Web.Formatting;

namespace Personalify.Web.TagHelpers;

/// <summary><c>&lt;day value="…" /&gt;</c>: a calendar day.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayTagHelper : TagHelper
{
    public DateOnly Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Format.Iso(Value));
        output.Content.SetContent(Format.Day(Value));
    }
}
