namespace Personalify.MoodTrainer;

/// <summary>Something that the person who runs the trainer can put right; the message says what.</summary>
internal sealed class TrainerException(string message) : Exception(message);
