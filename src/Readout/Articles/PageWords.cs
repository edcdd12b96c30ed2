using Readout.Languages;

namespace Readout.Articles;

/// <summary>Short lists of words by which pages show what a part of them is, by kind: <c>page-words.tsv</c>.</summary>
internal static class PageWords
{
    private static readonly Lazy<ILookup<string, string>> Lists = new(() => Resource.Rows("page-words.tsv").ToLookup(row => row[0], row => row[1], StringComparer.Ordinal));

    /// <summary>The words of one kind, in file order.</summary>
    public static IReadOnlyList<string> Of(string kind) => [.. Lists.Value[kind]];
}
