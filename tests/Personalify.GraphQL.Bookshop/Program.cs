using Personalify.GraphQL.Bookshop;
using Personalify.GraphQL.Transport;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<Shop>();
builder.Services.AddDataLoaders();                                             // generated: every [DataLoader] of this assembly
builder.Services.AddGraphQLServer()
    .AddTypes()                                                                // generated: every marked class of this assembly
    .AddFiltering().AddSorting()
    .AddMutationConventions()
    .AddGlobalObjectIdentification()
    .AddInMemorySubscriptions();

var app = builder.Build();
app.MapGraphQL();                                                              // HTTP, sockets, event streams, the schema's file
app.Run();
