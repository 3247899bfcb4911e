using System.Linq.Expressions;
using Personalify.GraphQL.Data;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Makes the sort inputs of CLR types, each when it is first asked for. The names are Hot Chocolate's.</summary>
internal sealed class SortTypes(TypeRegistry registry, DataProperties properties)
{
    private readonly Dictionary<InputObjectType, SortInput> _inputs = [];
    private EnumType? _direction;

    /// <summary>The order of a class, by its properties.</summary>
    public SortInput Of(Type type) =>
        Make($"{registry.NameOf(type)}SortInput", $"the order of {ClrTypes.Describe(type)}", input => Fill(input, properties.Of(type)));

    /// <summary>The order that a <see cref="SortInputType{T}"/> describes.</summary>
    public SortInput Of<T>(SortInputType<T> order)
    {
        var descriptor = new SortInputTypeDescriptor<T>();
        order.Configure(descriptor);
        var name = descriptor.Fields.Name ?? $"{registry.NameOf(typeof(T))}SortInput";
        return Make(name, ClrTypes.Describe(order.GetType()), input =>
        {
            input.Type.Description = descriptor.Fields.Description;
            Fill(input, new ConfiguredProperties(properties).Of<T>(descriptor.Fields));
        });
    }

    private void Fill(SortInput input, IEnumerable<DataProperty> fields)
    {
        foreach (var property in fields) registry.Attempt(() => Add(input, property));
        if (input.Type.Fields.Count == 0) throw BuildErrors.NothingToOrderBy(input.Type.Name);
    }

    private void Add(SortInput input, DataProperty property)
    {
        var (type, _, item) = property.Shape;
        if (item is not null) return;
        if (input.Type.Fields.Exists(known => known.Name == property.Name)) throw BuildErrors.SecondInput(input.Type.Name, property.Name);
        if (type.IsEnum || registry.Scalars.Find(type) is not null) AddValue(input, property, type);
        else if (!ClrTypes.IsFromPlatform(type) && !type.IsAbstract) AddObject(input, property, Of(type));
    }

    private void AddValue(SortInput input, DataProperty property, Type type)
    {
        if (!type.IsEnum && !Comparisons.IsOrdered(type)) return;
        var field = new InputField(property.Name, Direction()) { Description = property.Description };
        input.Add(field, (given, target) => new SortKey(Expressions.Inline(property.Path, target), (SortDirection)given! == SortDirection.Ascending));
    }

    private static void AddObject(SortInput input, DataProperty property, SortInput inner)
    {
        var field = new InputField(property.Name, inner.Type) { Description = property.Description };
        input.Add(field, (given, target) => inner.Translate(given, Expressions.Inline(property.Path, target)));
    }

    private SortInput Make(string name, string source, Action<SortInput> fill)
    {
        var type = registry.Named(name, source, () => new InputObjectType(name), made => fill(_inputs[made]));
        if (!_inputs.TryGetValue(type, out var input)) _inputs[type] = input = new SortInput(type);
        return input;
    }

    private EnumType Direction()
    {
        if (_direction is not null) return _direction;
        return _direction = registry.Named("SortEnumType", "the direction of an order", () => new EnumType("SortEnumType"), made =>
        {
            made.Values.Add(new EnumValue("ASC", SortDirection.Ascending) { Description = "Small first." });
            made.Values.Add(new EnumValue("DESC", SortDirection.Descending) { Description = "Great first." });
        });
    }
}

/// <summary>Which way an order runs.</summary>
internal enum SortDirection
{
    Ascending,
    Descending,
}
