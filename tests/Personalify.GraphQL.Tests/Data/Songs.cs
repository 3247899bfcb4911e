namespace Personalify.GraphQL.Tests.Data;

/// <summary>A small collection with every kind of property, as rows of a database and as a list in memory.</summary>
public static class Songs
{
    public enum Mood
    {
        Calm,
        Wild,
    }

    public sealed class Song
    {
        [ID]
        public int Id { get; init; }

        public required string Title { get; init; }

        public string? Subtitle { get; init; }

        public int? Rating { get; init; }

        public int MsPlayed { get; init; }

        public short Track { get; init; }

        public double Energy { get; init; }

        public bool IsLive { get; init; }

        public Mood Mood { get; init; }

        public DateTimeOffset AddedAt { get; init; }

        public DateOnly? ReleasedOn { get; init; }

        public Guid Code { get; init; }

        public string[] Tags { get; init; } = [];

        public Singer? Singer { get; init; }

        [GraphQLIgnore]
        public int? SingerId { get; init; }

        public List<Review> Reviews { get; init; } = [];

        [GraphQLIgnore]
        public string Secret { get; init; } = "secret";

        [Authorize]
        public string Guarded { get; init; } = "";

        public byte[] Cover { get; init; } = [];

        public string Shout => Title.ToUpperInvariant();
    }

    public sealed class Singer
    {
        [ID]
        public int Id { get; init; }

        public required string Name { get; init; }

        public int? Born { get; init; }
    }

    public sealed class Review
    {
        [ID]
        public int Id { get; init; }

        public int Stars { get; init; }

        public string? Text { get; init; }
    }

    /// <summary>New objects each time: a store keeps what it is given.</summary>
    public static List<Song> All()
    {
        var (ada, bob) = (new Singer { Id = 1, Name = "Ada", Born = 1980 }, new Singer { Id = 2, Name = "Bob" });
        return
        [
            Make(1, "Amber", 5, ada, Mood.Calm, ["soft", "new"], [5, 4]),
            Make(2, "Blue 100%", 3, bob, Mood.Wild, ["loud"], [1]),
            Make(3, "Coral_Reef", null, ada, Mood.Wild, [], []),
            Make(4, "O'Hara \\ \"x\"", 4, null, Mood.Calm, ["new"], [3, 5]),
        ];
    }

    private static Song Make(int id, string title, int? rating, Singer? singer, Mood mood, string[] tags, int[] stars) => new()
    {
        Id = id,
        Title = title,
        Subtitle = id % 2 == 0 ? $"{title} (live)" : null,
        Rating = rating,
        MsPlayed = id * 1000,
        Track = (short)id,
        Energy = id / 4.0,
        IsLive = id % 2 == 0,
        Mood = mood,
        AddedAt = new DateTimeOffset(2026, 1, id, 12, 0, 0, TimeSpan.Zero),
        ReleasedOn = rating is null ? null : new DateOnly(2000 + id, 1, 1),
        Code = new Guid($"00000000-0000-0000-0000-00000000000{id}"),
        Tags = tags,
        Singer = singer,
        SingerId = singer?.Id,
        Reviews = [.. stars.Select((count, index) => new Review { Id = (id * 10) + index, Stars = count, Text = count > 3 ? "good" : null })],
    };
}
