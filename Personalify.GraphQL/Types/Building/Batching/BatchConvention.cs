using System.Reflection;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Reads methods marked with <see cref="BatchResolverAttribute"/>.</summary>
internal static class BatchConvention
{
    private static readonly Type[] Lists =
        [typeof(List<>), typeof(IList<>), typeof(IReadOnlyList<>), typeof(System.Collections.Immutable.ImmutableArray<>)];

    public static bool IsBatch(MemberInfo member) => member.IsDefined(typeof(BatchResolverAttribute), inherit: false);

    /// <summary>Refuses a batch where there are no many parents to resolve at once.</summary>
    public static void Check(MemberInfo member, FieldOwner owner)
    {
        if (!IsBatch(member)) return;
        if (owner.Operation == OperationType.Mutation) throw BuildErrors.BatchOfMutation(member);
        if (owner.Operation == OperationType.Subscription) throw BuildErrors.BatchOfSubscription(member);
        if (owner.Class == owner.Parent) throw BuildErrors.BatchOfOneParent(member);
    }

    /// <summary>The one result that stands in what a batch returns; out of its <see cref="ResolverResult{T}"/>.</summary>
    public static NullabilityInfo ItemOf(NullabilityInfo result, MemberInfo member)
    {
        var item = result.ElementType ?? (ClrTypes.IsGeneric(result.Type, Lists) ? result.GenericTypeArguments[0] : throw BuildErrors.BatchWithoutList(member));
        return ClrTypes.IsGeneric(item.Type, typeof(ResolverResult<>)) ? item.GenericTypeArguments[0] : item;
    }

    /// <summary>Makes the call of the method, which takes a <see cref="BatchContext"/>, a resolver that is called for each parent.</summary>
    public static FieldResolver Bind(MemberInfo member, FieldResolver resolve, IReadOnlyList<BoundParameter> parameters)
    {
        if (parameters.All(parameter => !parameter.IsParent && parameter.Input is null)) throw BuildErrors.BatchOfNothing(member);
        var distinctions = parameters.Select(parameter => parameter.Value?.Distinction).OfType<Func<IResolverContext, object?>>();
        return new BatchResolver(ClrTypes.Describe(member), resolve, [.. distinctions]).ResolveAsync;
    }
}
