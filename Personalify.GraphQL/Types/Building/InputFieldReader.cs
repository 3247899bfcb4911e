using System.Reflection;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Types.Building;

/// <summary>An argument or input field together with the CLR side of it. A given value comes as the field's runtime type.</summary>
/// <param name="Field">The GraphQL side.</param>
/// <param name="Absent">The CLR value when the client gave none.</param>
internal sealed record BoundInput(InputField Field, object? Absent);

/// <summary>Reads parameters and properties into arguments and input fields.</summary>
internal sealed class InputFieldReader(TypeRegistry registry)
{
    /// <summary>Reads an argument; of a batch resolver's, the value of one parent.</summary>
    public BoundInput Read(ParameterInfo parameter, BatchList? list, string coordinate)
    {
        var shape = registry.Nullability.Read(parameter);
        if (list is not null) shape = shape.Item!;
        var type = TypeOf(parameter, shape, coordinate);
        var field = new InputField(NamingConventions.GetArgumentName(parameter), type)
        {
            Description = Annotation.Description(parameter),
            DeprecationReason = Annotation.Deprecation(parameter),
            AppliedDirectives = CostConvention.Of(parameter.GetCustomAttribute<CostAttribute>()),
        };
        ReadValues(field, parameter, shape);
        registry.Subgraph?.Read(field, parameter);
        return Bind(field, list?.Item ?? parameter.ParameterType, Default(parameter), coordinate);
    }

    public BoundInput Read(PropertyInfo property, ParameterInfo? parameter, string coordinate)
    {
        var shape = parameter is null ? registry.Nullability.ReadInput(property) : registry.Nullability.Read(parameter);
        var field = new InputField(NamingConventions.GetFieldName(property), TypeOf(property, shape, coordinate))
        {
            Description = Annotation.Description(property),
            DeprecationReason = Annotation.Deprecation(property),
            AppliedDirectives = CostConvention.Of(Annotation.Find<CostAttribute>(property)),
        };
        ReadValues(field, property, shape);
        registry.Subgraph?.Read(field, property);
        var given = Annotation.Find<DefaultValueAttribute>(property)?.Value ?? (parameter is null ? null : Default(parameter));
        return Bind(field, property.PropertyType, given, coordinate);
    }

    private void ReadValues(InputField field, ICustomAttributeProvider member, TypeShape shape)
    {
        registry.Scalars.Attach(field, shape.NamedType);
        if (registry.Ids is not { } ids || Find<IDAttribute>(member) is not { } attribute) return;
        var typeName = attribute.TypeName ?? (attribute.NodeType is { } type ? registry.Object(type).Name : null);
        field.Formatter = ids.Reader(typeName, shape.NamedType);
    }

    private static BoundInput Bind(InputField field, Type type, object? defaultValue, string coordinate)
    {
        RefuseUnfillable(type, coordinate);
        field.RuntimeType = type;
        if (defaultValue is null) return new BoundInput(field, ClrTypes.DefaultOf(type));
        try
        {
            field.DefaultValue = Literals.FromValue(defaultValue, field.Type);
            return new BoundInput(field, InputConversion.To(defaultValue, type));
        }
        catch (CoercionException exception)
        {
            throw BuildErrors.WrongDefault(coordinate, field.Type, exception.Message);
        }
    }

    private GraphQLType TypeOf(ICustomAttributeProvider member, TypeShape shape, string coordinate)
    {
        if (Find<GraphQLTypeAttribute>(member) is { } named) return registry.Parse(named.Type, coordinate);
        if (Find<IDAttribute>(member) is not null) return TypeRegistry.Wrap(shape, _ => SpecifiedScalars.ID);
        return registry.Input(shape, coordinate);
    }

    private static T? Find<T>(ICustomAttributeProvider member)
        where T : Attribute =>
        member is MemberInfo property ? Annotation.Find<T>(property) : ((ParameterInfo)member).GetCustomAttribute<T>();

    /// <summary>C#'s own default or that of the attribute. A default of null is what a nullable input has anyway.</summary>
    private static object? Default(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<DefaultValueAttribute>() is { } attribute) return attribute.Value;
        if (!parameter.HasDefaultValue || parameter.DefaultValue is not { } value) return null;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type.IsEnum ? Enum.ToObject(type, value) : value;
    }

    private static void RefuseUnfillable(Type type, string coordinate)
    {
        if (ClrTypes.ItemOf(type) is not { } item) return;
        var sequence = typeof(IEnumerable<>).MakeGenericType(item);
        var isFillable = type.IsAssignableFrom(item.MakeArrayType()) || type.IsAssignableFrom(typeof(HashSet<>).MakeGenericType(item))
            || type.GetConstructor([sequence]) is not null;
        if (!isFillable) throw BuildErrors.Unfillable(coordinate, type, item);
    }
}
