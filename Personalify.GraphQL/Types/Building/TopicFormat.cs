using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Subscriptions;

namespace Personalify.GraphQL.Types.Building;

/// <summary>A topic's text with places for arguments.</summary>
internal sealed partial class TopicFormat
{
    private readonly string _text;

    private TopicFormat(string text) => _text = text;

    /// <exception cref="SchemaException">A place names no argument of the field.</exception>
    public static TopicFormat Parse(string text, OutputField field, MethodInfo method)
    {
        foreach (Match place in Place().Matches(text))
        {
            if (!field.Arguments.Exists(argument => argument.Name == place.Groups[1].Value)) throw BuildErrors.NoTopicArgument(method, place.Groups[1].Value);
        }

        return new TopicFormat(text);
    }

    public string Of(IResolverContext context) => Place().Replace(
        _text, place => Convert.ToString(context.ArgumentValue<object>(place.Groups[1].Value), CultureInfo.InvariantCulture) ?? "");

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}

/// <summary>Subscribes to a topic, whatever its messages are.</summary>
internal interface ITopicOpener
{
    ValueTask<ISourceStream> OpenAsync(IResolverContext context);
}

/// <inheritdoc cref="ITopicOpener" />
internal sealed class TopicOpener<TMessage>(TopicFormat topic) : ITopicOpener
{
    public async ValueTask<ISourceStream> OpenAsync(IResolverContext context) =>
        await context.Services.GetRequiredService<ITopicEventReceiver>().SubscribeAsync<TMessage>(topic.Of(context), context.RequestAborted).ConfigureAwait(false);
}
