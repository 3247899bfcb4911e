using System.Linq.Expressions;
using Personalify.GraphQL.Data;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Makes the filter inputs of CLR types, each when it is first asked for. The names are Hot Chocolate's.</summary>
internal sealed class FilterTypes(TypeRegistry registry, DataProperties properties)
{
    private readonly Dictionary<InputObjectType, FilterInput> _inputs = [];

    /// <summary>The filter of a class, by its properties.</summary>
    public FilterInput Of(Type type) =>
        Make($"{registry.NameOf(type)}FilterInput", $"the filter of {ClrTypes.Describe(type)}", input => Fill(input, properties.Of(type), true, true));

    /// <summary>The filter that a <see cref="FilterInputType{T}"/> describes.</summary>
    public FilterInput Of<T>(FilterInputType<T> filter)
    {
        var descriptor = new FilterInputTypeDescriptor<T>();
        filter.Configure(descriptor);
        var name = descriptor.Fields.Name ?? $"{registry.NameOf(typeof(T))}FilterInput";
        return Make(name, ClrTypes.Describe(filter.GetType()), input =>
        {
            input.Type.Description = descriptor.Fields.Description;
            Fill(input, new ConfiguredProperties(properties).Of<T>(descriptor.Fields), descriptor.HasAnd, descriptor.HasOr);
        });
    }

    private void Fill(FilterInput input, IEnumerable<DataProperty> fields, bool hasAnd, bool hasOr)
    {
        if (hasAnd) input.AddAnd();
        if (hasOr) input.AddOr();
        foreach (var property in fields) registry.Attempt(() => Add(input, property));
        if (input.Type.Fields.TrueForAll(field => field.Name is "and" or "or")) throw BuildErrors.NothingToFilterBy(input.Type.Name);
    }

    private void Add(FilterInput input, DataProperty property)
    {
        if (For(property) is not { } inner) return;
        if (input.Type.Fields.Exists(known => known.Name == property.Name)) throw BuildErrors.SecondInput(input.Type.Name, property.Name);
        var isObject = IsObject(property);
        input.Add(new InputField(property.Name, inner.Type) { Description = property.Description }, (given, item, scope) =>
        {
            var target = new FilterTarget(Expressions.Inline(property.Path, item.Value), property.Shape.IsNullable);
            if (isObject && target.IsNullable) return InsideNullable(inner, given, target, scope);
            return inner.Translate(given ?? throw FilterScope.NoNull(input.Type, property.Name), target, scope);
        });
    }

    private bool IsObject(DataProperty property) =>
        property.Shape.Item is null && !property.IsId && !property.Shape.Type.IsEnum && registry.Scalars.Find(property.Shape.Type) is null;

    /// <summary>A condition on something inside of an object asks for the object too; null asks that there be none.</summary>
    private static Expression? InsideNullable(FilterInput inner, object? given, FilterTarget target, FilterScope scope)
    {
        if (given is not null) return inner.Translate(given, target, scope) is { } condition ? target.Guard(condition) : null;
        scope.CountCondition();
        return Expression.Equal(target.Value, Expressions.Null(target.Value));
    }

    /// <summary>The filter of what a property holds, or <c>null</c> for what no store can be asked about, such as bytes.</summary>
    private FilterInput? For(DataProperty property)
    {
        var (type, _, item) = property.Shape;
        if (item is not null) return ListOf(property, item);
        if (property.IsId) return Operations(SpecifiedScalars.ID, type, SpecifiedScalars.ID.Name);
        if (registry.Scalars.Find(type) is { } scalar) return IsComparable(scalar) ? Operations(scalar, type, ClrTypes.IsFromPlatform(type) ? scalar.Name : registry.NameOf(type)) : null;
        if (type.IsEnum && registry.Input(new TypeShape(type, true, null), property.Name) is EnumType values) return Operations(values, type, values.Name);
        return ClrTypes.IsFromPlatform(type) || type.IsAbstract ? null : Of(type);
    }

    private static bool IsComparable(ScalarType scalar) => scalar != ExtendedScalars.Base64String && scalar != ExtendedScalars.Any;

    /// <param name="type">What clients compare with.</param>
    /// <param name="runtimeType">What is compared.</param>
    /// <param name="name">That of the scalar or enum; of a class that the schema's author bound to a scalar its own, because others may be bound to it too.</param>
    private FilterInput Operations(NamedType type, Type runtimeType, string name) =>
        Make($"{Word(name)}OperationFilterInput", $"the filter of {name}{(FilterOperations.IsOrdered(type, runtimeType) ? " by its order" : "")}", input =>
        {
            if (type == SpecifiedScalars.String && runtimeType == typeof(string))
            {
                input.AddAnd();
                input.AddOr();
            }

            new FilterOperations(input, type, registry.Scalars).AddFor(runtimeType);
        });

    /// <summary>A name that is written in capitals, as a word among others: <c>UUID</c> is <c>Uuid</c>.</summary>
    private static string Word(string name) => name.All(char.IsUpper) ? name[0] + name[1..].ToLowerInvariant() : name;

    private FilterInput? ListOf(DataProperty property, TypeShape item)
    {
        if (item.Item is not null || For(property with { Shape = item }) is not { } inner) return null;
        var name = registry.Scalars.Find(item.Type) is not null || item.Type.IsEnum ? $"List{inner.Type.Name}" : $"ListFilterInputTypeOf{inner.Type.Name}";
        return Make(name, $"the list filter of {inner.Type.Name}", input => new ListFilter(input, inner, item).AddFields());
    }

    private FilterInput Make(string name, string source, Action<FilterInput> fill)
    {
        var type = registry.Named(name, source, () => new InputObjectType(name), made => fill(_inputs[made]));
        if (!_inputs.TryGetValue(type, out var input)) _inputs[type] = input = new FilterInput(type);
        return input;
    }
}
