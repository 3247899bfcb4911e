using Personalify.Web.Api;

namespace Personalify.Web.Components;

/// <summary>What is wrong with one form after it was sent: at its fields, and in general where no single field is to blame.</summary>
public sealed class FormErrors(IReadOnlyList<MutationError>? errors = null)
{
    public static FormErrors None { get; } = new();

    private readonly IReadOnlyList<MutationError> _errors = errors ?? [];

    public bool Any => _errors.Count > 0;

    public IEnumerable<string> General =>
        _errors.Where(error => FieldOf(error) is null).Select(error => ApiSentences.Translate(error.Message));

    public string? Of(string field) =>
        _errors.FirstOrDefault(error => FieldOf(error) == field) is { } error ? ApiSentences.Translate(error.Message) : null;

    private static string? FieldOf(MutationError error) => (error as FieldError)?.Field;
}
