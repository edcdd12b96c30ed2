namespace Readout.Annotations;

/// <summary>Finds mentions of what happened or may happen, with modality, hedge and condition.</summary>
internal static class EventTagger
{
    public static IReadOnlyList<EventMention> Tag(Document document) => [];
}
