using Personalify.GraphQL.ApolloFederation;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Validation;

namespace Personalify.GraphQL.Tests.Limits;

/// <summary>Every limit of the engine.</summary>
internal static class LimitTable
{
    private const string TooManyNodes = "HC0076";

    public static IReadOnlyList<Limit> All { get; } = [.. OfParsing(), .. OfValidation(), .. OfExecution(), .. OfCost(), .. OfData(), .. OfNodes(), .. OfFederation(), .. OfTransport()];

    private static IEnumerable<Limit> OfParsing()
    {
        yield return Parsing(nameof(ParserOptions.MaxAllowedTokens), 100_000, options => options.MaxAllowedTokens = 4, "{ a b }", "{ a b a }");
        yield return Parsing(nameof(ParserOptions.MaxAllowedNodes), 100_000, options => options.MaxAllowedNodes = 7, "{ a b }", "{ a b c }");
        yield return Parsing(nameof(ParserOptions.MaxAllowedFields), 2048, options => options.MaxAllowedFields = 2, "{ a b }", "{ a b a }");
        yield return Parsing(nameof(ParserOptions.MaxAllowedAliases), 256, options => options.MaxAllowedAliases = 2, "{ x: a y: a }", "{ x: a y: a z: a }");
        yield return Parsing(nameof(ParserOptions.MaxAllowedRecursionDepth), 200, options => options.MaxAllowedRecursionDepth = 2, "{ o { a } }", "{ o { o { a } } }");
        yield return Parsing(
            nameof(ParserOptions.MaxAllowedDirectives), 4, options => options.MaxAllowedDirectives = 1,
            "{ a @include(if: true) }",
            "{ a @include(if: true) @skip(if: false) }");
    }

    private static IEnumerable<Limit> OfValidation()
    {
        yield return Validating(
            nameof(ValidationOptions.MaxAllowedFragmentVisits), 1_000, "HC0107", options => options.MaxAllowedFragmentVisits = 3,
            "{ ...F } fragment F on Query { a }",
            "{ ...F ...F ...F ...F } fragment F on Query { a }");
        yield return Validating(
            nameof(ValidationOptions.MaxAllowedFieldMergeComparisons), 100_000, "HC0107", options => options.MaxAllowedFieldMergeComparisons = 1,
            "{ a a }", "{ a a a }");
        yield return Validating(
            nameof(ValidationOptions.MaxAllowedOfTypeDepth), 16, "HC0086", options => options.MaxAllowedOfTypeDepth = 1,
            "{ __schema { types { ofType { name } } } }", "{ __schema { types { ofType { ofType { name } } } } }");
        yield return Validating(
            nameof(ValidationOptions.MaxAllowedListRecursiveDepth), 1, "HC0086", options => options.MaxAllowedListRecursiveDepth = 0,
            "{ __schema { types { fields { name } } } }", "{ __schema { types { fields { type { fields { name } } } } } }");
        yield return Validating(
            nameof(ValidationOptions.MaxAllowedErrors), 5, "HC0016", options => options.MaxAllowedErrors = 1, "{ a }", "{ u v }");
    }

    private static IEnumerable<Limit> OfExecution()
    {
        yield return Executing(
            nameof(RequestExecutorOptions.ExecutionTimeout), TimeSpan.FromSeconds(30), "HC0045",
            options => options.ExecutionTimeout = TimeSpan.FromMilliseconds(100), "{ a }", "{ forever }");
        yield return Executing(nameof(RequestExecutorOptions.MaxDocumentBytes), 256 * 1024, TooManyNodes, options => options.MaxDocumentBytes = 5, "{ a }", "{ a  }");
        yield return Executing(
            nameof(RequestExecutorOptions.MaxResponseBytes), 64 * 1024 * 1024, "RESPONSE_TOO_LARGE",
            options => options.MaxResponseBytes = 1024, "{ a }", "{ long }");
        yield return Executing(
            nameof(RequestExecutorOptions.MaxPendingResults), 1024, "TOO_MANY_PENDING_RESULTS", options => options.MaxPendingResults = 1,
            "{ o { ... @defer { a } } }", "{ o { ... @defer { a } ... @defer { b } } }");
        yield return Executing(nameof(RequestExecutorOptions.MaxExecutionDepth), 64, TooManyNodes, options => options.MaxExecutionDepth = 2, "{ o { a } }", "{ o { o { a } } }");
        yield return Executing(
            nameof(RequestExecutorOptions.MaxAllowedFieldCycleDepth), 3, "HC0087", options => options.MaxAllowedFieldCycleDepth = 1,
            "{ o { o { a } } }", "{ o { o { o { a } } } }");
    }

    private static IEnumerable<Limit> OfNodes()
    {
        yield return Limit.OfDocuments(
            $"{nameof(GlobalObjectIdentificationOptions)}.{nameof(GlobalObjectIdentificationOptions.MaxAllowedNodeBatchSize)}", 50, TooManyNodes,
            builder => builder.AddType<LimitedServer.Part>().AddGlobalObjectIdentification(options => options.MaxAllowedNodeBatchSize = 1),
            $$"""{ nodes(ids: ["{{LimitedServer.Part.GlobalId(1)}}"]) { id } }""",
            $$"""{ nodes(ids: ["{{LimitedServer.Part.GlobalId(1)}}", "{{LimitedServer.Part.GlobalId(2)}}"]) { id } }""");
    }

    private static IEnumerable<Limit> OfFederation()
    {
        yield return Limit.OfDocuments(
            $"{nameof(ApolloFederationOptions)}.{nameof(ApolloFederationOptions.MaxAllowedRepresentations)}", 1_000, TooManyNodes,
            builder => builder.AddType<LimitedServer.Thing>().AddApolloFederation(configure: options => options.MaxAllowedRepresentations = 1),
            """{ _entities(representations: [{__typename: "Thing", id: 1}]) { __typename } }""",
            """{ _entities(representations: [{__typename: "Thing", id: 1}, {__typename: "Thing", id: 2}]) { __typename } }""");
    }

    private static IEnumerable<Limit> OfData()
    {
        yield return Filtering(
            nameof(FilterOptions.MaxConditions), 64, options => options.MaxConditions = 1,
            "{ items(where: {a: {eq: 1}}) { a } }", "{ items(where: {a: {eq: 1, neq: 2}}) { a } }");
        yield return Filtering(
            nameof(FilterOptions.MaxListValues), 1024, options => options.MaxListValues = 2,
            "{ items(where: {a: {in: [1, 2]}}) { a } }", "{ items(where: {a: {in: [1, 2, 3]}}) { a } }");
        yield return Filtering(
            nameof(FilterOptions.MaxDepth), 10, options => options.MaxDepth = 2,
            "{ items(where: {a: {eq: 1}}) { a } }", "{ items(where: {or: [{a: {eq: 1}}]}) { a } }");
        yield return Limit.OfDocuments(
            $"{nameof(SortOptions)}.{nameof(SortOptions.MaxFields)}", 8, "ORDER_TOO_COMPLEX", builder => builder.AddSorting(options => options.MaxFields = 1),
            "{ items(order: [{a: ASC}]) { a } }", "{ items(order: [{a: ASC}, {b: ASC}]) { a } }");
    }

    private static IEnumerable<Limit> OfCost()
    {
        yield return Costing(nameof(CostOptions.MaxFieldCost), options => options.MaxFieldCost = 1);
        yield return Costing(nameof(CostOptions.MaxTypeCost), options => options.MaxTypeCost = 1);
    }

    private static IEnumerable<Limit> OfTransport()
    {
        yield return Limit.OfDocuments(
            $"{nameof(GraphQLServerOptions)}.{nameof(GraphQLServerOptions.MaxAllowedRequestSize)}", 1024 * 1024, "HC0010",
            builder => builder.ModifyServerOptions(options => options.MaxAllowedRequestSize = 100), "{ a }", "{ a }".PadRight(101));
        yield return new Limit(
            $"{nameof(GraphQLServerOptions)}.{nameof(GraphQLServerOptions.MaxBatchSize)}", 1024, "HC0009",
            builder => builder.ModifyServerOptions(options => (options.Batching, options.MaxBatchSize) = (AllowedBatching.RequestBatching, 2)),
            () => Limit.Json("""[{"query":"{ a }"},{"query":"{ b }"}]"""),
            () => Limit.Json("""[{"query":"{ a }"},{"query":"{ b }"},{"query":"{ a }"}]"""));
        yield return Uploading(nameof(UploadOptions.MaxAllowedFiles), 20, options => options.MaxAllowedFiles = 2, ["a", "b"], ["a", "b", "c"]);
        yield return Uploading(nameof(UploadOptions.MaxAllowedFileSize), 100L << 20, options => options.MaxAllowedFileSize = 5, ["12345"], ["123456"]);
        yield return Uploading(nameof(UploadOptions.MaxAllowedTotalSize), 128L << 20, options => options.MaxAllowedTotalSize = 10, ["12345", "12345"], ["12345", "123456"]);
    }

    private static Limit Parsing(string option, object standard, Action<ParserOptions> lower, string meets, string exceeds) =>
        Limit.OfDocuments($"{nameof(ParserOptions)}.{option}", standard, TooManyNodes, builder => builder.ModifyParserOptions(lower), meets, exceeds);

    private static Limit Validating(string option, object standard, string code, Action<ValidationOptions> lower, string meets, string exceeds) =>
        Limit.OfDocuments($"{nameof(ValidationOptions)}.{option}", standard, code, builder => builder.ModifyValidationOptions(lower), meets, exceeds);

    private static Limit Filtering(string option, object standard, Action<FilterOptions> lower, string meets, string exceeds) =>
        Limit.OfDocuments($"{nameof(FilterOptions)}.{option}", standard, "FILTER_TOO_COMPLEX", builder => builder.AddFiltering(lower), meets, exceeds);

    private static Limit Executing(string option, object standard, string code, Action<RequestExecutorOptions> lower, string meets, string exceeds) =>
        Limit.OfDocuments($"{nameof(RequestExecutorOptions)}.{option}", standard, code, builder => builder.ModifyRequestOptions(lower), meets, exceeds);

    private static Limit Costing(string option, Action<CostOptions> lower) => Limit.OfDocuments(
        $"{nameof(CostOptions)}.{option}", 1_000d, "HC0047", builder => builder.ModifyCostOptions(lower), "{ o { a } }", "{ o { o { a } } }");

    private static Limit Uploading(string option, object standard, Action<UploadOptions> lower, string[] meets, string[] exceeds) => new(
        $"{nameof(UploadOptions)}.{option}", standard, "HC0010",
        builder => builder.ModifyServerOptions(options => lower(options.Uploads)), () => Limit.Files(meets), () => Limit.Files(exceeds));
}
