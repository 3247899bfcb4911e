using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace Personalify.Web.Sessions;

/// <summary>
/// Who was last seen with which session, so that a page need not ask for the viewer before it asks for what it shows. A guess and no more: the
/// Api's answer says who it is, and what they may see is decided there by the session alone.
/// </summary>
public sealed class KnownViewers : IDisposable
{
    private const int Most = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);
    private readonly MemoryCache _viewers = new(new MemoryCacheOptions { SizeLimit = Most });

    public ViewerUser? Find(string session) => _viewers.Get<ViewerUser>(Key(session));

    public void Remember(string session, ViewerUser viewer) =>
        _viewers.Set(Key(session), viewer, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Kept });

    public void Forget(string session) => _viewers.Remove(Key(session));

    public void Dispose() => _viewers.Dispose();

    // Sessions themselves are kept nowhere.
    private static string Key(string session) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(session)));
}
