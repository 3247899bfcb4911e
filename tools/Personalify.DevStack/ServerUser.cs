using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Personalify.DevStack;

/// <summary>
/// The user that the stores run as. PostgreSQL refuses root, and a store has no use for root's rights;
/// so root hands over to a user that the system has anyway, and everybody else stays who they are.
/// </summary>
internal sealed record ServerUser(string Name, uint UserId, uint GroupId)
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    /// <summary>Whom to become, or null to stay.</summary>
    public static ServerUser? ToBecome { get; } = Libc.GetEffectiveUserId() == 0 ? FindUnprivileged() : null;

    public void Own(string path)
    {
        if (Libc.ChangeOwner(path, UserId, GroupId) != 0)
            throw new DevStackException($"{path} cannot be given to the user {Name}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");
    }

    /// <summary>Whether this user, who is none of the owners, may pass through every folder above the path.</summary>
    public static bool CanReach(string path)
    {
        for (var folder = Directory.GetParent(path); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute)) return false;
        }

        return true;
    }

    private static ServerUser FindUnprivileged()
    {
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToLookup(fields => fields[0]);
        return Candidates.SelectMany(name => users[name]).Select(Read).FirstOrDefault()
            ?? throw new DevStackException(
                $"The stores do not run as root, and neither user {string.Join(" nor ", Candidates)} exists. Start as another user, or make one of these.");
    }

    private static ServerUser Read(string[] fields) =>
        new(fields[0], uint.Parse(fields[2], CultureInfo.InvariantCulture), uint.Parse(fields[3], CultureInfo.InvariantCulture));
}
