using Personalify.Api.Moods.Providers;
using Personalify.Domain.Moods;

namespace Personalify.Api.Moods;

[GraphQLName("MoodModel")]
[GraphQLDescription("A model that says what mood the words of titles have, and what is known of it.")]
public sealed record MoodModelFacts(
    [property: GraphQLDescription("Where it runs: local (comes with the program), onnx (a folder of the operator's), huggingface (asked "
        + "over the network).")]
    string Provider,
    [property: GraphQLDescription("Its name at its provider.")] string Name,
    [property: GraphQLDescription("Another one when its answers may be others.")] string Version,
    [property: GraphQLDescription("Whether titles leave this server to be read.")] bool IsRemote,
    [property: GraphQLDescription("The least probability that is told, 0 to 1; below it the answer is “cannot tell”.")]
    double Threshold,
    [property: GraphQLDescription("The languages whose words it was taught, as tags of BCP 47; empty where this server does not know.")]
    [property: ListSize(AssumedSize = 1)] IReadOnlyList<string> Languages,
    [property: GraphQLDescription("What it was measured to be; null where this server does not know.")] MoodModelCard? Card)
{
    private static readonly MoodModelCard LocalCard = new(
        "GoEmotions (Demszky et al., 2020): English comments of Reddit in Ekman's six emotions and neutral, CC BY 4.0",
        MacroF1: 0.617, MicroF1: 0.684, CalibrationError: 0.012, TitleValenceAuc: 0.58, BestTitleValenceAuc: 0.62);

    public static MoodModelFacts Of(IMoodModel model)
    {
        var (identity, isLocal) = (model.Identity, model.Identity.Provider == LocalMoodModel.Provider);
        return new MoodModelFacts(
            identity.Provider, identity.Name, identity.Version, model.IsRemote, MoodThreshold.Default, isLocal ? ["en"] : [],
            isLocal ? LocalCard : null);
    }
}

[GraphQLDescription("What a model was measured to be. docs/mood-model.md has the whole card.")]
public sealed record MoodModelCard(
    [property: GraphQLDescription("What it learned from.")] string TrainedOn,
    [property: GraphQLDescription("The mean of the moods' F1 on comments that it had not seen, 0 to 1.")] double MacroF1,
    [property: GraphQLDescription("F1 over all decisions on the same comments, 0 to 1.")] double MicroF1,
    [property: GraphQLDescription("How far probabilities are from frequencies there, 0 to 1: of the worst mood.")] double CalibrationError,
    [property: GraphQLDescription("How often a model like it orders two titles as the valence of their songs is: 0.5 is chance, 1 is "
        + "always.")]
    double TitleValenceAuc,
    [property: GraphQLDescription("The same of a model that was trained on titles themselves: about all that a title can carry.")]
    double BestTitleValenceAuc);
