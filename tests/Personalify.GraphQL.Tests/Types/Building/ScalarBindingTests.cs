using System.Globalization;
using System.Text.Json;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>CLR types that the schema's author made scalars.</summary>
public sealed class ScalarBindingTests
{
    private static readonly Schema Schema = new SchemaBuilder()
        .AddQueryType<Query>()
        .BindRuntimeType<Isbn, IsbnType>()
        .BindRuntimeType<Money>(SpecifiedScalars.String)
        .AddTypeConverter<Money, string>(money => money.ToString())
        .AddTypeConverter<string, Money>(Money.Parse)
        .AddType<ColourType>()
        .AddFiltering().AddSorting()
        .Build();

    [Fact]
    public void The_schema_has_the_scalars()
    {
        var sdl = SchemaPrinter.Print(Schema);
        Assert.Contains("scalar Isbn\n", sdl, StringComparison.Ordinal);
        Assert.Contains("  isbn(of: Isbn!): Isbn!", sdl, StringComparison.Ordinal);
        Assert.Contains("  sum(of: [String]!): String!", sdl, StringComparison.Ordinal);
        Assert.Contains("  mixed(colour: Colour!): Colour!", sdl, StringComparison.Ordinal);
        Assert.Contains("  named: Colour", sdl, StringComparison.Ordinal);
        Assert.Contains("  of: StringOperationFilterInput\n", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("MoneyFilterInput", sdl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ isbn(of: "978-3") }""", """{"isbn":"978-3"}""")]
    [InlineData("""{ isbns(of: ["1", "2"]) }""", """{"isbns":["2","1"]}""")]
    [InlineData("""{ sum(of: ["1.50 EUR", null, "2.00 EUR"]) }""", """{"sum":"3.50 EUR"}""")]
    [InlineData("""{ buy(input: { price: "5.00 EUR", more: ["1.00 EUR"] }) }""", """{"buy":"6.00 EUR"}""")]
    [InlineData("""{ later }""", """{"later":["1.00 EUR",null]}""")]
    [InlineData("""{ mixed(colour: "red") named }""", """{"mixed":"RED","named":"BLUE"}""")]
    [InlineData("""{ purchases(where: { of: { eq: "b" } }) { of } }""", """{"purchases":[{"of":"b"}]}""")]
    public Task Values_go_in_and_come_out(string query, string data) => Schema.AnswersAsync(query, data);

    [Theory]
    [InlineData("""{ isbn(of: 5) }""", "An ISBN is a text.")]
    [InlineData("""{ sum(of: ["much"]) }""", "Argument \"Query.sum(of:)\" has invalid value: 'much' is no amount.")]
    [InlineData("""{ buy(input: { price: "much" }) }""", "Argument \"Query.buy(input:)\" has invalid value at .price: 'much' is no amount.")]
    public async Task What_does_not_fit_is_told_to_the_client(string query, string message) => Assert.Equal(message, (await Schema.FailsAsync(query)).Message);

    [Fact]
    public void A_name_belongs_to_one_scalar() =>
        Assert.Equal("There is a scalar String already: give yours another name.", Assert.Throws<SchemaException>(() => new SchemaBuilder().AddScalar(new Impostor())).Message);

    internal sealed class Query
    {
        [GraphQLType("Colour")]
        public static Colour? GetNamed() => new("blue");

        public static Isbn GetIsbn(Isbn of) => of;

        public static IEnumerable<Isbn> GetIsbns(IReadOnlyList<Isbn> of) => of.Reverse();

        public static Money GetSum(Money?[] of) => new(of.Sum(money => money?.Amount ?? 0));

        public static Money Buy(BuyInput input) => new(input.Price.Amount + input.More?.Sum(money => money.Amount) ?? 0);

        public static async Task<List<Money?>> GetLaterAsync()
        {
            await Task.Yield();
            return [new Money(1), null];
        }

        public static Colour Mixed(Colour colour) => colour;

        [UseFiltering]
        [UseSorting]
        public static Purchase[] GetPurchases() => [new("a", new Money(1)), new("b", new Money(2))];
    }

    internal sealed record Purchase(string Of, Money Price);

    internal sealed record BuyInput(Money Price, List<Money>? More);

    internal sealed record Isbn(string Text);

    internal sealed record Colour(string Name);

    internal readonly record struct Money(decimal Amount)
    {
        public static Money Parse(string text) => text.Split(' ') is [var amount, "EUR"] && decimal.TryParse(amount, CultureInfo.InvariantCulture, out var value)
            ? new Money(value)
            : throw new FormatException($"'{text}' is no amount.");

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:0.00} EUR");
    }

    internal sealed class IsbnType() : ScalarType("Isbn")
    {
        public override Type RuntimeType => typeof(Isbn);

        public override object ParseLiteral(ValueNode literal) => literal is StringValueNode text ? new Isbn(text.Value) : throw new CoercionException("An ISBN is a text.");

        public override object ParseValue(JsonElement json) => json.GetString() is { } text ? new Isbn(text) : throw new CoercionException("An ISBN is a text.");

        public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(((Isbn)value).Text);

        public override ValueNode ToLiteral(object value) => new StringValueNode(((Isbn)value).Text);
    }

    internal sealed class ColourType() : ScalarType("Colour")
    {
        public override Type RuntimeType => typeof(Colour);

        public override object ParseLiteral(ValueNode literal) => new Colour(((StringValueNode)literal).Value);

        public override object ParseValue(JsonElement json) => new Colour(json.GetString()!);

        public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(((Colour)value).Name.ToUpperInvariant());

        public override ValueNode ToLiteral(object value) => new StringValueNode(((Colour)value).Name);
    }

    internal sealed class Impostor() : ScalarType("String")
    {
        public override Type RuntimeType => typeof(object);

        public override object ParseLiteral(ValueNode literal) => literal;

        public override object ParseValue(JsonElement json) => json;

        public override void Write(Utf8JsonWriter writer, object value) => writer.WriteNullValue();

        public override ValueNode ToLiteral(object value) => new NullValueNode();
    }
}
