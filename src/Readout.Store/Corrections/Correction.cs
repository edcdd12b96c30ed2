using System.Text.Json.Serialization;

namespace Readout.Store.Corrections;

/// <summary>What a correction does.</summary>
public enum CorrectionVerb { SetDate, SetSpeaker, SameOrigin, NotSameOrigin, Merge, Split, Define, Undo }

/// <summary>Somebody's entry in the log of corrections. Entries are added, never changed; one that was wrong is undone by another.</summary>
/// <param name="Id">Short id, derived from the entry.</param>
/// <param name="At">When it was made, UTC.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Verb">What it does.</param>
/// <param name="Targets">
/// What it is about, by content, so that it outlives every rebuild: pages by the SHA-256 of their bytes; a quotation as
/// <c>SHA256#char=START,END</c> (RFC 5147, code points); a prospect by its id; for undo, the id of a correction.
/// </param>
/// <param name="Reason">Why, in the author's words.</param>
/// <param name="Value">The day, the speaker or the definition; null where the verb takes none.</param>
/// <param name="Request">Digests of the key and of the request that made it, so that it is not made again when the request is; null where it had no key.</param>
public sealed record Correction(
    string Id, string At, string Author, CorrectionVerb Verb, IReadOnlyList<string> Targets, string Reason, string? Value = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Request = null);
