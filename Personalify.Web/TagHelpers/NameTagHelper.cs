using Microsoft.AspNetCore.Razor.TagHelpers;
using Personalify.Web.Formatting;

namespace Personalify.Web.TagHelpers;

/// <summary>
/// <c>&lt;name value="…" /&gt;</c>: a name or title that came from outside, whatever its direction; the only way in which pages show one.
/// With <c>sentence</c> the text is a sentence that quotes such names.
/// </summary>
[HtmlTargetElement("name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NameTagHelper : TagHelper
{
    public required string Value { get; set; }

    public bool Sentence { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "bdi";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetContent(Sentence ? Bidi.Sentence(Value) : Bidi.Contain(Value));
    }
}
