using Personalify.Api.Errors;

namespace Personalify.Api.Imports;

public sealed record StartImportInput(
    [ID] int ImportId,
    [GraphQLDescription("Look and report without writing; start again without it to write.")] bool Preview = false);

public sealed record StartImportPayload(Import? Import, IReadOnlyList<Error>? Errors);

public sealed record CancelImportInput([ID] int ImportId);

public sealed record CancelImportPayload([property: ID] int? CancelledId, IReadOnlyList<Error>? Errors);

public sealed record UndoImportInput([ID] int ImportId);

public sealed record UndoImportPayload(Import? Import, IReadOnlyList<Error>? Errors);
