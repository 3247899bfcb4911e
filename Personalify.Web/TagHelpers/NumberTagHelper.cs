using Microsoft.AspNetCore.Razor.TagHelpers;
using Personalify.Web.Formatting;

namespace Personalify.Web.TagHelpers;

/// <summary><c>&lt;number value="8946" one="play" many="plays" /&gt;</c>: grouped digits and, when given, what is counted.</summary>
[HtmlTargetElement("number", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NumberTagHelper : TagHelper
{
    public long Value { get; set; }

    public string? One { get; set; }

    public string? Many { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "amount");
        output.Content.SetContent(One is null ? Format.Number(Value) : Format.Count(Value, One, Many ?? One));
    }
}
