using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Personalify.Web.Languages;

/// <summary>What the folder of a view says. Every view has one as <c>Text</c>.</summary>
public sealed class ViewTexts : IViewContextAware
{
    private Texts _text = Texts.Of(typeof(ViewTexts));

    public string this[string text] => _text[text];

    public string this[string text, params object[] arguments] => _text[text, arguments];

    public void Contextualize(ViewContext viewContext)
    {
        var path = viewContext.ExecutingFilePath is { Length: > 0 } executing ? executing : viewContext.View.Path;
        var folders = path.Split('/', StringSplitOptions.RemoveEmptyEntries)[..^1];
        _text = Texts.In($"Personalify.Web.{string.Join('.', folders)}");
    }

    /// <summary>A sentence with markup in it. What is filled in is encoded unless it is markup itself.</summary>
    public IHtmlContent Markup(string text, params object[] arguments) =>
        new HtmlContentBuilder().AppendFormat(CultureInfo.CurrentCulture, _text[text], arguments);

    public string Plural(long count, string one, string many) => _text.Plural(count, one, many);
}
