using System.Reflection;
using Personalify.DevStack;
using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Validation;

namespace Personalify.GraphQL.Tests.Limits;

/// <summary>Each limit is on by default, lets through what meets it, and refuses what exceeds it with its code.</summary>
public sealed class LimitTests
{
    /// <summary>What bounds memory or the length of an error, and never refuses a request.</summary>
    private static readonly string[] Inner =
    [
        nameof(RequestExecutorOptions.MaxCachedDocuments),
        nameof(RequestExecutorOptions.MaxCachedDocumentBytes),
        nameof(ValidationOptions.MaxLocationsPerError),
    ];

    private static readonly object[] Options =
    [
        new RequestExecutorOptions(), new ParserOptions(), new ValidationOptions(), new CostOptions(), new GraphQLServerOptions(), new UploadOptions(),
        new FilterOptions(), new SortOptions(), new GlobalObjectIdentificationOptions(), new ApolloFederationOptions(),
    ];

    public static TheoryData<string> Limits => [.. LimitTable.All.Select(limit => limit.Option)];

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_request_that_meets_the_limit_is_answered(string option)
    {
        var limit = Find(option);
        await using var server = await LimitedServer.StartAsync(limit.Lower);

        var answer = await server.PostAsync(limit.Meets());

        Assert.Contains("\"data\":", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"errors\":", answer, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_request_that_exceeds_the_limit_is_refused_with_its_code(string option)
    {
        var limit = Find(option);
        await using var server = await LimitedServer.StartAsync(limit.Lower);

        var answer = await server.PostAsync(limit.Exceeds());

        Assert.Contains($"\"code\":\"{limit.Code}\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void The_limit_is_on_by_default(string option)
    {
        var (owner, name) = (option.Split('.')[0], option.Split('.')[1]);
        var holder = Array.Find(Options, options => options.GetType().Name == owner)!;

        Assert.Equal(Find(option).Default, holder.GetType().GetProperty(name)!.GetValue(holder));
    }

    [Fact]
    public void No_limit_is_missing_from_the_table()
    {
        var limits = from options in Options
                     from property in options.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
                     where property.Name.StartsWith("Max", StringComparison.Ordinal) && !Inner.Contains(property.Name)
                     select $"{options.GetType().Name}.{property.Name}";

        Assert.Empty(limits.Except(LimitTable.All.Select(limit => limit.Option)));
    }

    [Fact]
    public void Every_limit_and_its_code_stand_in_the_documentation()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "Personalify.GraphQL", "SECURITY.md"));

        Assert.All(LimitTable.All, limit => Assert.Contains(
            lines, line => line.StartsWith($"| `{limit.Option}` |", StringComparison.Ordinal) && line.Contains($"| {limit.Code} |", StringComparison.Ordinal)));
    }

    private static Limit Find(string option) => LimitTable.All.Single(limit => limit.Option == option);
}
