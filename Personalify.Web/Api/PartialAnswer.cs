namespace Personalify.Web.Api;

/// <summary>An answer of which some fields may fail alone: they are null, everything else is there, and the page says why.</summary>
public abstract record PartialAnswer
{
    private IReadOnlyList<GraphQLResponseError> _failures = [];

    /// <summary>Takes what went wrong. False: the page cannot do without one of these fields.</summary>
    public bool Accept(IReadOnlyList<GraphQLResponseError> failures)
    {
        _failures = failures;
        return failures.All(MayFail);
    }

    /// <summary>Why this field, or one below it, is null; a <c>*</c> stands for any step.</summary>
    public GraphQLResponseError? FindFailure(params ReadOnlySpan<string> path)
    {
        foreach (var failure in _failures)
        {
            if (failure.IsAt(path)) return failure;
        }

        return null;
    }

    /// <summary>Whether the page can do without what failed.</summary>
    protected abstract bool MayFail(GraphQLResponseError failure);
}
