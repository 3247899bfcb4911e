using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Options;
using Personalify.Web.Covers;
using Personalify.Web.Formatting;

namespace Personalify.Web.TagHelpers;

/// <summary>
/// <c>&lt;cover name="…" image-url="…" /&gt;</c>: the artwork where there is one, otherwise initials. Decoration either way: the name
/// stands beside it.
/// </summary>
[HtmlTargetElement("cover", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CoverTagHelper(IOptions<CoverOptions>? options = null) : TagHelper
{
    public required string Name { get; set; }

    public string? ImageUrl { get; set; }

    public bool Round { get; set; }

    /// <summary>Further classes: where it stands.</summary>
    public string? Class { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shape = Round ? "cover round" : Class is null ? "cover" : $"cover {Class}";
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("class", $"{shape} hue-{Monogram.Hue(Name)}");
        output.Content.SetContent(Monogram.Initials(Name));
        if (CoverEndpoint.AddressOf(ImageUrl, options?.Value.Source) is { } address) output.Content.AppendHtml(Image(address));
    }

    /// <summary>Over the initials, which stay where the image does not come.</summary>
    private static TagBuilder Image(string address) => new("img")
    {
        TagRenderMode = TagRenderMode.SelfClosing,
        Attributes = { ["src"] = address, ["alt"] = "", ["loading"] = "lazy" },
    };
}
