using System.Text;

namespace Readout.Annotations;

/// <summary>What a rule takes off the end of a form and puts there.</summary>
internal readonly record struct LemmaEdit(int Cut, string Add)
{
    /// <summary>The edit that leads from a form to its lemma.</summary>
    public static LemmaEdit Between(string form, string lemma)
    {
        var same = 0;
        while (same < form.Length && same < lemma.Length && form[same] == lemma[same])
            same++;
        return new(form.Length - same, lemma[same..]);
    }
}

/// <summary>Endings and exceptions learned from treebanks. The longest known ending of a form decides; an exception goes before.</summary>
internal sealed class LemmaModel
{
    public const int LongestEnding = 5;

    private readonly Dictionary<string, LemmaEdit> _rules;
    private readonly Dictionary<string, string> _exceptions;
    private readonly Dictionary<string, LemmaEdit>.AlternateLookup<ReadOnlySpan<char>> _rule;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _exception;

    /// <param name="rules">By ending, with the class of the word in front ("Ding" for the endings of past forms).</param>
    /// <param name="exceptions">By spelling, with the class in front.</param>
    public LemmaModel(Dictionary<string, LemmaEdit> rules, Dictionary<string, string> exceptions)
    {
        (_rules, _exceptions) = (rules, exceptions);
        _rule = rules.GetAlternateLookup<ReadOnlySpan<char>>();
        _exception = exceptions.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lemma where it is an exception, else null.</summary>
    /// <param name="key">Class and spelling.</param>
    public string? Exception(ReadOnlySpan<char> key) => _exception.TryGetValue(key, out var lemma) ? lemma : null;

    /// <summary>The edit of the longest ending that is known.</summary>
    /// <param name="key">Class and spelling.</param>
    public LemmaEdit Rule(ReadOnlySpan<char> key)
    {
        Span<char> ending = stackalloc char[LongestEnding + 1];
        ending[0] = key[0];
        // an ending leaves a letter of the word
        for (var length = Math.Min(LongestEnding, key.Length - 2); length >= 0; length--)
        {
            key[^length..].CopyTo(ending[1..]);
            if (_rule.TryGetValue(ending[..(length + 1)], out var edit))
                return edit;
        }
        return new(0, "");
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(_rules.Count);
        foreach (var (ending, edit) in _rules.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            writer.Write(ending);
            writer.Write((byte)edit.Cut);
            writer.Write(edit.Add);
        }
        writer.Write(_exceptions.Count);
        foreach (var (form, lemma) in _exceptions.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            writer.Write(form);
            writer.Write(lemma);
        }
    }

    public static LemmaModel Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var rules = new Dictionary<string, LemmaEdit>(StringComparer.Ordinal);
        for (var i = reader.ReadInt32(); i > 0; i--)
            rules[reader.ReadString()] = new(reader.ReadByte(), reader.ReadString());
        var exceptions = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = reader.ReadInt32(); i > 0; i--)
            exceptions[reader.ReadString()] = reader.ReadString();
        return new(rules, exceptions);
    }
}
