namespace Personalify.GraphQL.Execution;

/// <summary>Where in the response the writer is. Costs nothing but a step on a stack until a path is asked for.</summary>
internal sealed class ResponsePath
{
    private (FieldPlan? Field, int Index)[] _steps = new (FieldPlan?, int)[16];
    private int _depth;

    public void Enter(FieldPlan field) => Enter((field, 0));

    public void Enter(int index) => Enter((null, index));

    public void Leave() => _depth--;

    public object[] ToArray()
    {
        var path = new object[_depth];
        for (var i = 0; i < path.Length; i++) path[i] = _steps[i].Field is { } field ? field.ResponseName : _steps[i].Index;
        return path;
    }

    private void Enter((FieldPlan?, int) step)
    {
        if (_depth == _steps.Length) Array.Resize(ref _steps, _depth * 2);
        _steps[_depth++] = step;
    }
}
