using Personalify.Api.Data;

namespace Personalify.Api.Tests.Data;

public sealed class MigrationPlanTests
{
    private static readonly Migration Users = new(1, "0001_users", "CREATE TABLE users ();");
    private static readonly Migration Plays = new(2, "0002_plays", "CREATE TABLE plays ();");
    private static readonly Migration Moods = new(3, "0003_moods", "CREATE TABLE moods ();");

    [Fact]
    public void An_empty_database_lacks_every_migration_in_order() =>
        Assert.Equal([Users, Plays, Moods], MigrationPlan.FindMissing([Moods, Users, Plays], []));

    [Fact]
    public void What_was_applied_is_not_missing() =>
        Assert.Equal([Plays], MigrationPlan.FindMissing([Users, Plays], [Applied(Users)]));

    [Fact]
    public void A_changed_file_is_refused_with_the_way_out() => AssertRefused(
        "0001_users was changed after it was applied", [Users with { Sql = "CREATE TABLE users (id int);" }], [Applied(Users)]);

    [Fact]
    public void A_renamed_file_is_refused() =>
        AssertRefused("applied to this database as 0001_users", [Users with { Name = "0001_people" }], [Applied(Users)]);

    [Fact]
    public void A_file_that_was_overtaken_is_refused() =>
        AssertRefused("0002_plays was never applied, but the later 0003_moods was", [Users, Plays, Moods], [Applied(Users), Applied(Moods)]);

    [Fact]
    public void A_database_of_a_newer_version_is_refused() =>
        AssertRefused("has the migration 0002_plays, which this version does not know", [Users], [Applied(Users), Applied(Plays)]);

    [Fact]
    public void A_number_taken_twice_is_refused() =>
        AssertRefused("0001_users and 0001_likes have the same number", [Users, Plays, new(1, "0001_likes", "")], []);

    [Fact]
    public void A_check_out_with_other_line_ends_is_the_same_migration() =>
        Assert.Equal(new Migration(1, "0001_users", "a\nb\n").Checksum, new Migration(1, "0001_users", "a\r\nb\r\n").Checksum);

    private static AppliedMigration Applied(Migration migration) => new(migration.Number, migration.Name, migration.Checksum);

    private static void AssertRefused(string sentence, Migration[] files, AppliedMigration[] applied)
    {
        var refusal = Assert.Throws<MigrationException>(() => MigrationPlan.FindMissing(files, applied));
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }
}
