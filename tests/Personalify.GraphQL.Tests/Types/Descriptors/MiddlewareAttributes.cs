using System.Reflection;
using System.Runtime.CompilerServices;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Types.Descriptors;

internal sealed record Suffix(string Text);

internal abstract class UseAttribute : ObjectFieldDescriptorAttribute
{
    protected UseAttribute(int order) => Order = order;

    protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member) => Use(descriptor);

    protected abstract void Use(IObjectFieldDescriptor descriptor);
}

internal sealed class UseUpperCaseAttribute([CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Use(next => async context =>
    {
        await next(context);
        if (context.Result is string text) context.Result = text.ToUpperInvariant();
    });
}

internal sealed class UseOneAttribute([CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Use(next => async context =>
    {
        context.SetLocalState("one", 1);
        await next(context);
        context.Result = ((string)context.Result!).ToUpperInvariant();
    });
}

internal sealed class UseAroundAttribute(string name, [CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Use(next => async context =>
    {
        await next(context);
        context.Result = $"{name}({context.Result})";
    });
}

internal sealed class UseInsteadAttribute(string value, [CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Use(_ => context =>
    {
        context.Result = value;
        return default;
    });
}

internal sealed class UseEarlyAttribute([CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Use(next => context =>
    {
        context.Result = "early";
        return next(context);
    });
}

internal sealed class UseCatchAttribute([CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Use(next => async context =>
    {
        try
        {
            await next(context);
        }
        catch (InvalidOperationException error)
        {
            context.Result = $"caught: {error.Message}";
        }
    });
}

internal sealed class UseThrowAttribute([CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Use(_ => _ => throw new InvalidOperationException("Not today."));
}

internal sealed class UseRetryAttribute([CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Use(next => async context =>
    {
        try
        {
            await next(context);
        }
        catch (InvalidOperationException)
        {
            await next(context);
        }
    });
}

internal sealed class UseTimesAttribute([CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor
        .Argument("times", argument => argument.Type(typeof(int)).DefaultValue(1).Description("How often."))
        .Use(next => async context =>
        {
            await next(context);
            context.Result = string.Concat(Enumerable.Repeat(context.Result, context.ArgumentValue<int>("times")));
        });
}

internal sealed class UseUntypedAttribute([CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Argument("times", argument => argument.Description("How often."));
}

internal sealed class UseSeenAttribute([CallerLineNumber] int order = 0) : UseAttribute(order)
{
    /// <summary>What is seen, told to the test that asks for it.</summary>
    internal static AsyncLocal<StrongBox<string?>> Seen { get; } = new();

    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Use(next => context =>
    {
        var pending = next(context);
        Assert.True(pending.IsCompletedSuccessfully);
        Seen.Value!.Value = context.Result!.GetType().Name;
        return pending;
    });
}

internal sealed class UseAsQueryAttribute([CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Use(next => context =>
    {
        var pending = next(context);
        context.Result = ((IEnumerable<string>)context.Result!).AsQueryable();
        return pending;
    });
}

internal sealed class UseClassAttribute([CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Use<AddSuffix>();
}

internal sealed class UseNoMiddlewareAttribute([CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Use<Suffix>();
}

internal sealed class UseInstanceAttribute([CallerLineNumber] int order = 0) : UseAttribute(order)
{
    protected override void Use(IObjectFieldDescriptor descriptor) => descriptor.Use((_, next) => new AddGiven(next, "?"));
}

internal sealed class AddSuffix(Suffix suffix)
{
    public async Task InvokeAsync(IMiddlewareContext context, FieldDelegate next, Suffix same, CancellationToken cancellationToken)
    {
        Assert.Equal(context.RequestAborted, cancellationToken);
        await next(context);
        context.Result = $"{context.Result}{(same == suffix ? suffix.Text : "")}";
    }
}

internal sealed class AddGiven(FieldDelegate next, string text)
{
    public async ValueTask InvokeAsync(IMiddlewareContext context)
    {
        await next(context);
        context.Result = $"{context.Result}{text}";
    }
}
