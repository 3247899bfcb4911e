using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Personalify.Api.Access.Connections;
using Personalify.FakeSpotify;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access.Connections;

/// <summary>Where states, verifiers, codes, tokens and secrets must not be found after they were used.</summary>
public sealed class SpotifySecretsTests
{
    private const string Secret = "a-secret-of-the-listeners-own";

    [StoreFact]
    public async Task They_stand_in_no_log_no_answer_and_no_column_that_is_not_encrypted()
    {
        using var log = new KeptLog();
        await using var home = await ConnectionHome.StartAsync(
            new FakeSpotifyOptions { RotatesRefreshTokens = true },
            services => services.AddSingleton<ILoggerProvider>(log),
            ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"));
        using var ada = await home.AdaAsync();
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal);
        var answers = new List<string>();

        var landed = await home.GoAsync(ada, "ada");
        var query = QueryHelpers.ParseQuery(landed.Query);
        secrets["state"] = query["state"]!;
        secrets["code"] = query["code"]!;
        secrets["verifier"] = await ReadAsync(home, "SELECT verifier FROM spotify_sign_ins");
        secrets["client secret"] = Secret;
        var open = await DumpAsync(home);
        home.Spotify.Faults.Next("/api/token", Fault.Text(HttpStatusCode.BadRequest, $"code {secrets["code"]} {secrets["verifier"]}"));
        answers.Add($"{await ada.CompleteAsync(landed)}");
        answers.Add($"{await home.ConnectAsync(ada, "ada")}");
        answers.Add($"{await ada.SetAppAsync("anotherapp", Secret)}");
        await KeepTokensAsync(home, secrets, "first");
        home.Advance(TimeSpan.FromHours(1));
        await (await home.Get<SpotifyConnections>().FindAsync(1, CancellationToken.None))!.Client.UserProfile.Current();
        await KeepTokensAsync(home, secrets, "second");
        home.Spotify.World.Grants.Revoke("ada");
        var client = (await home.Get<SpotifyConnections>().FindAsync(1, CancellationToken.None))!.Client;
        var failure = await Assert.ThrowsAsync<SpotifySignInAgainException>(() => client.UserProfile.Current());
        answers.AddRange([$"{await ada.SpotifyAsync()}", $"{failure}"]);

        Assert.Equal(8, secrets.Count);
        Assert.True(log.Lines.Count > 100, "what is logged was kept");
        foreach (var (name, secret) in secrets)
        {
            var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret));
            Assert.True(!log.Lines.Any(line => line.Contains(secret, StringComparison.Ordinal)), $"{name} stands in the log");
            Assert.True(!answers.Any(answer => answer.Contains(secret, StringComparison.Ordinal)), $"{name} stands in an answer");
            Assert.All([open, await DumpAsync(home)], dump =>
                Assert.True(!new[] { secret, hex }.Any(text => dump.Contains(text, StringComparison.Ordinal)), $"{name} stands in a table"));
        }

        Assert.Contains("anotherapp", await DumpAsync(home), StringComparison.Ordinal); // The dump would show it.
    }

    private static async Task KeepTokensAsync(ConnectionHome home, Dictionary<string, string> secrets, string which)
    {
        secrets[$"{which} access token"] = await ReadAsync(home, "SELECT access_token FROM spotify_connections");
        secrets[$"{which} refresh token"] = await ReadAsync(home, "SELECT refresh_token FROM spotify_connections");
    }

    private static async Task<string> ReadAsync(ConnectionHome home, string sql) =>
        home.Get<TokenProtection>().Unprotect(await home.ReadAsync<byte[]>(sql));

    /// <summary>Every row of every table as text; bytes in hexadecimal.</summary>
    private static async Task<string> DumpAsync(ConnectionHome home)
    {
        await using var source = NpgsqlDataSource.Create(home.Application.ConnectionString);
        await using var tables = source.CreateCommand(
            "SELECT string_agg(quote_ident(tablename), ' ') FROM pg_tables WHERE schemaname = 'public'");
        var dump = new StringBuilder();
        foreach (var table in ((string)(await tables.ExecuteScalarAsync())!).Split(' '))
        {
            await using var rows = source.CreateCommand($"SELECT string_agg(t::text, ' ') FROM {table} AS t");
            dump.Append(await rows.ExecuteScalarAsync() as string).Append('\n');
        }

        return dump.ToString();
    }
}
