using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>A comment of GoEmotions with the moods that its readers gave it, as bits in the order of <see cref="Mood"/>.</summary>
internal sealed record Comment(string Text, int Moods, string Id)
{
    /// <summary>1 where readers gave it this mood, else 0.</summary>
    public float Has(int mood) => (Moods >> mood) & 1;
}
