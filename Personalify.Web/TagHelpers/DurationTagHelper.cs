using Microsoft.AspNetCore.Razor.TagHelpers;
using Personalify.Web.Formatting;

namespace Personalify.Web.TagHelpers;

/// <summary><c>&lt;duration ms="…" /&gt;</c>: listening time in words, or with <c>clock</c> the length of one play.</summary>
[HtmlTargetElement("duration", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DurationTagHelper : TagHelper
{
    public long Ms { get; set; }

    public bool Clock { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "amount");
        output.Content.SetContent(Clock ? Format.Clock(Ms) : Format.Duration(Ms));
    }
}
