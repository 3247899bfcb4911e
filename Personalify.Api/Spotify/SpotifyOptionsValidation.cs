using Microsoft.Extensions.Options;
using Personalify.Api.Access.Connections;

namespace Personalify.Api.Spotify;

/// <summary>Settings that cannot work stop the start, with the name of the setting and the way out. No message holds the secret.</summary>
internal sealed class SpotifyOptionsValidation : IValidateOptions<SpotifyOptions>
{
    public ValidateOptionsResult Validate(string? name, SpotifyOptions options)
    {
        var failures = Credentials(options)
            .Concat(Address(nameof(options.AccountsUrl), options.AccountsUrl, SpotifyOptions.DefaultAccountsUrl))
            .Concat(Address(nameof(options.ApiUrl), options.ApiUrl, SpotifyOptions.DefaultApiUrl))
            .Concat(Redirect(options)).Concat(Limits(options)).Concat(options.Budgets.Failures()).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Credentials(SpotifyOptions options)
    {
        if (!SpotifyApp.IsClientId(options.ClientId) && options.IsConfigured)
        {
            yield return "Spotify:ClientId is none: one has letters and digits only. Copy it from the Developer Dashboard.";
        }

        if (options.ClientSecret.Length > 0 && !options.IsConfigured)
        {
            yield return "Spotify:ClientSecret is set and Spotify:ClientId is not. Set the id too, or neither.";
        }
    }

    private static IEnumerable<string> Address(string setting, string value, string usual)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            yield return $"Spotify:{setting} is no web address. It looks like {usual}; leave it out for Spotify itself.";
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            yield return $"Spotify:{setting} has more than a host and a path. It looks like {usual}.";
        }
        else if (address.Scheme == "http" && !address.IsLoopback)
        {
            yield return $"Spotify:{setting} is http on another machine, so tokens could be read on the way. Use https, or this machine.";
        }
    }

    private static IEnumerable<string> Redirect(SpotifyOptions options)
    {
        if (options.RedirectUrl.Length > 0 && RedirectRules.FindProblem(options.RedirectUrl) is { } problem)
        {
            yield return $"Spotify:RedirectUrl is '{options.RedirectUrl}'. {problem}";
        }
    }

    private static IEnumerable<string> Limits(SpotifyOptions options)
    {
        if (options.AttemptTimeout < TimeSpan.FromMilliseconds(10) || options.AttemptTimeout > options.TotalTimeout)
        {
            yield return "Spotify:AttemptTimeout is at least 00:00:00.010 and at most Spotify:TotalTimeout.";
        }

        if (options.TotalTimeout > TimeSpan.FromMinutes(10)) yield return "Spotify:TotalTimeout is at most 00:10:00.";
        if (options.Retries is < 1 or > 10) yield return $"Spotify:Retries is {options.Retries}; it is 1 to 10.";
        if (options.RetryDelay < TimeSpan.Zero || options.RetryDelay > options.TotalTimeout)
        {
            yield return "Spotify:RetryDelay is 0 to Spotify:TotalTimeout.";
        }

        if (options.MaxRetryAfter < TimeSpan.Zero || options.MaxRetryAfter > options.TotalTimeout)
        {
            yield return "Spotify:MaxRetryAfter is 0 to Spotify:TotalTimeout.";
        }

        if (options.MaxBodyBytes < 1024) yield return $"Spotify:MaxBodyBytes is {options.MaxBodyBytes}; it is at least 1024.";
    }
}
