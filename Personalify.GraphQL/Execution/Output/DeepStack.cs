using System.Runtime.ExceptionServices;

namespace Personalify.GraphQL.Execution;

/// <summary>Goes on with a recursion on a fresh stack when the current one is nearly used up.</summary>
internal static class DeepStack
{
    private const int StackBytes = 16 * 1024 * 1024;

    public static T Run<T>(Func<T> action)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = action();
                }
                catch (Exception error)
                {
                    failure = ExceptionDispatchInfo.Capture(error);
                }
            },
            StackBytes);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
