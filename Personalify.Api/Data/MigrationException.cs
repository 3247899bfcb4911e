namespace Personalify.Api.Data;

/// <summary>
/// The files of the migrations and what the database recorded of them do not agree, or one failed. The message says which and the way out.
/// </summary>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
