namespace Personalify.DevStack;

/// <summary>One PostgreSQL node: its name in messages, the folder that holds all of it, its port on 127.0.0.1.</summary>
public sealed record PostgresOptions(string Name, string Folder, int Port)
{
    /// <summary>False for data that nobody will miss: nothing is forced to the disk then.</summary>
    public bool IsDurable { get; init; } = true;

    public int SharedBuffersMegabytes { get; init; } = 128;

    public int MaxConnections { get; init; } = 200;

    /// <summary>How many subscriptions this node serves or follows at once.</summary>
    public int MaxReplication { get; init; } = 16;

    /// <summary>How much of what a subscriber has not read yet is kept for it.</summary>
    public int MaxSlotWalMegabytes { get; init; } = 8192;

    /// <summary>A quarter of the machine's memory within reason, for the node that has most of the data.</summary>
    public static int GenerousBuffersMegabytes { get; } =
        (int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 / (1 << 20), 128, 4096);

    // Settings travel as arguments and not in postgresql.conf, so that a newer version of this program changes them.
    internal IEnumerable<string> Settings()
    {
        yield return "listen_addresses=127.0.0.1";
        yield return $"port={Port}";
        yield return "unix_socket_directories=";
        yield return "wal_level=logical";
        // A node B that stays away costs node A no more disk than this; then it must be filled again.
        yield return $"max_slot_wal_keep_size={MaxSlotWalMegabytes}MB";
        yield return $"max_replication_slots={MaxReplication}";
        yield return $"max_wal_senders={MaxReplication}";
        yield return $"max_logical_replication_workers={MaxReplication}";
        yield return $"max_worker_processes={MaxReplication + 8}";
        yield return "jit=off";
        yield return $"shared_buffers={SharedBuffersMegabytes}MB";
        yield return $"max_connections={MaxConnections}";
        yield return "max_wal_size=2GB";
        yield return "work_mem=16MB";
        yield return "maintenance_work_mem=128MB";
        yield return "random_page_cost=1.1";
        yield return "timezone=UTC";
        yield return "log_timezone=UTC";
        if (IsDurable) yield break;
        yield return "fsync=off";
        yield return "synchronous_commit=off";
        yield return "full_page_writes=off";
    }
}
