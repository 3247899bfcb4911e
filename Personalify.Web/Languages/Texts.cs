using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Personalify.Web.Languages;

/// <summary>
/// What one folder of the pages says, in the language of the request. The English sentence is the key, so that it reads where it is used;
/// those of another language stand in <c>Texts.{language}.resx</c> beside the code. What is filled in is written as the language does.
/// </summary>
public sealed class Texts
{
    private const string Assembly = "Personalify.Web";
    private static readonly ConcurrentDictionary<string, Texts> Known = new();

    private static readonly ResourceManagerStringLocalizerFactory Factory =
        new(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);

    private readonly IStringLocalizer _localizer;

    private Texts(string place) => _localizer = Factory.Create($"{place}.Texts", Assembly);

    /// <summary>The English sentences that the language of the request knows.</summary>
    public IEnumerable<string> Keys => _localizer.GetAllStrings(includeParentCultures: false).Select(text => text.Name);

    public string this[string text] => _localizer[text].Value;

    public string this[string text, params object[] arguments] => _localizer[text, arguments].Value;

    /// <summary>What the folder says in which this type stands.</summary>
    public static Texts Of(Type type) => In(type.Namespace!);

    /// <summary>What a folder says, by its namespace.</summary>
    public static Texts In(string place) => Known.GetOrAdd(place, name => new Texts(name));

    /// <summary>The form that the language uses for this number (CLDR plural rules: English has two, Indonesian one).</summary>
    public string Plural(long count, string one, string many) => this[count == 1 && Language.Current == Language.English ? one : many];
}
