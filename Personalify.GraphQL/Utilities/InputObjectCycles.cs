using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Utilities;

/// <summary>
/// Finds input objects that no finite value can fill, and default values that contain themselves.
/// Specification: 3.10 Input Objects, Circular References and InputObjectDefaultValueHasCycle().
/// </summary>
internal sealed class InputObjectCycles(Schema schema)
{
    private const string ItReferences = "it references itself through fields:";
    private readonly List<InputObjectType> _inputs = [.. schema.Types.Values.OfType<InputObjectType>()];
    private readonly List<GraphQLError> _errors = [];
    private readonly List<(InputObjectType Type, string Coordinate)> _path = [];
    private readonly HashSet<object> _visited = [];

    public IReadOnlyList<GraphQLError> Find()
    {
        var endless = FindEndless();
        foreach (var type in endless) ReportEndless(type, endless);
        _visited.Clear();
        foreach (var type in _inputs) FollowDefaults(type, new ObjectValueNode([]));
        return _errors;
    }

    /// <summary>The types that stay without a finite value when all that can have one are taken away, again and again.</summary>
    private HashSet<InputObjectType> FindEndless()
    {
        var endless = _inputs.ToHashSet();
        while (endless.RemoveWhere(type => HasFiniteValue(type, endless)) > 0)
        {
        }

        return endless;
    }

    /// <summary>A OneOf needs one field that ends; any other input object needs all its required ones to end.</summary>
    private static bool HasFiniteValue(InputObjectType type, HashSet<InputObjectType> endless)
    {
        bool Ends(InputField field) => Next(type, field) is not { } next || !endless.Contains(next);
        return type.IsOneOf ? type.Fields.Count == 0 || type.Fields.Exists(Ends) : type.Fields.TrueForAll(Ends);
    }

    /// <summary>The input object that a value of the field cannot do without.</summary>
    private static InputObjectType? Next(InputObjectType type, InputField field) =>
        type.IsOneOf ? field.Type as InputObjectType : (field.Type as NonNullType)?.OfType as InputObjectType;

    private void ReportEndless(InputObjectType type, HashSet<InputObjectType> endless)
    {
        if (!_visited.Add(type)) return;
        foreach (var field in type.Fields)
        {
            if (Next(type, field) is not { } next || !endless.Contains(next)) continue;
            _path.Add((type, $"{type}.{field.Name}"));
            var start = _path.FindIndex(step => step.Type == next);
            if (start < 0) ReportEndless(next, endless);
            else Report($"Input Object {next} cannot be provided a finite value because {ItReferences} {PathFrom(start)}.");
            _path.RemoveAt(_path.Count - 1);
        }
    }

    /// <summary>Follows the defaults of the fields that a value leaves out.</summary>
    private void FollowDefaults(InputObjectType type, ValueNode value)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Items) FollowDefaults(type, item);
        }

        if (value is not ObjectValueNode input) return;
        foreach (var field in type.Fields)
        {
            if (field.Type.Named is not InputObjectType next) continue;
            if (input.Fields.FirstOrDefault(given => given.Name.Value == field.Name) is { } given) FollowDefaults(next, given.Value);
            else if (field.DefaultValue is { } literal) FollowDefault(type, field, next, literal);
        }
    }

    private void FollowDefault(InputObjectType type, InputField field, InputObjectType next, ValueNode literal)
    {
        var coordinate = $"{type}.{field.Name}";
        var start = _path.FindIndex(step => step.Coordinate == coordinate);
        if (start >= 0)
        {
            var via = start + 1 < _path.Count ? $" via the default values of: {PathFrom(start + 1)}" : "";
            Report($"Invalid circular reference. The default value of Input Object field {coordinate} references itself{via}.");
            return;
        }

        if (!_visited.Add(field)) return;
        _path.Add((type, coordinate));
        FollowDefaults(next, literal);
        _path.RemoveAt(_path.Count - 1);
    }

    private string PathFrom(int start) => string.Join(", ", _path.Skip(start).Select(step => step.Coordinate));

    private void Report(string message) => _errors.Add(new GraphQLError(message));
}
