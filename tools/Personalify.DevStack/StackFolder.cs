namespace Personalify.DevStack;

/// <summary>The data folder of a stack while it runs: everything the stack keeps lies below it, and only one stack works on it.</summary>
internal sealed class StackFolder : IDisposable
{
    private readonly FolderLock _lock;
    private readonly string _folder;

    private StackFolder(string folder, FolderLock taken) => (_folder, _lock) = (folder, taken);

    private static string NoteOf(string folder) => Path.Combine(folder, "running");

    public static StackFolder Take(StackOptions options)
    {
        var folder = options.DataFolder;
        var taken = FolderLock.TryTake(folder) ?? throw new DevStackException(
            $"Personalify runs already from {folder}: {ReadNote(folder)}. Stop it with Ctrl-C there, or choose another folder in {StackOptions.DataVariable}.");
        File.WriteAllText(NoteOf(folder), $"{options.Web} (process {Environment.ProcessId})");
        return new StackFolder(folder, taken);
    }

    public string Store(string name) => ReachableFolder.For(Path.Combine(_folder, name));

    public string Below(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    public string Log(string name) => Path.Combine(_folder, "logs", $"{name}.log");

    public void Dispose()
    {
        File.Delete(NoteOf(_folder));
        _lock.Dispose();
    }

    // The other run may be between its lock and its note.
    private static string ReadNote(string folder) => File.Exists(NoteOf(folder)) ? File.ReadAllText(NoteOf(folder)) : "it is just starting";
}
