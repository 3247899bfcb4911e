using System.Globalization;
using System.Runtime.CompilerServices;

namespace Personalify.Web.Tests.Support;

/// <summary>Tests without a request read English, whatever the machine's language is.</summary>
internal static class DefaultLanguage
{
    [ModuleInitializer]
    internal static void Set()
    {
        var english = CultureInfo.GetCultureInfo("en");
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (english, english);
    }
}
