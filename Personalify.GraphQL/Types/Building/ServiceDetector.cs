using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Tells services from arguments among the parameters of resolvers that carry no attribute.</summary>
internal sealed class ServiceDetector(TypeRegistry registry, IServiceProviderIsService? services)
{
    private const string Input = "Input";

    /// <summary>Whether the parameter is a service.</summary>
    /// <exception cref="SchemaException">It is neither a registered service nor anything that could be an argument.</exception>
    public bool IsService(ParameterInfo parameter, string member)
    {
        var type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(ServiceAttribute))) return true;
        if (parameter.IsDefined(typeof(IDAttribute)) || parameter.IsDefined(typeof(GraphQLTypeAttribute))) return false;
        if (IsValue(type)) return false;
        if (IsDataLoader(type) || services?.IsService(type) == true) return true;
        if (IsInput(type)) return false;
        if (services is null) return true;
        throw BuildErrors.NeitherServiceNorInput(parameter, member);
    }

    /// <summary>Scalars, enums and lists of what is no service.</summary>
    private bool IsValue(Type type)
    {
        if (ClrTypes.IsGeneric(type, typeof(Nullable<>), typeof(Optional<>))) return true;
        if (type.IsEnum || registry.Scalars.Find(type) is not null) return true;
        return ClrTypes.ItemOf(type) is { } item && (IsValue(item) || (services?.IsService(item) != true && IsInput(item)));
    }

    private bool IsInput(Type type) =>
        registry.InputAnnotations.IsInputObject(type)
        || type.Name.EndsWith(Input, StringComparison.Ordinal)
        || (!type.IsAbstract && (type.IsValueType || ClrTypes.IsRecord(type)));

    private static bool IsDataLoader(Type type) =>
        type.GetInterfaces().Prepend(type).Any(each => ClrTypes.IsGeneric(each, typeof(IDataLoader<,>)));
}
