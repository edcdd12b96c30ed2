using Readout.Annotations;
using Readout.Claims;
using Readout.Text;

namespace Readout.Briefs;

/// <summary>Readout's own short words beside a page's sentence.</summary>
internal static class Labels
{
    public static string Of(Modality modality) => EnumNames.Of(modality);

    public static string Of(ProspectStatus status) => EnumNames.Of(status);

    public static string Of(ConditionState state) => state switch
    {
        ConditionState.Met => "condition met",
        ConditionState.NotMet => "condition not met",
        _ => "condition open",
    };

    public static string Of(News news) => EnumNames.Of(news);

    public static string Of(OccasionKind occasion) => EnumNames.Of(occasion);

    /// <summary>"3 outlets · 2 texts · 1 speaker", with "single origin" where one voice stands behind all.</summary>
    public static string Of(Counts counts)
    {
        var words = $"{Count(counts.Outlets.Count, "outlet")} · {Count(counts.Texts.Count, "text")} · {Count(counts.Speakers.Count, "speaker")}";
        return counts.Speakers.Count == 1 ? words + " · single origin" : words;
    }

    /// <summary>A day or interval, or that none is known.</summary>
    public static string Said(DateRange when) => when.IsUnknown ? "day unknown" : when.ToString();

    public static string Count(int n, string noun) => n == 1 ? $"1 {noun}" : $"{n} {noun}s";
}
