using Readout.Annotations;
using Readout.Claims;

namespace Readout.Briefs;

/// <summary>Readout's own short words beside a page's sentence.</summary>
internal static class Labels
{
    public static string Of(Modality modality) => Kebab(modality.ToString());

    public static string Of(ProspectStatus status) => Kebab(status.ToString());

    public static string Of(OccasionKind occasion) => Kebab(occasion.ToString());

    /// <summary>"3 outlets · 2 texts · 1 speaker", with "single origin" where one voice stands behind all.</summary>
    public static string Of(Counts counts)
    {
        var words = $"{Count(counts.Outlets.Count, "outlet")} · {Count(counts.Texts.Count, "text")} · {Count(counts.Speakers.Count, "speaker")}";
        return counts.Speakers.Count == 1 ? words + " · single origin" : words;
    }

    public static string Count(int n, string noun) => n == 1 ? $"1 {noun}" : $"{n} {noun}s";

    private static string Kebab(string name)
    {
        var text = new System.Text.StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
