using System.Globalization;
using System.Text;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Tests;

/// <summary>Ids as clients see them, written down apart from the engine.</summary>
internal static class GlobalId
{
    public static string Of(string type, long id) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type}:{id}")));

    public static string Of(string type, string id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{type}:{id}"));

    /// <summary>Of an artist, album, track or import: whose it is, and its number there.</summary>
    public static string Of(string type, int listener, int number) => Of(type, CatalogId.Of(listener, number));
}
