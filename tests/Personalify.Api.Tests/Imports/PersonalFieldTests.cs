using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

public sealed class PersonalFieldTests
{
    [StoreFact]
    public async Task No_personal_field_reaches_the_database()
    {
        await using var home = await ImportHome.CreateAsync();
        var rows = Enumerable.Range(1, 30).Select(day => new GivenRow($"2024-03-{day:00}T10:00:00Z") { Platform = "Android OS 13 API 33 (secret-maker, model)" });
        await home.ImportAsync(GivenFile.Extended([.. rows]));

        var everything = await home.ReadAsync<string>(
            "SELECT string_agg(query_to_xml(format('SELECT held::text FROM %I.%I AS held', schemaname, tablename), "
            + "true, false, '')::text, '') FROM pg_tables WHERE schemaname = 'public'");

        Assert.Contains("Mara Quill", everything, StringComparison.Ordinal);
        Assert.All(["203.0.113.77", "secret-user-name", "secret-user-agent", "secret-maker"], secret => Assert.DoesNotContain(secret, everything, StringComparison.Ordinal));
    }
}
