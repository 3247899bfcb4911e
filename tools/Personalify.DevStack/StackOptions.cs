using System.Globalization;

namespace Personalify.DevStack;

/// <summary>What a person may choose about the whole stack. Ports are fixed by default, so that bookmarks stay true.</summary>
internal sealed record StackOptions(string DataFolder, int WebPort, int ApiPort)
{
    public const string DataVariable = "PERSONALIFY_DATA";
    public const string WebPortVariable = "PERSONALIFY_WEB_PORT";
    public const string ApiPortVariable = "PERSONALIFY_API_PORT";

    public const string MongoVariable = "ConnectionStrings__Mongo";

    /// <summary>The MongoDB that the environment names, which goes before one of the stack's own.</summary>
    public static string? GivenMongo => Environment.GetEnvironmentVariable(MongoVariable) is { Length: > 0 } given ? given : null;

    public Uri Web => new($"http://127.0.0.1:{WebPort}/");

    public Uri Api => new($"http://127.0.0.1:{ApiPort}/");

    public Uri GraphQL => new(Api, "graphql");

    public static StackOptions FromEnvironment() => new(
        Path.GetFullPath(Environment.GetEnvironmentVariable(DataVariable) is { Length: > 0 } folder ? folder : ".personalify", Repository.Root),
        Port(WebPortVariable, 5080),
        Port(ApiPortVariable, 5081));

    private static int Port(string variable, int standard)
    {
        var text = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(text)) return standard;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw new DevStackException($"{variable} is '{text}'. It must be a port: a number from 1 to {ushort.MaxValue}.");
    }
}
