using Personalify.Web.Covers;
using Personalify.Web.Hosting;
using Personalify.Web.Pages.Imports;
using Personalify.Web.Pages.Settings;

// Beside the program, not where it was started from: the pages' files are found wherever it runs.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.AddPersonalifyWeb();

var app = builder.Build();
app.UsePersonalifyWeb();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapUploads();
app.MapCovers();
app.MapExport();
app.MapGet("/health/live", () => Results.Text("live"));
app.Run();
