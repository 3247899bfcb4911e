using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Tests.Types.Building;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Data;

/// <summary>Classes that the schema's author made scalars are filtered and ordered by, the same in memory and in PostgreSQL.</summary>
public sealed class BoundScalarTests(BoundScalarTests.ParcelDatabase database) : IClassFixture<BoundScalarTests.ParcelDatabase>
{
    private static readonly Schema Schema = new SchemaBuilder(new ParcelServices()).AddFiltering().AddSorting().AddQueryType<Query>()
        .BindRuntimeType<Weight>(SpecifiedScalars.Int).AddTypeConverter<Weight, int>(weight => weight.Grams).AddTypeConverter<int, Weight>(Weight.Of)
        .BindRuntimeType<Code>(SpecifiedScalars.String).AddTypeConverter<Code, string>(code => code.Text).AddTypeConverter<string, Code>(text => new Code(text))
        .Build();

    public static TheoryData<string, string> Cases => new()
    {
        { "where: {weight: {eq: 200}}", "2" },
        { "where: {weight: {neq: 200}}", "1 3" },
        { "where: {weight: {in: [100, 300]}}", "1 3" },
        { "where: {weight: {nin: [100, 300]}}", "2" },
        { "where: {weight: {gt: 100}}", "2 3" },
        { "where: {weight: {ngt: 100}}", "1" },
        { "where: {weight: {lte: 200}}", "1 2" },
        { "where: {tare: {eq: null}}", "2" },
        { "where: {tare: {neq: null}}", "1 3" },
        { "where: {tare: {eq: 10}}", "1" },
        { "where: {tare: {gte: 20}}", "3" },
        { "where: {tare: {nlt: 20}}", "2 3" },
        { "where: {tare: {in: [10, null]}}", "1 2" },
        { "where: {code: {eq: \"b\"}}", "2" },
        { "where: {code: {neq: \"b\"}}", "1 3" },
        { "where: {code: {in: [\"a\", \"c\"]}}", "1 3" },
        { "where: {note: {eq: null}}", "1 2" },
        { "where: {note: {eq: \"x\"}}", "3" },
        { "where: {note: {nin: [\"x\"]}}", "1 2" },
    };

    [Fact]
    public void Each_class_has_the_operations_that_it_knows()
    {
        var sdl = SchemaPrinter.Print(Schema);
        Assert.Contains("input WeightOperationFilterInput {\n  eq: Int\n  neq: Int\n  in: [Int]\n  nin: [Int]\n  gt: Int\n", sdl, StringComparison.Ordinal);
        Assert.Contains("input CodeOperationFilterInput {\n  eq: String\n  neq: String\n  in: [String]\n  nin: [String]\n}", sdl, StringComparison.Ordinal);
        Assert.Contains("input ParcelSortInput {\n  id: SortEnumType\n  weight: SortEnumType\n  tare: SortEnumType\n}", sdl, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task In_memory(string arguments, string ids) => Assert.Equal(ids, await IdsAsync("list", arguments, new ServiceCollection().BuildServiceProvider()));

    [StoreTheory]
    [MemberData(nameof(Cases))]
    public async Task In_a_database(string arguments, string ids) => Assert.Equal(ids, await IdsAsync("table", arguments, database.Services()));

    [StoreTheory]
    [InlineData("order: [{weight: DESC}]", "3 2 1")]
    [InlineData("order: [{weight: ASC}]", "1 2 3")]
    public async Task In_their_order(string arguments, string ids)
    {
        Assert.Equal(ids, await IdsAsync("list", arguments, new ServiceCollection().BuildServiceProvider()));
        Assert.Equal(ids, await IdsAsync("table", arguments, database.Services()));
    }

    [Fact]
    public async Task What_a_converter_refuses_is_told_to_the_client() => Assert.Equal(
        "WeightOperationFilterInput.eq: A weight is not below zero.", (await Schema.FailsAsync("{ list(where: {weight: {eq: -1}}) { id } }")).Message);

    private static async Task<string> IdsAsync(string field, string arguments, ServiceProvider provider)
    {
        await using var services = provider;
        using var result = await Schema.AskAsync($"{{ {field}({arguments}) {{ id }} }}", services);
        Assert.Equal([], result.Errors.Select(error => error.Message + error.Exception));
        var ids = Encoding.UTF8.GetString(result.Data.Span).Where(char.IsDigit);
        return string.Join(' ', arguments.Contains("order", StringComparison.Ordinal) ? ids : ids.Order());
    }

    /// <summary>Comparable, and without any operator.</summary>
    [SuppressMessage("Design", "CA1036", Justification = "What has operators is compared by them, and tested elsewhere.")]
    [SuppressMessage("Usage", "CA2231", Justification = "The same.")]
    public readonly struct Weight(int grams) : IComparable<Weight>, IEquatable<Weight>
    {
        public int Grams => grams;

        public static Weight Of(int grams) => grams < 0 ? throw new ArgumentException("A weight is not below zero.") : new Weight(grams);

        public int CompareTo(Weight other) => grams.CompareTo(other.Grams);

        public bool Equals(Weight other) => grams == other.Grams;

        public override bool Equals(object? obj) => obj is Weight other && Equals(other);

        public override int GetHashCode() => grams;
    }

    /// <summary>Equal by what it says, and in no order.</summary>
    public sealed class Code(string text)
    {
        public string Text => text;

        public override bool Equals(object? obj) => obj is Code other && other.Text == text;

        public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);
    }

    public sealed class Parcel
    {
        public int Id { get; init; }

        public Weight Weight { get; init; }

        public Weight? Tare { get; init; }

        public required Code Code { get; init; }

        public Code? Note { get; init; }

        public static Parcel[] All =>
        [
            new() { Id = 1, Weight = new(100), Tare = new(10), Code = new("a") },
            new() { Id = 2, Weight = new(200), Code = new("b") },
            new() { Id = 3, Weight = new(300), Tare = new(20), Code = new("c"), Note = new("x") },
        ];
    }

    public sealed class Query
    {
        [UseFiltering]
        [UseSorting]
        public static Parcel[] GetList() => Parcel.All;

        [UseFiltering]
        [UseSorting]
        public static IQueryable<Parcel> GetTable(ParcelContext context) => context.Set<Parcel>();
    }

    public sealed class ParcelContext(DbContextOptions<ParcelContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Parcel>().Property(parcel => parcel.Id).ValueGeneratedNever();

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        {
            configurationBuilder.Properties<Weight>().HaveConversion<WeightConverter>();
            configurationBuilder.Properties<Code>().HaveConversion<CodeConverter>();
        }

        private sealed class WeightConverter() : ValueConverter<Weight, int>(weight => weight.Grams, grams => new Weight(grams));

        private sealed class CodeConverter() : ValueConverter<Code, string>(code => code.Text, text => new Code(text));
    }

    private sealed class ParcelServices : IServiceProviderIsService
    {
        public bool IsService(Type serviceType) => serviceType == typeof(ParcelContext);
    }

    public sealed class ParcelDatabase : IAsyncLifetime
    {
        private TestDatabase? _database;

        public ServiceProvider Services() => new ServiceCollection().AddDbContext<ParcelContext>(options => options.UseNpgsql(_database!.ConnectionString)).BuildServiceProvider();

        public async Task InitializeAsync()
        {
            if (new StoreFactAttribute().Skip is not null) return;
            _database = await TestDatabase.CreateAsync();
            await using var services = Services();
            await using var scope = services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<ParcelContext>();
            await context.Database.EnsureCreatedAsync();
            context.AddRange(Parcel.All);
            await context.SaveChangesAsync();
        }

        public async Task DisposeAsync()
        {
            if (_database is not null) await _database.DisposeAsync();
        }
    }
}
