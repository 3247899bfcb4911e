using Microsoft.AspNetCore.Mvc.Filters;

namespace Personalify.Web.Tests.Support;

/// <summary>Keeps the model of the last page that was made, to look at after its view has been written.</summary>
public sealed class PageModels : IPageFilter
{
    public object? Last { get; private set; }

    public void OnPageHandlerSelected(PageHandlerSelectedContext context) => Last = context.HandlerInstance;

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Last = context.HandlerInstance;

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) => Last = context.HandlerInstance;
}
