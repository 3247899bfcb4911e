using Microsoft.Extensions.Options;
using Personalify.Api.Moods.Providers;
using Personalify.Api.Moods.Providers.HuggingFace;
using Personalify.Api.Moods.Providers.Onnx;

namespace Personalify.Api.Moods;

/// <summary>Settings below <c>Mood</c>: which model reads titles.</summary>
public sealed class MoodOptions
{
    public const string Section = "Mood";

    /// <summary><c>local</c>, <c>onnx</c> or <c>huggingface</c>.</summary>
    public string Provider { get; set; } = LocalMoodModel.Provider;

    /// <summary>Where the model of <c>onnx</c> lies: <c>model.onnx</c>, the tokenizer's files and labels.</summary>
    public string OnnxFolder { get; set; } = "";

    public bool Is(string provider) => string.Equals(Provider, provider, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Settings that cannot work stop the start, with the name of the setting and the way out.</summary>
internal sealed class MoodOptionsValidation : IValidateOptions<MoodOptions>
{
    public ValidateOptionsResult Validate(string? name, MoodOptions options)
    {
        if (options.Is(OnnxMoodModel.Provider))
        {
            return OnnxFolder.FindProblem(options.OnnxFolder) is { } problem
                ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
        }

        return options.Is(LocalMoodModel.Provider) || options.Is(HuggingFaceMoodModel.Provider)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Mood:Provider is '{options.Provider}'. It is local (the default), onnx or huggingface.");
    }
}
