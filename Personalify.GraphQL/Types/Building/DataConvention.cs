using System.Reflection;
using Personalify.GraphQL.Data;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What <see cref="UseFilteringAttribute"/> and <see cref="UseSortingAttribute"/> make of a field.</summary>
/// <param name="Pipeline">Applies the arguments.</param>
/// <param name="Arguments"><c>where</c> and <c>order</c>, as far as the field has them.</param>
/// <param name="IsLeftToResolver">Whether the resolver takes a <see cref="QueryContext{T}"/> and applies it itself.</param>
internal sealed record DataField(DataPipeline Pipeline, IReadOnlyList<InputField> Arguments, bool IsLeftToResolver)
{
    /// <summary>Puts the pipeline behind the field's resolver.</summary>
    public void Attach(OutputField field)
    {
        if (IsLeftToResolver) return;
        field.Wrap(resolver => context =>
        {
            var pending = resolver(context);
            return pending.IsCompletedSuccessfully ? new ValueTask<object?>(Pipeline.Apply(pending.Result, context)) : ApplyAsync(pending, context);
        });
    }

    private async ValueTask<object?> ApplyAsync(ValueTask<object?> pending, IResolverContext context) =>
        Pipeline.Apply(await pending.ConfigureAwait(false), context);
}

/// <summary>Reads fields whose list clients may filter and order.</summary>
internal sealed class DataConvention
{
    /// <summary>From the outermost to the innermost: a page of what was projected of what was filtered of what was ordered.</summary>
    private static readonly Type[] Order = [typeof(PagingAttribute), typeof(UseProjectionAttribute), typeof(UseFilteringAttribute), typeof(UseSortingAttribute)];

    private readonly TypeRegistry _registry;
    private readonly FilterTypes _filters;
    private readonly SortTypes _sorts;

    public DataConvention(TypeRegistry registry)
    {
        var properties = new DataProperties(registry);
        (_registry, _filters, _sorts) = (registry, new FilterTypes(registry, properties), new SortTypes(registry, properties));
    }

    /// <summary>Whether an attribute is one of those that act as one on a list.</summary>
    public static bool IsPart(FieldMiddlewareAttribute attribute) => attribute is UseProjectionAttribute or UseFilteringAttribute or UseSortingAttribute;

    /// <summary>The list field of a member, or <c>null</c> when the member is none.</summary>
    public DataField? Read(AnnotatedMember field, ResultShape result)
    {
        RefuseDisorder(field);
        var member = field.Member;
        var filtering = field.FindInherited<UseFilteringAttribute>();
        var sorting = field.FindInherited<UseSortingAttribute>();
        var projects = field.FindInherited<UseProjectionAttribute>() is not null;
        var taken = QueryOf(field.Source);
        if (filtering is null && sorting is null && !projects && taken is null) return null;
        if (projects && !_registry.Sources.HasProjections) throw BuildErrors.NotAdded(member, "[UseProjection]", "AddProjections()");

        var type = taken ?? result.Value.Item?.Type ?? throw BuildErrors.NoList(member);
        var filter = filtering is null ? null : Filter(filtering, type, member);
        var sort = sorting is null ? null : Sort(sorting, type, member);
        var pipeline = (DataPipeline)Activator.CreateInstance(typeof(DataPipeline<>).MakeGenericType(type), _registry.Sources)!;
        (pipeline.Filter, pipeline.Sort, pipeline.Projects) = (filter, sort, projects || taken is not null);
        pipeline.IsPaged = field.FindInherited<PagingAttribute>() is not null;
        if (pipeline.IsPaged && sort is not null && UniqueKey.Of(type).Count == 0) throw BuildErrors.NoUniqueKey(member, type);
        return new DataField(pipeline, Arguments(filter, sort), taken is not null);
    }

    private FilterInput Filter(UseFilteringAttribute attribute, Type type, MemberInfo member)
    {
        if (_registry.Sources.Filtering is null) throw BuildErrors.NotAdded(member, "[UseFiltering]", "AddFiltering()");
        if (attribute.Type is null) return _filters.Of(type);
        return (FilterInput)Configured(attribute.Type, typeof(FilterInputType<>), type, member, typeof(FilterTypes), _filters);
    }

    private SortInput Sort(UseSortingAttribute attribute, Type type, MemberInfo member)
    {
        if (_registry.Sources.Sorting is null) throw BuildErrors.NotAdded(member, "[UseSorting]", "AddSorting()");
        if (attribute.Type is null) return _sorts.Of(type);
        return (SortInput)Configured(attribute.Type, typeof(SortInputType<>), type, member, typeof(SortTypes), _sorts);
    }

    private static object Configured(Type configuration, Type definition, Type item, MemberInfo member, Type reader, object instance)
    {
        if (!definition.MakeGenericType(item).IsAssignableFrom(configuration)) throw BuildErrors.WrongConfiguration(member, configuration, definition, item);
        var of = Array.Find(reader.GetMethods(), method => method.Name == "Of" && method.IsGenericMethodDefinition)!.MakeGenericMethod(item);
        return of.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [Activator.CreateInstance(configuration)], null)!;
    }

    private static InputField[] Arguments(FilterInput? filter, SortInput? sort)
    {
        var arguments = new List<InputField>();
        if (filter is not null) arguments.Add(new InputField(DataPipeline.Where, filter.Type) { Description = "Which items." });
        if (sort is not null) arguments.Add(new InputField(DataPipeline.Order, new ListType(new NonNullType(sort.Type))) { Description = "In which order." });
        return [.. arguments];
    }

    private static Type? QueryOf(MemberInfo member) => (member as MethodInfo)?.GetParameters()
        .Select(parameter => parameter.ParameterType)
        .FirstOrDefault(type => ClrTypes.IsGeneric(type, typeof(QueryContext<>)))?.GetGenericArguments()[0];

    private static void RefuseDisorder(AnnotatedMember field)
    {
        var written = field.AllInherited<FieldMiddlewareAttribute>().ToList();
        var own = written.Select(attribute => Array.FindIndex(Order, type => type.IsInstanceOfType(attribute))).Where(place => place >= 0).ToList();
        if (!own.SequenceEqual(own.Order())) throw BuildErrors.WrongOrder(field.Member);
        var (first, last) = (written.FindIndex(IsPart), written.FindLastIndex(IsPart));
        if (first >= 0 && last - first >= written.Count(IsPart)) throw BuildErrors.MiddlewareAmongData(field.Member);
    }
}
