using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Is told what happens to requests between the transport and the DataLoaders. Methods that return a scope are called when something
/// begins; the scope is disposed of when it ends, whichever way. Hot Chocolate's names.
/// </summary>
public abstract class ExecutionDiagnosticEventListener : DiagnosticEventListener
{
    /// <summary>
    /// Whether <see cref="ResolveFieldValue"/> is called. Read once, when the server is made: fields of a server where nobody asks have no
    /// trace of it. Default: no, because an answer can have very many fields.
    /// </summary>
    public virtual bool EnableResolveFieldValue => false;

    /// <summary>A request, from the first look at it to its result: the outermost scope. Of a subscription it ends when the stream is open.</summary>
    public virtual IDisposable ExecuteRequest(RequestContext context) => EmptyScope;

    /// <summary>
    /// Within <see cref="ExecuteRequest"/>, when the result is known: the request was refused or given up. Called for each error but those
    /// that <see cref="ValidationErrors"/> was told of.
    /// </summary>
    public virtual void RequestError(RequestContext context, GraphQLError error)
    {
    }

    /// <summary>Within <see cref="ExecuteRequest"/>: the engine itself failed. The client sees no details.</summary>
    public virtual void RequestError(RequestContext context, Exception error)
    {
    }

    /// <summary>A document that is not in the cache is parsed. A mistake in it is a <see cref="RequestError(RequestContext, GraphQLError)"/>.</summary>
    public virtual IDisposable ParseDocument(RequestContext context) => EmptyScope;

    /// <summary>A document that is not in the cache is validated.</summary>
    public virtual IDisposable ValidateDocument(RequestContext context) => EmptyScope;

    /// <summary>Within <see cref="ValidateDocument"/>: the document is not valid.</summary>
    public virtual void ValidationErrors(RequestContext context, IReadOnlyList<GraphQLError> errors)
    {
    }

    /// <summary>The variables are coerced.</summary>
    public virtual IDisposable CoerceVariables(RequestContext context) => EmptyScope;

    /// <summary>An operation is compiled to a plan, for a combination of <c>@skip</c> and <c>@include</c> that has none yet.</summary>
    public virtual IDisposable CompileOperation(RequestContext context) => EmptyScope;

    /// <summary>The operation's cost is computed.</summary>
    public virtual IDisposable AnalyzeOperationCost(RequestContext context) => EmptyScope;

    /// <summary>Within <see cref="AnalyzeOperationCost"/>: what the operation costs, allowed or not.</summary>
    public virtual void OperationCost(RequestContext context, double fieldCost, double typeCost)
    {
    }

    /// <summary>The operation runs, or one event of a subscription: resolvers, loads and the writing of the response.</summary>
    public virtual IDisposable ExecuteOperation(RequestContext context) => EmptyScope;

    /// <summary>
    /// A resolver, until its value is there. Only with <see cref="EnableResolveFieldValue"/>, and never for fields that are read from
    /// their parent. Called on the request's loop.
    /// </summary>
    public virtual IDisposable ResolveFieldValue(IResolverContext context) => EmptyScope;

    /// <summary>A field has an error, after the error filters. Called on any thread, for several fields at once.</summary>
    public virtual void ResolverError(RequestContext context, ISelection selection, GraphQLError error)
    {
    }

    /// <summary>
    /// An answer in parts (<c>@defer</c>, <c>@stream</c>), from its initial result until everything that it holds is released: delivered, given up by
    /// the client, or out of time. Begins within <see cref="ExecuteRequest"/> and ends after it.
    /// </summary>
    public virtual IDisposable ExecuteStream(RequestContext context) => EmptyScope;

    /// <summary>
    /// Within <see cref="ExecuteStream"/>: fields or items that come later, until their resolvers have ended. Called on the request's loop, for several of them
    /// at once.
    /// </summary>
    public virtual IDisposable ExecuteDeferredTask(RequestContext context) => EmptyScope;

    /// <summary>Within <see cref="ExecuteStream"/>: a later result goes to the client.</summary>
    /// <param name="context">The request's.</param>
    /// <param name="result">What the client is told. Not to be kept: its data goes back to a pool.</param>
    public virtual void StreamResult(RequestContext context, IncrementalPayload result)
    {
    }

    /// <summary>
    /// Within <see cref="ExecuteRequest"/>: the source of a subscription's events is opened. A source that cannot be opened is a
    /// <see cref="ResolverError"/> within it. Specification: 6.2.3.1, CreateSourceEventStream.
    /// </summary>
    public virtual IDisposable CreateSourceEventStream(RequestContext context) => EmptyScope;

    /// <summary>A subscription, from its opened stream until everything that it holds is released.</summary>
    public virtual IDisposable ExecuteSubscription(RequestContext context) => EmptyScope;

    /// <summary>A subscription has received an event, and its response is made.</summary>
    /// <param name="context">The event's: its <see cref="RequestContext.Subscription"/> is what <see cref="ExecuteSubscription"/> got.</param>
    public virtual IDisposable OnSubscriptionEvent(RequestContext context) => EmptyScope;

    /// <summary>The source of a subscription's events has failed; no event follows.</summary>
    public virtual void SubscriptionEventError(RequestContext context, Exception error)
    {
    }

    /// <summary>A valid document was put into the cache.</summary>
    public virtual void AddedDocumentToCache(RequestContext context)
    {
    }

    /// <summary>The document was in the cache, valid.</summary>
    public virtual void RetrievedDocumentFromCache(RequestContext context)
    {
    }

    /// <summary>The document was read by its id.</summary>
    public virtual void RetrievedDocumentFromStorage(RequestContext context)
    {
    }

    /// <summary>The storage has no document with the id that the client sent.</summary>
    public virtual void DocumentNotFoundInStorage(RequestContext context, OperationDocumentId documentId)
    {
    }

    /// <summary>A document was refused because only known ones may run.</summary>
    public virtual void UntrustedDocumentRejected(RequestContext context)
    {
    }

    /// <summary>A plan was kept with its document.</summary>
    public virtual void AddedOperationToCache(RequestContext context)
    {
    }

    /// <summary>The operation had its plan already.</summary>
    public virtual void RetrievedOperationFromCache(RequestContext context)
    {
    }
}
