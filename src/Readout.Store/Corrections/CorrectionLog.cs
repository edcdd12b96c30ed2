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
        return Read(_file, File.ReadAllLines(_file));
    }

    /// <summary>Reads entries, one a line.</summary>
    /// <param name="name">Where they come from, for messages.</param>
    /// <exception cref="StoreException">A line is none; the message names it.</exception>
    public static IReadOnlyList<Correction> Read(string name, IReadOnlyList<string> lines)
    {
        var entries = new List<Correction>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length == 0)
                continue;
            try
            {
                entries.Add(JsonSerializer.Deserialize<Correction>(lines[i], s_json) ?? throw new JsonException("it is null"));
            }
            catch (JsonException e)
            {
                throw new StoreException(FormattableString.Invariant($"{name}: line {i + 1} is no correction ({e.Message.TrimEnd('.')}); mend or remove it."), e);
            }
        }
        return entries;
    }

    /// <summary>Writes entries as the log does, one a line.</summary>
    public static string Write(IEnumerable<Correction> entries) => string.Concat(entries.Select(e => JsonSerializer.Serialize(e, s_json) + "\n"));

    /// <summary>The entries that hold: those that were not undone.</summary>
    public CorrectionSet Current() => new(Standing(All()));

    /// <summary>Adds an entry; when it returns, the entry is safe on the disk.</summary>
    /// <param name="request">Which request made it, where that may be sent again; else null.</param>
    public Correction Add(CorrectionVerb verb, IReadOnlyList<string> targets, string? value, string author, string reason, Instant now, string? request = null)
    {
        var at = InstantPattern.General.Format(now);
        var before = All().Count;
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [at, author, verb.ToString(), value ?? "", reason, FormattableString.Invariant($"{before}"), .. targets])));
        var entry = new Correction("k" + Convert.ToHexStringLower(digest)[..7], at, author, verb, targets, reason, value, request);
        using var file = new FileStream(_file, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(Encoding.UTF8.GetBytes(Write([entry])));
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
