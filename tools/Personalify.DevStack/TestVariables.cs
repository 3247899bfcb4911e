namespace Personalify.DevStack;

/// <summary>The environment in which <c>servers</c> runs a command, and from which tests learn what is there.</summary>
public static class TestVariables
{
    public const string Main = "PERSONALIFY_TEST_MAIN";
    public const string Stats = "PERSONALIFY_TEST_STATS";
    public const string Redis = "PERSONALIFY_TEST_REDIS";

    /// <summary>One for each test class that asks, and never the same twice in a run.</summary>
    public const int RedisDatabases = 4096;
}
