namespace Personalify.Web.Components;

/// <summary>A field of a form with its label, its hint and what is wrong with it.</summary>
public sealed record FieldModel(string Name, string Label, string? Value)
{
    public string Type { get; init; } = "text";

    public string? AutoComplete { get; init; }

    public string? Hint { get; init; }

    public string? Error { get; init; }

    public bool IsRequired { get; init; }

    public string Id => $"field-{Name.Replace('.', '-').ToLowerInvariant()}";

    public string? DescribedBy => Error is null && Hint is null ? null : $"{Id}-note";
}
