namespace Personalify.DevStack;

/// <summary>Something a person can act on: the message says what failed and what to do. Shown without a stack trace.</summary>
public sealed class DevStackException : Exception
{
    public DevStackException(string message)
        : base(message)
    {
    }

    public DevStackException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
