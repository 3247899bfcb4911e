using System.Text.Json;
using Personalify.Api.Tests.Access;
using Personalify.DevStack;
using Personalify.Testing;

namespace Personalify.Api.Tests;

public sealed class ExamplesTests
{
    [StoreFact]
    public async Task Every_example_operation_runs_as_it_stands()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "schema", "examples"), "*.graphql");

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var response = await ada.SendAsync(await File.ReadAllTextAsync(file));
            Assert.False(response.TryGetProperty("errors", out var errors), $"{Path.GetFileName(file)}: {errors}");
            Assert.All(response.GetProperty("data").EnumerateObject(), field => Assert.Equal(JsonValueKind.Object, field.Value.ValueKind));
        }
    }
}
