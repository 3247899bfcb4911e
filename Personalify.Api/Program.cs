using Personalify.Api.Access;
using Personalify.Api.Caching;
using Personalify.Api.Catalog;
using Personalify.Api.Community;
using Personalify.Api.Data;
using Personalify.Api.Export;
using Personalify.Api.Hosting;
using Personalify.GraphQL.Commands;
using Personalify.Api.Imports;
using Personalify.Api.Library;
using Personalify.Api.Listening;
using Personalify.Api.Moods;
using Personalify.Api.Playing;
using Personalify.Api.Remote;
using Personalify.Api.Spotify;
using Personalify.Api.Sync;
using Personalify.Api.Sync.History;
using Personalify.Api.Tops;
using Personalify.Api.Users;
using Personalify.GraphQL.Transport;

// The settings lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddHosting();
builder.Services.AddStores(builder.Configuration).AddCaching(builder.Configuration).AddAccess().AddUsers().AddSpotify();
builder.Services.AddCommunity(builder.Configuration).AddSync(builder.Configuration).AddTops().AddLibrary().AddPlaying().AddDataLoaders();
builder.Services.AddCatalog().AddListening().AddMoods().AddImports(builder.Configuration).AddExport().AddRemote(builder.Configuration);
builder.Services.AddGraphQLServer().ConfigureSchema(schema => schema.SetDescription("The one schema over every store of Personalify."))
    .AddTypes().AddMutationConventions().AddGlobalObjectIdentification().ModifyPagingOptions(paging => paging.IncludeTotalCount = true)
    .AddAuthorization().AddSettings(builder.Configuration).AddTelemetry()
    .AddUploads(builder.Configuration).AddClientAddress().AddSessions().AddTextRules().AddSyncHistoryErrors();

var app = builder.Build();
app.UseHosting();
app.MapGraphQL();
app.MapGraphQLPersistedOperations();
app.MapUploads();
app.MapExport();
return await app.RunWithGraphQLCommandsAsync(args);
