namespace Personalify.Domain.Moods;

/// <summary>
/// The moods that a title is asked about: Ekman's six and neutral, in the order of the model's file, of tables and of the schema.
/// </summary>
public enum Mood
{
    /// <summary>Anger, annoyance, disapproval.</summary>
    Anger,

    /// <summary>Disgust.</summary>
    Disgust,

    /// <summary>Fear, nervousness.</summary>
    Fear,

    /// <summary>Joy, love, gratitude, admiration, amusement and what else is glad.</summary>
    Joy,

    /// <summary>The words are read and carry none of the six.</summary>
    Neutral,

    /// <summary>Sadness, disappointment, grief, remorse.</summary>
    Sadness,

    /// <summary>Surprise, curiosity, confusion.</summary>
    Surprise,
}
