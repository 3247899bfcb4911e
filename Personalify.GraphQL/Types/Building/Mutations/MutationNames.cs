using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Types.Building;

/// <summary>The names that the convention gives to what it makes of one mutation.</summary>
internal sealed record MutationNames(
    string Field, string InputArgument, string Input, string Payload, string? PayloadField, string Error, string Errors)
{
    /// <summary>The names for a member, or <c>null</c> where the convention does not apply.</summary>
    public static MutationNames? For(AnnotatedMember member, FieldOwner owner, ResultShape result, MutationConventionOptions? options)
    {
        if (owner.Operation != OperationType.Mutation) return null;
        var attribute = member.FindInherited<UseMutationConventionAttribute>();
        if (attribute is { Disable: true }) return null;
        var isAsked = attribute is not null || result.FieldResult is not null || member.FindInherited<ErrorAttribute>() is not null;
        return options is not null && (options.ApplyToAllMutations || isAsked) ? Of(member.Name, options, attribute) : null;
    }

    private static MutationNames Of(string field, MutationConventionOptions options, UseMutationConventionAttribute? own) => new(
        field,
        own?.InputArgumentName ?? options.InputArgumentName,
        own?.InputTypeName ?? MutationConventionOptions.Format(options.InputTypeNamePattern, field),
        own?.PayloadTypeName ?? MutationConventionOptions.Format(options.PayloadTypeNamePattern, field),
        own?.PayloadFieldName,
        own?.PayloadErrorTypeName ?? MutationConventionOptions.Format(options.PayloadErrorTypeNamePattern, field),
        own?.PayloadErrorsFieldName ?? options.PayloadErrorsFieldName);
}
