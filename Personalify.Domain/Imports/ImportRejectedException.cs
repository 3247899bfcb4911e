namespace Personalify.Domain.Imports;

/// <summary>The files cannot be imported. The message is for the person who sent them: what is wrong, where, and what to send instead.</summary>
public sealed class ImportRejectedException : Exception
{
    /// <summary>Refuses with a sentence.</summary>
    public ImportRejectedException(string message) : base(message) { }

    /// <summary>Refuses with a sentence, because of another failure.</summary>
    public ImportRejectedException(string message, Exception innerException) : base(message, innerException) { }
}
