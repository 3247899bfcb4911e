using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Personalify.Web.TagHelpers;

/// <summary><c>&lt;bar share="0.4" /&gt;</c>: a thin bar. Its width is an SVG attribute, because pages carry no inline styles.</summary>
[HtmlTargetElement("bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarTagHelper : TagHelper
{
    public double Share { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var width = (Math.Clamp(double.IsNaN(Share) ? 0 : Share, 0, 1) * 100).ToString("0.#", CultureInfo.InvariantCulture);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bar");
        output.Attributes.SetAttribute("viewBox", "0 0 100 3");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<rect width=\"{width}\" height=\"3\"></rect>");
    }
}
