using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Errors;

/// <summary>Makes a <see cref="GraphQLError"/> step by step. Hot Chocolate's names; path and locations are the engine's to add where they are left out.</summary>
/// <example><c>throw new GraphQLException(ErrorBuilder.New().SetMessage("There is no shelf 7.").SetCode("NO_SHELF").Build());</c></example>
public sealed class ErrorBuilder
{
    private readonly Dictionary<string, object?> _extensions = [];
    private readonly List<SourceLocation> _locations = [];
    private GraphQLError _error = new("");

    /// <summary>Begins an error.</summary>
    public static ErrorBuilder New() => new();

    /// <summary>Begins with what another error says.</summary>
    public static ErrorBuilder FromError(GraphQLError error)
    {
        var builder = new ErrorBuilder { _error = error };
        builder._locations.AddRange(error.Locations);
        foreach (var (key, value) in error.Extensions ?? new Dictionary<string, object?>()) builder._extensions[key] = value;
        return builder;
    }

    /// <summary>What is wrong with which value, and what to do, for people.</summary>
    public ErrorBuilder SetMessage(string message) => Set(_error with { Message = message });

    /// <summary>What programs know the error by; <c>null</c> takes it away.</summary>
    public ErrorBuilder SetCode(string? code) => code is null ? RemoveExtension(GraphQLError.CodeKey) : SetExtension(GraphQLError.CodeKey, code);

    /// <summary>The response position; <c>null</c> leaves it to the engine.</summary>
    public ErrorBuilder SetPath(IReadOnlyList<object>? path) => Set(_error with { Path = path });

    /// <summary>Adds a place in the document, counted from 1.</summary>
    public ErrorBuilder AddLocation(int line, int column)
    {
        _locations.Add(new SourceLocation(line, column));
        return this;
    }

    /// <summary>Leaves the places in the document to the engine.</summary>
    public ErrorBuilder ClearLocations()
    {
        _locations.Clear();
        return this;
    }

    /// <summary>The exception behind the error, for logs; see <see cref="GraphQLError.Exception"/>.</summary>
    public ErrorBuilder SetException(Exception? exception) => Set(_error with { Exception = exception });

    /// <summary>Adds a machine-readable value, or replaces it.</summary>
    public ErrorBuilder SetExtension(string key, object? value)
    {
        _extensions[key] = value;
        return this;
    }

    /// <summary>Takes a machine-readable value away.</summary>
    public ErrorBuilder RemoveExtension(string key)
    {
        _extensions.Remove(key);
        return this;
    }

    /// <summary>The error; the builder may go on.</summary>
    /// <exception cref="InvalidOperationException">It has no message.</exception>
    public GraphQLError Build() => _error.Message.Length == 0
        ? throw new InvalidOperationException("An error needs a message: call SetMessage.")
        : _error with { Locations = [.. _locations], Extensions = _extensions.Count == 0 ? null : new Dictionary<string, object?>(_extensions) };

    private ErrorBuilder Set(GraphQLError error)
    {
        _error = error;
        return this;
    }
}
