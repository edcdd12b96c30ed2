using System.Collections.Frozen;

namespace Readout.Annotations;

/// <summary>Where in the tree a test looks.</summary>
internal enum FrameSlot { Object, Subject, Phrase, Clause, ClauseSubject, Particle, Below }

/// <summary>One thing asked of what stands with a predicate; several are a choice.</summary>
/// <param name="Not">It must not be so.</param>
/// <param name="Slot">Where to look.</param>
/// <param name="Word">The preposition or particle.</param>
/// <param name="Lemmas">One of these must be there; with <paramref name="Plover"/> empty too, anything.</param>
/// <param name="Plover">Or a word of one of these PLOVER types.</param>
internal sealed record FrameTest(bool Not, FrameSlot Slot, string? Word, FrozenSet<string> Lemmas, string[] Plover)
{
    public bool IsBare => Lemmas.Count == 0 && Plover.Length == 0;

    /// <summary>Reads "o=talks|@CONSULT|p:with": slots parted by "|", each with its values; a value without a slot belongs to the one before.</summary>
    public static FrameTest[] Parse(string text, IReadOnlyDictionary<string, string[]> sets)
    {
        var found = new List<(string Slot, bool Not, List<string> Values)>();
        foreach (var part in text.Split('|'))
        {
            var not = part.StartsWith('!');
            var body = not ? part[1..] : part;
            var equals = body.IndexOf('=', StringComparison.Ordinal);
            var slot = equals > 0 ? body[..equals] : IsSlot(body) ? body : null;
            var at = slot is null ? found.Count - 1 : found.FindIndex(f => f.Slot == slot && f.Not == not && equals > 0 && f.Values.Count > 0);
            if (at < 0)
            {
                at = found.Count;
                found.Add((slot!, not, []));
            }
            if (equals > 0 || slot is null)
                found[at].Values.Add(equals > 0 ? body[(equals + 1)..] : body);
        }
        return [.. found.Select(f => Make(f.Slot, f.Not, f.Values, sets))];
    }

    private static bool IsSlot(string text) => text is "o" or "s" or "x" or "xs" || text.StartsWith("p:", StringComparison.Ordinal) || text.StartsWith("prt:", StringComparison.Ordinal);

    private static FrameTest Make(string slot, bool not, List<string> values, IReadOnlyDictionary<string, string[]> sets)
    {
        var colon = slot.IndexOf(':', StringComparison.Ordinal);
        var kind = (colon < 0 ? slot : slot[..colon]) switch
        {
            "o" => FrameSlot.Object,
            "s" => FrameSlot.Subject,
            "p" => FrameSlot.Phrase,
            "x" => FrameSlot.Clause,
            "xs" => FrameSlot.ClauseSubject,
            "prt" => FrameSlot.Particle,
            "in" => FrameSlot.Below,
            _ => throw new InvalidDataException($"event-frames.tsv: '{slot}' is no slot."),
        };
        var lemmas = values.Where(v => v[0] != '@').SelectMany(v => v[0] == '#' ? sets[v] : [v]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return new FrameTest(not, kind, colon < 0 ? null : slot[(colon + 1)..], lemmas, [.. values.Where(v => v[0] == '@').Select(v => v[1..])]);
    }
}
