using Personalify.Api.Tests.Access;

namespace Personalify.Api.Tests.Listening;

/// <summary>
/// The Api with ada, who listens in Berlin, bob, who listens in UTC, and the catalogue of <see cref="ListeningDatabase"/>.
/// </summary>
internal sealed class ListeningApplication : IAsyncDisposable
{
    private readonly PersonalifyApplication _application;

    private ListeningApplication(PersonalifyApplication application, ListeningDatabase database, ApiClient ada, ApiClient bob) =>
        (_application, Database, Ada, Bob) = (application, database, ada, bob);

    public ListeningDatabase Database { get; }

    public ApiClient Ada { get; }

    public ApiClient Bob { get; }

    /// <summary>Not signed in.</summary>
    public ApiClient Connect() => _application.Connect();

    public static async Task<ListeningApplication> StartAsync()
    {
        var application = await PersonalifyApplication.StartAsync();
        var ada = await application.ConnectAsAsync("ada");
        var bob = await application.ConnectAsAsync("bob", by: ada);
        var database = await ListeningDatabase.OfAsync(application.ConnectionString);
        await database.ExecuteAsync("UPDATE users SET time_zone = 'Europe/Berlin' WHERE name = 'ada'");
        return new ListeningApplication(application, database, ada, bob);
    }

    public async ValueTask DisposeAsync()
    {
        Ada.Dispose();
        Bob.Dispose();
        await Database.DisposeAsync();
        await _application.DisposeAsync();
    }
}
