namespace Personalify.Api.Data;

/// <summary>What the table <c>migrations</c> says about one.</summary>
public sealed record AppliedMigration(int Number, string Name, string Checksum);

/// <summary>Compares the files with what the database recorded. Refuses rather than guesses.</summary>
public static class MigrationPlan
{
    /// <summary>The migrations still to apply, by number.</summary>
    /// <exception cref="MigrationException">A number is taken twice, or an applied migration is changed, unknown or overtaken.</exception>
    public static IReadOnlyList<Migration> FindMissing(IReadOnlyList<Migration> files, IReadOnlyList<AppliedMigration> applied)
    {
        RefuseRepeatedNumbers(files);
        var byNumber = files.ToDictionary(file => file.Number);
        foreach (var record in applied) RefuseDifference(byNumber.GetValueOrDefault(record.Number), record);

        var known = applied.Select(record => record.Number).ToHashSet();
        var missing = files.Where(file => !known.Contains(file.Number)).OrderBy(file => file.Number).ToList();
        if (missing.Count > 0 && applied.Count > 0) RefuseOvertaken(missing[0], applied.MaxBy(record => record.Number)!);
        return missing;
    }

    private static void RefuseRepeatedNumbers(IReadOnlyList<Migration> files)
    {
        if (files.GroupBy(file => file.Number).FirstOrDefault(same => same.Count() > 1) is { } same)
        {
            throw new MigrationException(
                $"The migrations {string.Join(" and ", same.Select(file => file.Name))} have the same number. Renumber the newer one.");
        }
    }

    private static void RefuseDifference(Migration? file, AppliedMigration record)
    {
        if (file is null)
        {
            throw new MigrationException(
                $"The database has the migration {record.Name}, which this version does not know: a newer version wrote it. " +
                "Start that version, or restore the backup made before it.");
        }

        if (file.Checksum != record.Checksum || file.Name != record.Name)
        {
            throw new MigrationException(
                $"The migration {file.Name} was changed after it was applied to this database as {record.Name} " +
                $"(checksum {record.Checksum[..12]} then, {file.Checksum[..12]} now). " +
                "Put it back as it was and write a further migration.");
        }
    }

    private static void RefuseOvertaken(Migration first, AppliedMigration newest)
    {
        if (first.Number > newest.Number) return;
        throw new MigrationException(
            $"The migration {first.Name} was never applied, but the later {newest.Name} was. Give it a number above {newest.Number:D4}.");
    }
}
