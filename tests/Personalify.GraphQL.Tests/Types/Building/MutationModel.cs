namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>Mutations of a small shop: one of each way to declare what goes in, comes out and goes wrong.</summary>
internal static class Shop
{
    [QueryType]
    internal static class Query
    {
        public static string Version => "1";
    }

    [MutationType]
    internal static class Mutation
    {
        [Error(typeof(SoldOutException))]
        [Error<PriceError>]
        [GraphQLDescription("Buys something.")]
        public static Task<Order> BuyAsync(
            [ID] int itemId, [GraphQLDescription("How many.")] int count = 1, Optional<string?> note = default) => itemId switch
        {
            1 => throw new SoldOutException("wood", 3),
            2 => throw new PriceException(7),
            3 => throw new AggregateException(new SoldOutException("iron", 0), new AggregateException(new CheaperException(5))),
            4 => throw new AggregateException(new SoldOutException("iron", 0), new InvalidOperationException("secret")),
            5 => throw new InvalidOperationException("secret"),
            _ => Task.FromResult(new Order(itemId, $"{count}{(note.HasValue ? note.Value ?? "null" : "absent")}")),
        };

        [Error(typeof(ShopErrors))]
        public static Order? Return(string text) => text.Length == 0 ? null : throw (text == "late" ? new LateException() : new PriceException(1));

        public static FieldResult<Order, PriceError, LateError> Pay(int amount) => amount switch
        {
            0 => new LateError("Too late."),
            < 0 => new FieldResult<Order, PriceError, LateError>([new PriceError(new PriceException(amount)), new LateError("And late.")]),
            _ => new Order(amount, "paid"),
        };

        public static IReadOnlyList<Order> Empty() => [];

        [UseMutationConvention(PayloadFieldName = "removedId")]
        [return: ID]
        public static int? Remove(RemoveInput input) => input.Id;

        [Error<PriceError>]
        public static ChangePayload Change(bool fail) => fail ? throw new PriceException(9) : new ChangePayload(new Order(1, "changed"), 4);

        [UseMutationConvention(Disable = true)]
        public static bool Plain(int value) => value > 0;

        [UseMutationConvention(
            InputArgumentName = "with", InputTypeName = "Wish", PayloadTypeName = "Outcome", PayloadErrorTypeName = "Trouble", PayloadErrorsFieldName = "problems")]
        [Error<PriceError>]
        public static bool Rename(string name) => name.Length > 0;
    }

    internal sealed record Order([ID] int Id, string Note);

    internal sealed record RemoveInput([ID] int Id);

    internal sealed record ChangePayload(Order Order, int Count)
    {
        public Task<string> GetLaterAsync() => Task.FromResult($"later {Count}");
    }

    internal sealed class SoldOutException(string item, int left) : Exception($"No {item}.")
    {
        public int Left { get; } = left;
    }

    internal class PriceException(int price) : Exception
    {
        public int Price { get; } = price;
    }

    internal sealed class CheaperException(int price) : PriceException(price);

    internal sealed class LateException : Exception;

    internal sealed class PriceError(PriceException cause)
    {
        public string Message => $"The price is {cause.Price}.";

        public int Price => cause.Price;
    }

    internal sealed record LateError(string Message);

    internal static class ShopErrors
    {
        public static LateError CreateErrorFrom(LateException exception) => new($"{exception.GetType().Name}.");

        public static PriceError CreateErrorFrom(PriceException exception) => new(exception);
    }
}
