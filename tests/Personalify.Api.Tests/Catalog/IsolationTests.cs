using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Imports;
using Personalify.Api.OperationDocuments;
using Personalify.Api.Tests.Access;
using Personalify.Api.Tests.Imports;
using Personalify.Domain.Catalog;
using Personalify.Testing;

namespace Personalify.Api.Tests.Catalog;

/// <summary>
/// Two listeners whose files have the same ids, names and times: whatever one of them imports, looks at, undoes and deletes, the whole
/// answer of the other stays the same, byte for byte.
/// </summary>
public sealed class IsolationTests
{
    private const int Runs = 500;
    private const int Ada = 1;

    private static readonly string Searches = "{ " + string.Join(' ', new[] { "north", "south", "mara", "maps", "a" }
        .Select(text => $"{text}: search(text: \"{text}\") {{ artists {{ id name }} albums {{ id name }} tracks {{ id name }} }}")) + " }";

    [StoreFact]
    public async Task Nothing_that_another_listener_does_changes_an_answer()
    {
        await using var two = await TwoListeners.StartAsync();
        await Task.Run(() => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Runs),
            Prop.ForAll(Cases.ToArbitrary(), test => two.IsUntouchedAsync(test).GetAwaiter().GetResult())));
        Assert.Equal(Runs, two.Runs);
    }

    private static Gen<Case> Cases =>
        from mine in Files.ArrayOf(2)
        from steps in Steps.NonEmptyListOf()
        select new Case(mine, [.. steps.Take(4)]);

    private static Gen<Step> Steps =>
        from what in Gen.Frequency(
            (5, Gen.Constant(What.Import)), (1, Gen.Constant(What.Preview)), (2, Gen.Constant(What.Undo)), (1, Gen.Constant(What.Delete)))
        from file in Files
        from isMine in Gen.Frequency((1, Gen.Constant(true)), (3, Gen.Constant(false)))
        select new Step(what, file, isMine);

    private static Gen<GivenFile> Files =>
        from isAccount in Gen.Frequency((1, Gen.Constant(true)), (2, Gen.Constant(false)))
        from rows in Rows.ArrayOf(4)
        select isAccount ? GivenFile.Account(rows) : GivenFile.Extended(rows);

    private static Gen<GivenRow> Rows =>
        from minute in Gen.Choose(0, 9)
        from year in Gen.Choose(2022, 2025)
        from id in Gen.Choose(1, 3)
        from track in Gen.Elements("North", "South", "\u200eNorth ")
        from artist in Gen.Elements("Mara Quill", "M. Quill", "Mara\u200b Quill")
        from album in Gen.Elements("Maps", "Charts", null)
        from ms in Gen.Elements(20_000, 200_000)
        select new GivenRow(string.Create(CultureInfo.InvariantCulture, $"{year}-03-01T10:0{minute}:07Z"), track, ms)
        {
            Artist = artist, Album = album, Uri = $"spotify:track:000000000000000000000{id}",
            Skipped = minute > 6, OfflineTimestamp = minute % 3,
        };

    private enum What { Import, Preview, Undo, Delete }

    private sealed record Step(What What, GivenFile File, bool IsMine);

    private sealed record Case(GivenFile[] Mine, Step[] Steps);

    /// <summary>The Api with Ada, who is asked, and one Bob after the other.</summary>
    private sealed class TwoListeners : IAsyncDisposable
    {
        private readonly PersonalifyApplication _application;
        private readonly ApiClient _ada;
        private readonly NpgsqlDataSource _source;
        private readonly IReadOnlyList<string> _everything;
        private readonly List<string> _pages;
        private readonly string _file;

        private TwoListeners(PersonalifyApplication application, ApiClient ada, IReadOnlyList<string> everything, List<string> pages) =>
            (_application, _ada, _everything, _pages, _source, _file) =
                (application, ada, everything, pages, NpgsqlDataSource.Create(application.ConnectionString),
                    Path.Combine(application.Files, "given.json"));

        public int Runs { get; private set; }

        public static async Task<TwoListeners> StartAsync()
        {
            var application = await PersonalifyApplication.StartAsync(
                ("GraphQL:MaxFieldCost", "1000000"), ("GraphQL:MaxTypeCost", "1000000"), ("GraphQL:MaxAllowedRequestSize", "4000000"));
            var ada = await application.ConnectAsAsync("ada");
            return new TwoListeners(application, ada, await WholeAnswer.QueriesOfAsync(ada), await ReadPagesAsync(application));
        }

        public async Task<bool> IsUntouchedAsync(Case test)
        {
            Runs++;
            var (mine, others) = (new List<int>(), new List<int>());
            foreach (var file in test.Mine) mine.Add(await ImportAsync(Ada, file, preview: false));
            var bob = await AddUserAsync();
            var (answer, isSame) = ((string?)null, true);
            foreach (var step in test.Steps)
            {
                if (!step.IsMine) answer ??= await AnswerAsync();
                if (step.IsMine) await RunAsync(step, Ada, mine);
                else bob = await RunAsync(step, bob, others);
                if (step.IsMine) answer = null; // What Ada does herself changes what she is answered.
                else isSame &= await AnswerAsync() == answer;
            }

            await ClearAsync();
            return isSame;
        }

        public async ValueTask DisposeAsync()
        {
            _ada.Dispose();
            await _source.DisposeAsync();
            await _application.DisposeAsync();
        }

        private async Task<int> RunAsync(Step step, int user, List<int> imports)
        {
            if (step.What is What.Import or What.Preview) imports.Add(await ImportAsync(user, step.File, step.What == What.Preview));
            else if (step.What == What.Undo) await UndoAsync(user, imports);
            else if (user != Ada) return await ReplaceAsync(user, imports);
            return user;
        }

        private async Task<int> ImportAsync(int user, GivenFile file, bool preview)
        {
            await System.IO.File.WriteAllBytesAsync(_file, file.Content);
            await _application.Services.GetRequiredService<DirectImport>().RunAsync(user, [_file], preview, CancellationToken.None);
            return await ReadAsync($"SELECT max(number) FROM imports WHERE user_id = {user}");
        }

        private async Task UndoAsync(int user, List<int> imports)
        {
            if (imports.Count == 0) return;
            var import = imports[imports.Count / 2];
            imports.Remove(import);
            var control = _application.Services.GetRequiredService<ImportControl>();
            if ((await control.UndoAsync(user, CatalogId.Of(user, import), CancellationToken.None)).Value is null) return; // a preview
            await Eventually.IsTrueAsync(
                async () => await ReadAsync($"SELECT count(*)::int FROM imports WHERE user_id = {user} AND number = {import} AND status = 'UNDONE'") == 1,
                "it is undone");
        }

        private async Task<int> ReplaceAsync(int user, List<int> imports)
        {
            imports.Clear();
            await ExecuteAsync($"DELETE FROM users WHERE id = {user}");
            return await AddUserAsync();
        }

        private async Task<string> AnswerAsync()
        {
            var text = new StringBuilder();
            foreach (var part in _everything) text.Append(await _ada.QueryAsync(part));
            text.Append(await _ada.QueryAsync(Searches));
            foreach (var page in _pages) text.Append(await _ada.QueryAsync(page, VariablesOf(page)));
            return text.ToString();
        }

        /// <summary>What is before is a period, or a place in a list.</summary>
        private static object VariablesOf(string page) => new
        {
            period = new { from = "2022-01-01", to = "2025-12-31" },
            before = page.Contains("$before: String", StringComparison.Ordinal) ? null : new { from = "2020-01-01", to = "2021-12-31" },
            calendar = new { from = "2025-01-01", to = "2025-12-31" },
            preceding = new { from = "2020-01-01", to = "2021-12-31" }, compare = true, play = "ANY", by = "PLAYS", first = 20,
                tracks = true, artists = true, albums = true,
            isFirst = true, filter = new { }, order = "NEWEST_FIRST", shows = true, episodes = true, audiobooks = true,
        };

        /// <summary>
        /// The pages' operations that take a period and no id: Overview, Top, History, Shows, Moods, and the lists that become files.
        /// </summary>
        private static async Task<List<string>> ReadPagesAsync(PersonalifyApplication application)
        {
            var documents = application.Services.GetRequiredService<DashboardDocuments>();
            var pages = new List<string>();
            foreach (var id in documents.Ids)
            {
                var text = Encoding.UTF8.GetString((await documents.TryReadAsync(id, CancellationToken.None))!.Value.Span);
                if (text.Contains("$period: PeriodInput!", StringComparison.Ordinal)
                    && !text.Contains(": ID!", StringComparison.Ordinal))
                {
                    pages.Add(text);
                }
            }

            Assert.Equal(7, pages.Count);
            return pages;
        }

        private async Task<int> AddUserAsync() =>
            await ReadAsync(
                "INSERT INTO users (name, display_name, created_at) VALUES ('bob' || gen_random_uuid(), 'Bob', now()) RETURNING id");

        /// <summary>Numbers of Ada's catalogue go on, so nothing of one case is taken for something of the next.</summary>
        private async Task ClearAsync()
        {
            string[] tables = ["plays", "play_observations", "other_plays", "other_play_observations",
                "play_months", "other_items", "track_observations", "tracks", "albums", "artists", "imports"];
            await ExecuteAsync(string.Join(';', tables.Select(table => $"DELETE FROM {table} WHERE user_id = {Ada}"))
                + $"; DELETE FROM users WHERE id > {Ada}");
        }

        private async Task<int> ReadAsync(string sql)
        {
            await using var command = _source.CreateCommand(sql);
            return (int)(await command.ExecuteScalarAsync())!;
        }

        private async Task ExecuteAsync(string sql)
        {
            await using var command = _source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }
}
