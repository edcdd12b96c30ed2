using Readout.Annotations;

namespace Readout.Stories;

/// <summary>Gives documents ids that are short, derived from content, and unique in the run.</summary>
internal static class DocumentIds
{
    /// <summary>
    /// Sorts by hash and file name, lengthens ids that collide, and numbers files whose bytes are the same:
    /// the same set of files gives the same ids in any order.
    /// </summary>
    public static IReadOnlyList<Document> Assign(IEnumerable<Document> documents)
    {
        var sorted = documents
            .OrderBy(d => d.Article.Page.Sha256, StringComparer.Ordinal)
            .ThenBy(d => d.Article.Page.FileName, StringComparer.Ordinal)
            .ThenBy(d => d.Article.Page.Path, StringComparer.Ordinal)
            .ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return sorted.ConvertAll(d => d with { Id = Unique(d.Article.Page.Sha256, taken) });
    }

    private static string Unique(string sha256, HashSet<string> taken)
    {
        for (var length = 6; length <= sha256.Length; length += 2)
        {
            var id = "d" + sha256[..length];
            if (taken.Add(id))
                return id;
        }
        for (var copy = 2; ; copy++)
        {
            var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"d{sha256[..6]}-{copy}");
            if (taken.Add(id))
                return id;
        }
    }
}
