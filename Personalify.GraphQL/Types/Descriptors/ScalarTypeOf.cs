using System.Text.Json;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types;

/// <summary>A scalar whose values are of one CLR type. See <see cref="ScalarType"/>; what is no <typeparamref name="T"/> is refused already.</summary>
/// <typeparam name="T">The CLR type of its values.</typeparam>
public abstract class ScalarType<T>(string name) : ScalarType(name)
    where T : notnull
{
    /// <inheritdoc />
    public sealed override Type RuntimeType => typeof(T);

    /// <inheritdoc />
    public sealed override object ParseLiteral(ValueNode literal) => OnLiteralToValue(literal);

    /// <inheritdoc />
    public sealed override object ParseValue(JsonElement json) => OnCoerceInputValue(json);

    /// <inheritdoc />
    public sealed override void Write(Utf8JsonWriter writer, object value) => OnCoerceOutputValue(Typed(value), writer);

    /// <inheritdoc />
    public sealed override ValueNode ToLiteral(object value) => OnValueToLiteral(Typed(value));

    /// <inheritdoc cref="ScalarType.ParseLiteral" />
    protected abstract T OnLiteralToValue(ValueNode literal);

    /// <inheritdoc cref="ScalarType.ParseValue(JsonElement)" />
    protected abstract T OnCoerceInputValue(JsonElement json);

    /// <inheritdoc cref="ScalarType.Write" />
    protected abstract void OnCoerceOutputValue(T value, Utf8JsonWriter writer);

    /// <inheritdoc cref="ScalarType.ToLiteral" />
    protected abstract ValueNode OnValueToLiteral(T value);

    private T Typed(object value) => value is T typed ? typed : throw new CoercionException($"{Name} cannot represent a {value.GetType().Name}.");
}
