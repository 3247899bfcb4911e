using System.Net;
using System.Net.Sockets;

namespace Personalify.Api.Access;

/// <summary>From where a request comes, as far as one client can be told from another.</summary>
public static class ClientAddress
{
    /// <summary>An IPv6 client has a whole network of 64 bits to itself, so only the network counts.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
