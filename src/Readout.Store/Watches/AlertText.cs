using System.Globalization;
using System.Text;

namespace Readout.Store.Watches;

/// <summary>An alert as an editor reads it.</summary>
public static class AlertText
{
    /// <summary>One line of what changed.</summary>
    public static string Headline(Alert alert) => alert.Kind switch
    {
        AlertKind.NewClaim => $"new: {alert.Words}",
        AlertKind.Contradicts => $"contradicts: {alert.Words}",
        AlertKind.Updates => $"updates: {alert.Words}",
        AlertKind.NewOrigin => $"another origin ({alert.Before} → {alert.After}): {alert.Words}",
        AlertKind.Dispute => alert.Before is null ? $"disputed: {alert.After}" : $"disputed: {alert.Before} → {alert.After}",
        AlertKind.Status => $"{alert.Before} → {alert.After}: {alert.Words}",
        AlertKind.NewProspect => $"may come ({alert.After}): {alert.Words}",
        _ => $"no longer: {alert.Words ?? alert.Before}",
    };

    /// <summary>With the words behind it.</summary>
    public static string Of(Alert alert)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"[{alert.Watch}] {Headline(alert)}\n    {alert.StoryName} ({alert.Story}, {alert.Item})\n");
        foreach (var evidence in alert.Evidence)
            text.Append(CultureInfo.InvariantCulture, $"    {evidence.Outlet ?? evidence.Address}{(evidence.Day is null ? "" : ", " + evidence.Day)}: {evidence.Text} [{evidence.Address}:{evidence.Start}-{evidence.End}]\n");
        return text.ToString();
    }
}
