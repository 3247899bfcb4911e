namespace Personalify.GraphQL.Types;

/// <summary>Names a type for <c>Type&lt;…&gt;()</c> and <see cref="GraphQLTypeAttribute"/>: the non-null of what stands inside. Never made.</summary>
/// <typeparam name="T">A CLR type, a <see cref="TypeDefinition"/>, a class of scalars, or a list of one.</typeparam>
public abstract class NonNullType<T>
{
    private protected NonNullType()
    {
    }
}

/// <summary>Names the list of what stands inside. Never made.</summary>
/// <inheritdoc cref="NonNullType{T}" path="/typeparam" />
public abstract class ListType<T>
{
    private protected ListType()
    {
    }
}

/// <summary>A scalar of the engine by a class's name, for <c>Type&lt;…&gt;()</c>. Never made.</summary>
public abstract class ScalarReference
{
    private protected ScalarReference()
    {
    }
}

/// <summary>Names <c>String</c>.</summary>
public abstract class StringType : ScalarReference;

/// <summary>Names <c>Int</c>.</summary>
public abstract class IntType : ScalarReference;

/// <summary>Names <c>Float</c>.</summary>
public abstract class FloatType : ScalarReference;

/// <summary>Names <c>Boolean</c>.</summary>
public abstract class BooleanType : ScalarReference;

/// <summary>Names <c>ID</c>.</summary>
public abstract class IdType : ScalarReference;

/// <summary>Names <c>Long</c>.</summary>
public abstract class LongType : ScalarReference;

/// <summary>Names <c>Decimal</c>.</summary>
public abstract class DecimalType : ScalarReference;

/// <summary>Names <c>UUID</c>.</summary>
public abstract class UuidType : ScalarReference;

/// <summary>Names <c>DateTime</c>.</summary>
public abstract class DateTimeType : ScalarReference;

/// <summary>Names <c>LocalDate</c>.</summary>
public abstract class LocalDateType : ScalarReference;

/// <summary>Names <c>LocalTime</c>.</summary>
public abstract class LocalTimeType : ScalarReference;

/// <summary>Names <c>Any</c>.</summary>
public abstract class AnyType : ScalarReference;
