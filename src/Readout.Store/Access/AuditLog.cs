using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Readout.Store.Access;

/// <summary>Who did what.</summary>
/// <param name="What">An act (<c>sign-in</c>, <c>user add</c>), or a request's method and path.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="From">The address it came from; null for this machine's command line.</param>
public sealed record AuditEntry(string At, string Who, string What, string Outcome, string? From);

/// <summary>
/// The log of who came in and who changed what: a text file beside the workspace's, one JSON object a line, added to at its end. No words
/// of pages, no passwords and no tokens.
/// </summary>
public sealed class AuditLog(string folder)
{
    public const string FileName = "audit.jsonl";

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lock s_lock = new();

    private readonly string _file = Path.Combine(folder, FileName);

    /// <summary>Adds an entry.</summary>
    public void Add(string who, string what, string outcome, string? from, Instant now)
    {
        var line = JsonSerializer.Serialize(new AuditEntry(InstantPattern.General.Format(now), Short(who), Short(what), Short(outcome), from), s_json) + "\n";
        lock (s_lock)
        {
            // several processes may add at once: each line goes out in one write at the file's end
            using var file = new FileStream(_file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            file.Write(Encoding.UTF8.GetBytes(line));
        }
    }

    /// <summary>Entries in their order; a line that was cut is passed over.</summary>
    public IEnumerable<AuditEntry> Read()
    {
        if (!File.Exists(_file))
            yield break;
        using var reader = new StreamReader(new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            AuditEntry? entry = null;
            try
            {
                entry = JsonSerializer.Deserialize<AuditEntry>(line, s_json);
            }
            catch (JsonException)
            {
            }
            if (entry is not null)
                yield return entry;
        }
    }

    private static string Short(string text) => text.Length <= 300 ? text : text[..300];
}
