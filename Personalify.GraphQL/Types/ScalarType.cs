using System.Text.Json;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types;

/// <summary>
/// A scalar. Coercion methods throw <see cref="CoercionException"/> with a sentence for the client.
/// Specification: 3.5 Scalars.
/// </summary>
public abstract class ScalarType(string name) : NamedType(name)
{
    /// <summary>Where the scalar's format is specified, or <c>null</c>.</summary>
    public string? SpecifiedByUrl { get; set; }

    /// <summary>The CLR type of coerced input values.</summary>
    public abstract Type RuntimeType { get; }

    /// <summary>The value of a literal, which is neither null nor a variable.</summary>
    /// <exception cref="CoercionException">The literal is not a value of the scalar.</exception>
    public abstract object ParseLiteral(ValueNode literal);

    /// <summary>The value of a variable's JSON, which is not null.</summary>
    /// <exception cref="CoercionException">The JSON is not a value of the scalar.</exception>
    public abstract object ParseValue(JsonElement json);

    /// <summary>
    /// The same straight from the JSON, for values that need not be looked at twice. The reader stands at the value's last token afterwards,
    /// whether or not it is one of the scalar.
    /// </summary>
    internal virtual object ParseValue(ref Utf8JsonReader json) => ParseValue(JsonElement.ParseValue(ref json));

    /// <summary>Writes a result as one JSON value.</summary>
    /// <exception cref="CoercionException">The value is not one of the scalar; nothing was written.</exception>
    public abstract void Write(Utf8JsonWriter writer, object value);

    /// <summary>A value as a literal, for default values and the export.</summary>
    /// <exception cref="CoercionException">The value is not one of the scalar.</exception>
    public abstract ValueNode ToLiteral(object value);
}

/// <summary>A value does not fit a type. The message is for the client.</summary>
public sealed class CoercionException(string message) : Exception(message)
{
    /// <summary>The literal of the document that does not fit, when that is known: where the error belongs.</summary>
    internal SyntaxNode? Literal { get; init; }
}
