using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Readout.Store.Corrections;

/// <summary>
/// The log of corrections: a text file, one JSON object a line, made for git: added to at its end, merged line by line, replayed at
/// every build.
/// </summary>
public sealed class CorrectionLog
{
    public const string FileName = "corrections.jsonl";

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private readonly string _file;

    internal CorrectionLog(string folder) => _file = Path.Combine(folder, FileName);

    /// <summary>Every entry in order.</summary>
    /// <exception cref="StoreException">A line is none; the message names it.</exception>
    public IReadOnlyList<Correction> All()
    {
        if (!File.Exists(_file))
            return [];
        var lines = File.ReadAllLines(_file);
        var entries = new List<Correction>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
                continue;
            try
            {
                entries.Add(JsonSerializer.Deserialize<Correction>(lines[i], s_json) ?? throw new JsonException("it is null"));
            }
            catch (JsonException e)
            {
                throw new StoreException(FormattableString.Invariant($"{_file}: line {i + 1} is no correction ({e.Message.TrimEnd('.')}); mend or remove it."), e);
            }
        }
        return entries;
    }

    /// <summary>The entries that hold: those that were not undone.</summary>
    public CorrectionSet Current() => new(Standing(All()));

    /// <summary>Adds an entry; when it returns, the entry is safe on the disk.</summary>
    public Correction Add(CorrectionVerb verb, IReadOnlyList<string> targets, string? value, string author, string reason, Instant now)
    {
        var at = InstantPattern.General.Format(now);
        var before = All().Count;
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [at, author, verb.ToString(), value ?? "", reason, FormattableString.Invariant($"{before}"), .. targets])));
        var entry = new Correction("k" + Convert.ToHexStringLower(digest)[..7], at, author, verb, targets, reason, value);
        using var file = new FileStream(_file, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, s_json) + "\n"));
        file.Flush(flushToDisk: true);
        return entry;
    }

    /// <summary>Whether an entry holds; an undo that was itself undone lets it hold again.</summary>
    public static IReadOnlyList<Correction> Standing(IReadOnlyList<Correction> all)
    {
        var undone = new HashSet<string>(StringComparer.Ordinal);
        for (var i = all.Count - 1; i >= 0; i--)
        {
            if (all[i].Verb == CorrectionVerb.Undo && !undone.Contains(all[i].Id))
                undone.UnionWith(all[i].Targets);
        }
        return [.. all.Where(c => c.Verb != CorrectionVerb.Undo && !undone.Contains(c.Id))];
    }
}
