using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Subscriptions;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Binds the source stream of a field that is marked with <see cref="SubscribeAttribute"/>: a method that opens it, or a topic of the broker.
/// </summary>
internal sealed class SubscribeConvention(TypeRegistry registry, IServiceProviderIsService? services)
{
    private const BindingFlags AnyMember = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private readonly ParameterReader _parameters = new(registry, services);

    /// <summary>The members of a class that may be fields: those that only open streams are none.</summary>
    public static IEnumerable<AnnotatedMember> Fields(AnnotatedType type)
    {
        var members = type.Shown(ClrMembers.OfResolvers(type.Type)).ToList();
        var openers = members.Select(member => member.Find<SubscribeAttribute>()?.With).OfType<string>().ToHashSet();
        return members.Where(member => !openers.Contains(member.Member.Name));
    }

    /// <summary>Refuses members that say two things about their stream, or none.</summary>
    public static void Check(AnnotatedMember annotated, bool isSubscription, ResultShape result)
    {
        var (subscribe, topic) = (annotated.Find<SubscribeAttribute>(), annotated.Find<TopicAttribute>());
        var member = annotated.Member;
        var isStream = result.Kind == ResultKind.Stream;
        if (isSubscription && !isStream && subscribe is null) throw BuildErrors.SubscriptionWithoutStream(member);
        if (isStream && subscribe is not null) throw BuildErrors.StreamWithSubscribe(member);
        if (!isSubscription && subscribe is not null) throw BuildErrors.SubscribeOutsideSubscription(member);
        if (topic is not null && subscribe is not { With: null }) throw BuildErrors.TopicWithoutSubscribe(member);
        if (isStream) RefuseEvent((MethodInfo)member);
    }

    /// <summary>Gives the field its source stream, if the member is marked.</summary>
    public void Bind(OutputField field, AnnotatedMember member, FieldOwner owner, string coordinate)
    {
        if (member.Find<SubscribeAttribute>() is not { } subscribe) return;
        var method = (MethodInfo)member.Member;
        field.Subscriber = subscribe.With is { } name ? ByMethod(field, method, owner, name, coordinate) : ByTopic(field, method, member.Find<TopicAttribute>());
    }

    private Subscriber ByMethod(OutputField field, MethodInfo method, FieldOwner owner, string name, string coordinate)
    {
        if (owner.Class.GetMember(name, MemberTypes.Method, AnyMember) is not [MethodInfo opener]) throw BuildErrors.NoOpener(method, name);
        RefuseEvent(opener);
        var message = SourceStreamTypes.MessageOf(opener.ReturnType) ?? throw BuildErrors.OpensNothing(opener);
        if (message != typeof(object) && EventOf(method) is { } expected && !expected.ParameterType.IsAssignableFrom(message))
            throw BuildErrors.OtherEvent(expected, method, opener, message);
        var annotated = registry.Annotations.Of(owner.Class).Member(opener);
        var bound = opener.GetParameters().Select(parameter => _parameters.Read(annotated.Parameter(parameter), owner, coordinate, null, null)).ToList();
        foreach (var argument in bound.Select(parameter => parameter.Input?.Field).OfType<InputField>()) AddArgument(field, argument, opener);
        return ResolverBinding.CompileSubscriber(opener, owner, bound);
    }

    private Subscriber ByTopic(OutputField field, MethodInfo method, TopicAttribute? named)
    {
        if (services?.IsService(typeof(ITopicEventReceiver)) == false) throw BuildErrors.NoBroker(method);
        var message = EventOf(method)?.ParameterType ?? throw BuildErrors.NoEvent(method);
        var topic = TopicFormat.Parse(TopicOf(method, named), field, method);
        return ((ITopicOpener)Activator.CreateInstance(typeof(TopicOpener<>).MakeGenericType(message), topic)!).OpenAsync;
    }

    /// <summary>Hot Chocolate's default topic is the method's name as written.</summary>
    private static string TopicOf(MethodInfo method, TopicAttribute? named)
    {
        if (named is not null) return named.Name ?? method.Name;
        var parameter = Array.Find(method.GetParameters(), parameter => parameter.IsDefined(typeof(TopicAttribute)));
        return parameter is null ? method.Name : $"{{{NamingConventions.GetArgumentName(parameter)}}}";
    }

    private static ParameterInfo? EventOf(MethodInfo method) =>
        Array.Find(method.GetParameters(), parameter => parameter.IsDefined(typeof(EventMessageAttribute)));

    private static void RefuseEvent(MethodInfo opener)
    {
        if (EventOf(opener) is { } early) throw BuildErrors.EventTooEarly(early, opener);
    }

    private static void AddArgument(OutputField field, InputField argument, MethodInfo opener)
    {
        var known = field.Arguments.Find(each => each.Name == argument.Name);
        if (known is null) field.Arguments.Add(argument);
        else if (known.Type.ToString() != argument.Type.ToString()) throw BuildErrors.OtherArgument(opener, argument, known);
    }
}
