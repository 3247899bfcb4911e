using System.Globalization;

namespace Personalify.Api.Remote.Foreign;

/// <summary>Where node A finds node B and as whom; section <c>Remote</c>.</summary>
/// <param name="Host">Node B as node A sees it; as in <c>ConnectionStrings:Stats</c> unless set.</param>
/// <param name="Port">Its port, likewise.</param>
/// <param name="User">A role of node B that the operator has made. Unless set, one is made that may only read.</param>
/// <param name="Password">Its password; one by chance unless set.</param>
public sealed record RemoteOptions(string? Host, int? Port, string? User, string? Password)
{
    public const string Section = "Remote";

    /// <exception cref="InvalidOperationException">A setting cannot be; the start stops and names it.</exception>
    internal static RemoteOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var options = new RemoteOptions(
            ReadHost(Text(section, nameof(Host))), ReadPort(Text(section, nameof(Port))), Text(section, nameof(User)),
            Text(section, nameof(Password)));
        return options is { User: not null, Password: null }
            ? throw new InvalidOperationException(
                "Remote:User is set and Remote:Password is not: node A cannot sign in to node B without one. Set Remote__Password too.")
            : options;
    }

    private static string? Text(IConfigurationSection section, string name) => section[name] is { Length: > 0 } text ? text : null;

    private static string? ReadHost(string? text) =>
        text is null || text.StartsWith('/') || Uri.CheckHostName(text) != UriHostNameType.Unknown
            ? text
            : throw new InvalidOperationException(
                $"Remote:Host is '{text}'. It must be a name or an address at which node A finds node B, such as 'postgres-stats' or '192.168.1.20'.");

    private static int? ReadPort(string? text)
    {
        if (text is null) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65_535
            ? port
            : throw new InvalidOperationException($"Remote:Port is '{text}'. It must be a number from 1 to 65535.");
    }
}
