using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Personalify.Api.Hosting;
using Personalify.Testing;

namespace Personalify.Api.Tests.Hosting;

public sealed class ProtectionKeysTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("personalify-keys-");

    [StoreFact]
    public async Task What_one_process_protects_another_one_reads_and_after_a_restart()
    {
        var secret = await WithProtectorAsync("keys", protector => protector.Protect("a secret"));

        Assert.Equal("a secret", await WithProtectorAsync("keys", protector => protector.Unprotect(secret)));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => WithProtectorAsync("others", protector => protector.Unprotect(secret)));
    }

    [StoreFact]
    public async Task The_keys_are_their_owners_alone()
    {
        await WithProtectorAsync("keys", protector => protector.Protect("a secret"));

        var folder = new DirectoryInfo(Path.Combine(_folder.FullName, "keys"));
        Assert.NotEmpty(folder.GetFiles("key-*.xml"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, folder.UnixFileMode);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> WithProtectorAsync(string folder, Func<IDataProtector, string> use)
    {
        await using var application = await PersonalifyApplication.StartAsync((ProtectionKeys.Setting, Path.Combine(_folder.FullName, folder)));
        return use(application.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test"));
    }
}
