using System.Globalization;
using Personalify.Api.OperationDocuments;

namespace Personalify.Api.Hosting;

/// <summary>Reads <see cref="GraphQLOptions"/>, and stops the start when a setting cannot be, rather than serve with another limit than the operator meant.</summary>
public static class GraphQLSettings
{
    /// <exception cref="InvalidOperationException">A setting is unknown, unreadable or out of its bounds; the message names each of them.</exception>
    public static GraphQLOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(GraphQLOptions.Section);
        var options = Bind(section);
        var hasRedis = configuration.GetConnectionString("Redis") is { Length: > 0 };
        List<string> wrong = [.. Unknown(section, typeof(GraphQLOptions)), .. Check(options, hasRedis).OfType<string>()];
        return wrong.Count == 0 ? options : throw new InvalidOperationException($"The settings of GraphQL cannot be used. {string.Join(' ', wrong)}");
    }

    private static GraphQLOptions Bind(IConfigurationSection section)
    {
        try
        {
            return section.Get<GraphQLOptions>() ?? new GraphQLOptions();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new InvalidOperationException($"The settings of GraphQL cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>A name that is misspelled would leave a limit as it was, without a word.</summary>
    private static IEnumerable<string> Unknown(IConfigurationSection section, Type options)
    {
        var known = options.GetProperties();
        foreach (var setting in section.GetChildren())
        {
            var property = known.FirstOrDefault(each => each.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null) yield return $"{setting.Path} is no setting; there are {string.Join(", ", known.Select(each => each.Name))}.";
            else if (property.PropertyType == typeof(OperationDocumentOptions)) foreach (var inner in Unknown(setting, property.PropertyType)) yield return inner;
        }
    }

    private static IEnumerable<string?> Check(GraphQLOptions options, bool hasRedis)
    {
        var documents = options.PersistedOperations;
        yield return Between(nameof(options.MaxAllowedRequestSize), options.MaxAllowedRequestSize, 1 << 10, 64 << 20);
        yield return Between(nameof(options.ExecutionTimeout), options.ExecutionTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10));
        yield return Between(nameof(options.MaxFieldCost), options.MaxFieldCost, 100, 1_000_000);
        yield return Between(nameof(options.MaxTypeCost), options.MaxTypeCost, 100, 1_000_000);
        yield return Between(nameof(options.MaxBatchSize), options.MaxBatchSize, 1, 1_024);
        yield return Between($"PersistedOperations:{nameof(documents.MaxAutomaticDocuments)}", documents.MaxAutomaticDocuments, 1, 100_000);
        yield return Between($"PersistedOperations:{nameof(documents.AutomaticLifetime)}", documents.AutomaticLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30));
        if (documents.Folder.Length > 0 && !Directory.Exists(documents.Folder)) yield return $"GraphQL:PersistedOperations:Folder is '{documents.Folder}', and there is no such folder.";
        if (documents.Redis && !hasRedis) yield return "GraphQL:PersistedOperations:Redis is on, but ConnectionStrings:Redis is not set.";
        if (documents is { AllowDocumentBody: true, OnlyAllowPersistedDocuments: false })
            yield return "GraphQL:PersistedOperations:AllowDocumentBody means something only together with OnlyAllowPersistedDocuments.";
    }

    private static string? Between<T>(string name, T value, T least, T most)
        where T : IComparable<T>, IFormattable =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0 ? null
            : string.Create(CultureInfo.InvariantCulture, $"GraphQL:{name} is {value}; it must be at least {least} and at most {most}.");
}
