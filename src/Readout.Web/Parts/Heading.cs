using Readout.Web.Records;

namespace Readout.Web.Parts;

/// <summary>What stands at the head of every page.</summary>
/// <param name="Title">Of the page.</param>
/// <param name="Tab">The part of the site, and inside a story of the story, that it belongs to.</param>
/// <param name="Built">When the last build ended; null for never.</param>
/// <param name="Story">The story it is about; null for none.</param>
/// <param name="Feed">Where feed readers hear of what it shows; null for nowhere.</param>
public sealed record Heading(string Title, string Tab, string? Built, StoryView? Story = null, string? Feed = null);
