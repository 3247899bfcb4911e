using System.Linq.Expressions;
using System.Reflection;
using Personalify.GraphQL.Data;

namespace Personalify.GraphQL.Types.Building;

/// <summary>The properties of a type after what a configured filter or sort input says about them.</summary>
internal sealed class ConfiguredProperties(DataProperties properties)
{
    public IEnumerable<DataProperty> Of<T>(InputFields configured)
    {
        var named = configured.Fields.ToDictionary(field => field, Read<T>);
        var replaced = named.Values.Select(property => MemberOf(property.Path)).OfType<MemberInfo>().ToHashSet();
        var untouched = configured.IsExplicit ? [] : properties.Of(typeof(T)).Where(property => !replaced.Contains(MemberOf(property.Path)!));
        return untouched.Concat(named.Where(pair => !pair.Key.IsIgnored).Select(pair => pair.Value));
    }

    private DataProperty Read<T>(InputFieldDescriptor field)
    {
        var property = MemberOf(field.Path) is PropertyInfo member ? properties.Of(member, typeof(T)) : Computed<T>(field);
        return property with { Name = field.GivenName ?? property.Name, Description = field.GivenDescription ?? property.Description };
    }

    private static DataProperty Computed<T>(InputFieldDescriptor field)
    {
        var type = field.Path.ReturnType;
        var underlying = Nullable.GetUnderlyingType(type);
        var item = ClrTypes.ItemOf(type) is { } each ? new TypeShape(Nullable.GetUnderlyingType(each) ?? each, !each.IsValueType, null) : null;
        if (field.GivenName is null && !field.IsIgnored) throw BuildErrors.UnnamedExpression(typeof(T), field.Path.ToString());
        return new DataProperty(field.GivenName ?? "", field.Path, new TypeShape(underlying ?? type, !type.IsValueType || underlying is not null, item));
    }

    private static MemberInfo? MemberOf(LambdaExpression path) =>
        path.Body is MemberExpression { Expression: ParameterExpression } access ? access.Member : null;
}
