using Personalify.Api.Imports.Staging;
using Personalify.Api.Listening;

namespace Personalify.Api.Imports;

/// <summary>Makes the months anew whose plays a session has changed, inside its transaction.</summary>
internal static class TouchedMonths
{
    public static async Task RebuildAsync(ImportSession session, PlayMonthsStore months, CancellationToken cancellationToken)
    {
        var touched = await session.ListAsync(
            PlayMergeSql.TouchedMonths, reader => new PlayMonth(session.UserId, reader.GetFieldValue<DateOnly>(0)), cancellationToken);
        if (touched.Count > 0) await months.RebuildAsync(session.Connection, touched, cancellationToken);
    }
}
