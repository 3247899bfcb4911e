namespace Personalify.GraphQL.Execution;

/// <summary>Where in the response the writer is. Costs nothing but a step on a stack until a path is asked for.</summary>
internal sealed class ResponsePath
{
    private const int FirstSteps = 8;
    private const int MostStepsKept = 64;

    private (FieldPlan? Field, int Index)[] _steps;
    private int _depth;

    public ResponsePath() => _steps = [];

    /// <summary>Begins somewhere in the response.</summary>
    public ResponsePath((FieldPlan? Field, int Index)[] steps) => (_steps, _depth) = ([.. steps], steps.Length);

    public int Depth => _depth;

    public void Enter(FieldPlan field) => Enter((field, 0));

    public void Enter(int index) => Enter((null, index));

    /// <summary>Goes to another item of the list that was entered last.</summary>
    public void MoveTo(int index) => _steps[_depth - 1].Index = index;

    public void Leave() => _depth--;

    /// <summary>Leaves everything that was entered since; an exception may have skipped some of it.</summary>
    public void ReturnTo(int depth) => _depth = depth;

    /// <summary>Forgets where it was, and the plans that it went through.</summary>
    public void Clear()
    {
        _depth = 0;
        if (_steps.Length > MostStepsKept) _steps = [];
        else Array.Clear(_steps);
    }

    /// <summary>The way to where the writer is.</summary>
    public (FieldPlan? Field, int Index)[] Steps() => _steps[.._depth];

    public object[] ToArray()
    {
        var path = new object[_depth];
        for (var i = 0; i < path.Length; i++) path[i] = _steps[i].Field is { } field ? field.ResponseName : _steps[i].Index;
        return path;
    }

    private void Enter((FieldPlan?, int) step)
    {
        if (_depth == _steps.Length) Array.Resize(ref _steps, Math.Max(FirstSteps, _depth * 2));
        _steps[_depth++] = step;
    }
}
