using Microsoft.AspNetCore.Mvc;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Distributed;

/// <summary>Both nodes, for who administers this server: how node B follows node A, and its tables as node A reads them.</summary>
public sealed class IndexModel(Visit visit) : PersonalifyPage
{
    private DistributedData? _data;

    public RemoteView Remote { get; private set; } = null!;

    public RowsQuery Query { get; private set; } = null!;

    /// <summary>Whether the rows begin after another one, or the tables do.</summary>
    public bool IsContinued { get; private set; }

    /// <summary>Why there are no estimates; while node B is away that is said already.</summary>
    public string? EstimateProblem => Remote.State == NodeBState.Away ? null : Sentence(_data!.EstimateFailure);

    /// <summary>What is wrong with the value of the filter.</summary>
    public string? ValueProblem => IsAboutValue ? Sentence(_data!.RowsFailure) : null;

    /// <summary>Why there are no rows, where the value is not to blame.</summary>
    public string? RowsProblem => IsAboutValue ? null : Sentence(_data!.RowsFailure);

    private bool IsAboutValue => _data!.RowsFailure?.Extensions?.Code == DistributedData.InvalidFilter;

    /// <summary>Others than administrators are told that there is no such page, as of a table that is not imported.</summary>
    public async Task<IActionResult> OnGetAsync(string? tables, string? after)
    {
        (Query, IsContinued) = (RowsQuery.Read(Request.Query), after is not null);
        var variables = Query.Variables(tables, after);
        _data = await visit.AskAsync(DistributedData.Operation, () => Viewer.User.Role == UserRole.Administrator ? variables : null);
        if (_data?.Remote is not { } remote || (Query.IsChosen && remote.Table is null)) return NotFound();
        Remote = remote;
        return Page();
    }

    private static string? Sentence(GraphQLResponseError? failure) => failure is null ? null : ApiSentences.Translate(failure.Message);
}
