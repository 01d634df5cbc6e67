using System.Net;
using System.Net.Sockets;

namespace Parallax.Read;

/// <summary>Which network addresses belong to the public internet.</summary>
internal static class NetworkAddresses
{
    /// <summary>Whether <paramref name="address"/> is neither private, loopback, link-local, unique-local, multicast nor reserved.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        byte[] bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return bytes is not ([0 or 10 or 127 or >= 224, ..]
                or [100, >= 64 and <= 127, ..]
                or [169, 254, ..]
                or [172, >= 16 and <= 31, ..]
                or [192, 168, ..] or [192, 0, 0 or 2, _] or [192, 88, 99, _]
                or [198, 18 or 19, ..] or [198, 51, 100, _]
                or [203, 0, 113, _]);
        }
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6Multicast || address.IsIPv6UniqueLocal
            || address.Equals(IPAddress.IPv6Any) || address.IsIPv6Teredo)
            return false;
        // An IPv4 address carried inside IPv6 (NAT64, 6to4, compatible) is as public as that IPv4 address.
        if (bytes is [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, ..] || bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0)
            return IsPublic(new IPAddress(bytes.AsSpan(12, 4)));
        if (bytes is [0x20, 0x02, ..])
            return IsPublic(new IPAddress(bytes.AsSpan(2, 4)));
        // What is routed on the internet begins with the bits 001; documentation and test ranges inside are not.
        return bytes is [>= 0x20 and <= 0x3F, ..] and not [0x20, 0x01, 0x0D, 0xB8, ..] and not [0x20, 0x01, 0x00, 0x02, ..] and not [0x3F, 0xFF, ..];
    }
}
