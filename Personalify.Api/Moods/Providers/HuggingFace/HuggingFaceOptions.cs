using Microsoft.Extensions.Options;

namespace Personalify.Api.Moods.Providers.HuggingFace;

/// <summary>Settings below <c>HuggingFace</c>. Nothing is asked there unless <c>Mood:Provider</c> is huggingface.</summary>
public sealed class HuggingFaceOptions
{
    public const string Section = "HuggingFace";
    public const string DefaultUrl = "https://router.huggingface.co/hf-inference/models/";
    public const string DefaultModel = "j-hartmann/emotion-english-distilroberta-base";

    /// <summary>An access token with the right to call Inference Providers.</summary>
    public string Token { get; set; } = "";

    /// <summary>A text classifier of emotions.</summary>
    public string Model { get; set; } = DefaultModel;

    /// <summary>
    /// The model's name follows it. An endpoint of one's own ends with the model: then <see cref="Model"/> only names it.
    /// </summary>
    public string Url { get; set; } = DefaultUrl;

    /// <summary>Titles of one request.</summary>
    public int BatchSize { get; set; } = 32;

    /// <summary>Requests of a day (UTC).</summary>
    public int DailyRequests { get; set; } = 1_000;

    /// <summary>How long one try may take, its body included.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a request may take with all its tries and pauses.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a request is tried again.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>The pause before the first further try; it doubles with each.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest that a request waits because it is asked to: while the model is loaded, and after too many requests.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    public Uri Address => Url.EndsWith('/') ? new Uri(new Uri(Url, UriKind.Absolute), Model) : new Uri(Url, UriKind.Absolute);
}

/// <summary>
/// No message holds the token. The provider is read by itself, because its own settings may be wrong too and are told apart.
/// </summary>
internal sealed class HuggingFaceOptionsValidation(IConfiguration configuration) : IValidateOptions<HuggingFaceOptions>
{
    public ValidateOptionsResult Validate(string? name, HuggingFaceOptions options)
    {
        var provider = configuration[$"{MoodOptions.Section}:{nameof(MoodOptions.Provider)}"];
        var isChosen = string.Equals(provider, HuggingFaceMoodModel.Provider, StringComparison.OrdinalIgnoreCase);
        if (!isChosen) return ValidateOptionsResult.Success;
        List<string> failures = [.. Address(options), .. Limits(options)];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Address(HuggingFaceOptions options)
    {
        if (options.Model.Length is 0 or > 200 || options.Model.Any(letter =>
            !char.IsAsciiLetterOrDigit(letter) && !"/._-".Contains(letter)))
            yield return $"HuggingFace:Model is '{options.Model}'. It looks like {HuggingFaceOptions.DefaultModel}.";
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            yield return $"HuggingFace:Url is no web address. It looks like {HuggingFaceOptions.DefaultUrl}; leave it out for Hugging "
                + $"Face itself.";
        else if (address.Scheme == "http" && !address.IsLoopback)
            yield return "HuggingFace:Url is http on another machine, so the token could be read on the way. Use https, or this machine.";
        if (options.Token.Any(letter => letter is <= ' ' or > '~'))
            yield return "HuggingFace:Token has a character that no token has, such as a blank or a line's end. Copy it again.";
        else if (options.Token.Length == 0 && address is { IsLoopback: false })
            yield return "HuggingFace:Token is not set, and Mood:Provider is huggingface. Make one at huggingface.co/settings/tokens, or "
                + "choose local.";
    }

    private static IEnumerable<string> Limits(HuggingFaceOptions options)
    {
        if (options.BatchSize is < 1 or > 256) yield return $"HuggingFace:BatchSize is {options.BatchSize}; it is 1 to 256.";
        if (options.DailyRequests is < 1 or > 1_000_000) yield return $"HuggingFace:DailyRequests is {options.DailyRequests}; it is 1 to "
            + $"1000000.";
        if (options.Retries is < 0 or > 10) yield return $"HuggingFace:Retries is {options.Retries}; it is 0 to 10.";
        if (options.AttemptTimeout < TimeSpan.FromMilliseconds(10) || options.AttemptTimeout > options.TotalTimeout)
            yield return "HuggingFace:AttemptTimeout is at least 00:00:00.010 and at most HuggingFace:TotalTimeout.";
        if (options.TotalTimeout > TimeSpan.FromMinutes(10)) yield return "HuggingFace:TotalTimeout is at most 00:10:00.";
        if (options.RetryDelay < TimeSpan.Zero || options.RetryDelay > options.TotalTimeout)
            yield return "HuggingFace:RetryDelay is 0 to HuggingFace:TotalTimeout.";
        if (options.MaxRetryAfter < TimeSpan.Zero || options.MaxRetryAfter > options.TotalTimeout)
            yield return "HuggingFace:MaxRetryAfter is 0 to HuggingFace:TotalTimeout.";
    }
}
