namespace Personalify.Domain.Moods;

/// <summary>A word of a title with what it did for a mood.</summary>
/// <param name="Word">The word as the title writes it.</param>
/// <param name="Share">Its part of what all words that speak for the mood do together, from 0 to 1.</param>
public readonly record struct WeighedWord(string Word, float Share);
