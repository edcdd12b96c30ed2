namespace Readout.Annotations;

/// <summary>A name that is known before reading: its fullest form, what kind of body it is, and its id.</summary>
internal sealed record KnownName(string Name, string Kind, string Id);
