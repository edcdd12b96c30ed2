using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Readout.Formats.Exports;

namespace Readout.Formats.Bundles;

/// <summary>What a bundle holds, who made it with what, and its files.</summary>
/// <param name="Readout">Version that wrote it.</param>
/// <param name="Models">The models that it was made with, and the hash of each.</param>
/// <param name="Files">Every file, as checked.</param>
public sealed record BundleManifest(string Readout, IReadOnlyDictionary<string, string> Models, IReadOnlyList<BundleFile> Files)
{
    /// <summary>The models of this build, by name, with the SHA-256 of each.</summary>
    public static IReadOnlyDictionary<string, string> ModelsHere { get; } = Hashes();

    /// <summary>The bytes of a file; null where the bundle has none of that name.</summary>
    public ReadOnlyMemory<byte>? Find(string name) => Files.FirstOrDefault(f => f.Name == name)?.Bytes;

    internal static byte[] Write(IReadOnlyList<BundleFile> files, string version)
    {
        using var output = new MemoryStream();
        Ld.Document(output, json =>
        {
            json.WriteNumber("bundle", Bundle.Version);
            json.WriteString("readout", version);
            json.Objects("models", ModelsHere, model =>
            {
                json.WriteString("name", model.Key);
                json.WriteString("sha256", model.Value);
            });
            json.Objects("files", files, file =>
            {
                json.WriteString("name", file.Name);
                json.WriteNumber("bytes", file.Bytes.Length);
                json.WriteString("sha256", Hash(file.Bytes.Span));
            });
        });
        return output.ToArray();
    }

    internal static string SumsOf(IEnumerable<BundleFile> files) => string.Concat(files.Select(f => $"{Hash(f.Bytes.Span)}  {f.Name}\n"));

    internal static BundleManifest Read(IReadOnlyList<BundleFile> files)
    {
        var sums = files.FirstOrDefault(f => f.Name == Bundle.Sums) ?? throw BundleException.Refused($"it holds no {Bundle.Sums}, so it is no bundle of Readout's.");
        CheckSums(Encoding.ASCII.GetString(sums.Bytes.Span), [.. files.Where(f => f != sums)]);
        var manifest = files.FirstOrDefault(f => f.Name == Bundle.Manifest) ?? throw BundleException.Refused($"it holds no {Bundle.Manifest}.");
        try
        {
            using var json = JsonDocument.Parse(manifest.Bytes);
            var root = new Row(json.RootElement);
            if (root.Number("bundle") != Bundle.Version)
                throw BundleException.Refused($"its shape is version {root.Number("bundle")}, this Readout knows {Bundle.Version}; a later Readout made it.");
            var named = root.Rows("files").Select(f => (f.Text("name"), f.Text("sha256"))).ToHashSet();
            if (!named.SetEquals(files.Where(f => f != sums && f != manifest).Select(f => ((string?)f.Name, (string?)Hash(f.Bytes.Span)))))
                throw BundleException.Damaged($"{Bundle.Manifest} names other files than the bundle holds.");
            var models = root.Rows("models").Where(m => m.Text("name") is not null).GroupBy(m => m.Text("name")!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Text("sha256") ?? "", StringComparer.Ordinal);
            return new BundleManifest(root.Text("readout") ?? "", models, files);
        }
        catch (JsonException e)
        {
            throw BundleException.Refused($"{Bundle.Manifest} is no JSON ({e.Message}).");
        }
    }

    // The list must name every file and nothing else, each with the hash of its bytes.
    private static void CheckSums(string sums, IReadOnlyList<BundleFile> files)
    {
        if (sums == SumsOf(files))
            return;
        var listed = sums.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split("  ", 2)).ToList();
        foreach (var line in listed.Where(l => l.Length == 2))
        {
            if (files.FirstOrDefault(f => f.Name == line[1]) is not { } file)
                throw BundleException.Damaged($"{line[1]} is missing.");
            if (Hash(file.Bytes.Span) != line[0])
                throw BundleException.Damaged($"{file.Name}: its bytes changed.");
        }
        if (files.FirstOrDefault(f => !listed.Exists(l => l.Length == 2 && l[1] == f.Name)) is { } extra)
            throw BundleException.Damaged($"{extra.Name} is in the archive, but not on its list.");
        throw BundleException.Damaged($"{Bundle.Sums}: its bytes changed.");
    }

    private static SortedDictionary<string, string> Hashes()
    {
        const string Folder = "models/";
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(BundleManifest).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            hashes[name[Folder.Length..]] = Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        return hashes;
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
