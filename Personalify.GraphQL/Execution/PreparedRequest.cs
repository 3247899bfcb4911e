using Personalify.GraphQL.Internal;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Execution;

/// <summary>A request on its way through <see cref="RequestPhases"/>; each phase fills in one property.</summary>
internal sealed class PreparedRequest
{
    private static readonly ObjectPool<PreparedRequest> Pool = new(static () => new PreparedRequest());

    /// <summary>A request that may have many answers, or be looked at later.</summary>
    public PreparedRequest(GraphQLRequest request) => (Request, Text) = (request, request.Document);

    private PreparedRequest()
    {
    }

    public GraphQLRequest Request { get; private set; } = null!;

    /// <summary>The document as UTF-8: as it was sent, or as the storage knows it.</summary>
    public ReadOnlyMemory<byte> Text { get; set; }

    /// <summary>The id under which the document is kept once it is known to be valid.</summary>
    public OperationDocumentId? NewDocumentId { get; set; }

    /// <summary>Whether more than one answer can be sent.</summary>
    public bool MayStream { get; init; }

    /// <summary>Whether the answer may be a stream of events.</summary>
    public bool MaySubscribe => MayStream && Request.AllowSubscription;

    /// <summary>Whether parts of the answer may come later.</summary>
    public bool MayDefer => MayStream && Request.AllowStreams;

    public CachedDocument Document { get; set; } = null!;

    public OperationDefinitionNode Definition { get; set; } = null!;

    public ObjectType RootType { get; set; } = null!;

    public PreparedOperation Operation { get; set; } = null!;

    public VariableValues Variables { get; set; } = VariableValues.None;

    public OperationPlan Plan { get; set; } = null!;

    /// <summary>Tells of the request; <c>null</c> when nobody listens.</summary>
    public RequestEvents? Events { get; set; }

    /// <summary>What the operation costs; <c>null</c> when nobody computed it.</summary>
    public OperationCost? Cost { get; set; }

    /// <summary>A request that has one answer. See <see cref="Return"/>.</summary>
    public static PreparedRequest Rent(GraphQLRequest request)
    {
        var prepared = Pool.Rent();
        (prepared.Request, prepared.Text) = (request, request.Document);
        return prepared;
    }

    /// <summary>Lets another request have the object: once, when nobody looks at it any more.</summary>
    public void Return()
    {
        (Request, Text, NewDocumentId) = (null!, default, null);
        (Document, Definition, RootType, Operation, Plan) = (null!, null!, null!, null!, null!);
        (Variables, Events, Cost) = (VariableValues.None, null, null);
        Pool.Return(this);
    }

    /// <summary>The same for one event of a subscription, with state of its own: what one event changes, the next does not see.</summary>
    public PreparedRequest ForEvent() => new(Request with { ContextData = new Dictionary<string, object?>(Request.ContextData) })
    {
        Document = Document,
        Definition = Definition,
        RootType = RootType,
        Operation = Operation,
        Variables = Variables,
        Plan = Plan,
        Cost = Cost,
    };
}
