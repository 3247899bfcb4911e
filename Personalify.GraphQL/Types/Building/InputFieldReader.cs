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
    public BoundInput Read(AnnotatedParameter annotated, BatchList? list, string coordinate)
    {
        var parameter = annotated.Parameter!;
        var shape = registry.Nullability.Read(parameter);
        var field = Read(annotated, annotated.Name, list is null ? shape : shape.Item!, coordinate);
        registry.Subgraph?.Read(field, $"The parameter {parameter.Name} of {ClrTypes.Describe(parameter.Member)}", annotated);
        var given = annotated.Find<DefaultValueAttribute>() is { } attribute ? attribute.Value : Default(parameter);
        return Bind(field, list?.Item ?? parameter.ParameterType, given, coordinate);
    }

    public BoundInput Read(AnnotatedMember annotated, ParameterInfo? parameter, string coordinate)
    {
        var property = (PropertyInfo)annotated.Member;
        var shape = parameter is null ? registry.Nullability.ReadInput(property) : registry.Nullability.Read(parameter);
        var field = Read(annotated, annotated.Name, shape, coordinate);
        registry.Subgraph?.Read(field, ClrTypes.Describe(property), annotated);
        var given = annotated.Find<DefaultValueAttribute>()?.Value ?? (parameter is null ? null : Default(parameter));
        return Bind(field, property.PropertyType, given, coordinate);
    }

    /// <summary>An argument that is no parameter: it has the type that was said, and no other.</summary>
    public InputField ReadFurther(AnnotatedParameter annotated, string coordinate)
    {
        if (annotated.Find<GraphQLTypeAttribute>() is not { } named) throw BuildErrors.UntypedArgument(coordinate);
        var field = Read(annotated, annotated.Name, NullabilityReader.Read(named.Type ?? typeof(object)), coordinate);
        registry.Subgraph?.Read(field, coordinate, annotated);
        if (annotated.Find<DefaultValueAttribute>() is { Value: { } value }) SetDefault(field, value, coordinate);
        return field;
    }

    private InputField Read(Annotated annotated, string name, TypeShape shape, string coordinate)
    {
        shape = NullabilityReader.Overridden(shape, annotated.Find<GraphQLNonNullTypeAttribute>());
        var field = new InputField(name, TypeOf(annotated, shape, coordinate))
        {
            Description = annotated.Description,
            DeprecationReason = annotated.Deprecation,
            AppliedDirectives = [.. CostConvention.Of(annotated.Find<CostAttribute>()), .. registry.Directives.On(LocationOf(annotated), coordinate, annotated)],
        };
        ReadValues(field, annotated, shape);
        return field;
    }

    private static DirectiveLocation LocationOf(Annotated annotated) =>
        annotated is AnnotatedParameter ? DirectiveLocation.ArgumentDefinition : DirectiveLocation.InputFieldDefinition;

    private void ReadValues(InputField field, Annotated annotated, TypeShape shape)
    {
        registry.Scalars.Attach(field, shape.NamedType);
        if (registry.Ids is not { } ids || annotated.Find<IDAttribute>() is not { } attribute) return;
        var typeName = attribute.TypeName ?? (attribute.NodeType is { } type ? registry.Object(type).Name : null);
        field.Formatter = ids.Reader(typeName, shape.NamedType);
    }

    private static BoundInput Bind(InputField field, Type type, object? defaultValue, string coordinate)
    {
        RefuseUnfillable(type, coordinate);
        field.RuntimeType = type;
        if (defaultValue is null) return new BoundInput(field, ClrTypes.DefaultOf(type));
        SetDefault(field, defaultValue, coordinate);
        return new BoundInput(field, InputConversion.To(defaultValue, type));
    }

    private static void SetDefault(InputField field, object value, string coordinate)
    {
        try
        {
            field.DefaultValue = Literals.FromValue(value, field.Type);
        }
        catch (CoercionException exception)
        {
            throw BuildErrors.WrongDefault(coordinate, field.Type, exception.Message);
        }
    }

    private GraphQLType TypeOf(Annotated annotated, TypeShape shape, string coordinate)
    {
        if (annotated.Find<GraphQLTypeAttribute>() is { } named) return registry.TypeOf(named, coordinate, isInput: true);
        if (annotated.Has<IDAttribute>()) return TypeRegistry.Wrap(shape, _ => SpecifiedScalars.ID);
        return registry.Input(shape, coordinate);
    }

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
