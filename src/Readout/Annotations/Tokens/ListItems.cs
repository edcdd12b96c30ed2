using System.Globalization;

namespace Readout.Annotations;

/// <summary>Finds the entries of lists that run on within a paragraph: "1. Rope 2. Tar", "(a) … (b) …", "• … • …".</summary>
internal sealed class ListItems(string text, IReadOnlyList<Token> tokens)
{
    private static readonly string[] Romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

    private readonly HashSet<int> _starts = [];
    private readonly List<int> _run = [];

    private enum Style { None, Number, Letter, Roman }

    /// <summary>True where an entry of a list begins with this token.</summary>
    public bool StartsAt(int token) => _starts.Count > 0 && _starts.Contains(token);

    public static bool IsBullet(char c) => c is '•' or '▪' or '●' or '◦' or '⁃' or '‣' or '∙';

    /// <summary>Looks through a paragraph. A list counts from one and has two entries; bullets count from the paragraph's first token.</summary>
    public void Read(int first, int end)
    {
        _starts.Clear();
        _run.Clear();
        var bullet = first < end && IsBullet(First(first)) ? First(first) : '\0';
        var style = Style.None;
        var mark = "";
        var opened = false;
        for (var i = first; i < end; i++)
        {
            if (bullet != '\0' && i > first && First(i) == bullet)
                _starts.Add(i);
            if (!Labels(i, end, out var label, out var behind, out var bracketed))
                continue;
            if (_run.Count > 0 && mark == behind && opened == bracketed && label == Label(style, _run.Count + 1))
            {
                _run.Add(i);
            }
            else if (StyleOf(label) is var begun and not Style.None && (i == first || BeginsList(i)))
            {
                Keep();
                (style, mark, opened) = (begun, behind, bracketed);
                _run.Add(i);
            }
        }
        Keep();
    }

    private char First(int index) => text[tokens[index].Span.Start];

    private void Keep()
    {
        if (_run.Count > 1)
            _starts.UnionWith(_run);
        _run.Clear();
    }

    private bool BeginsList(int i) =>
        tokens[i - 1].Norm is "." or "!" or "?" or ":" or ";" || text.AsSpan(tokens[i - 1].Span.End, tokens[i].Span.Start - tokens[i - 1].Span.End).Contains('\n');

    /// <summary>Reads "1.", "1)", "1.)", "(1)", "b." and so on, with a blank on both sides.</summary>
    private bool Labels(int i, int end, out string label, out string behind, out bool bracketed)
    {
        (label, behind, bracketed) = ("", "", tokens[i].Norm is "(");
        var at = bracketed ? i + 1 : i;
        if (at >= end || tokens[at].Span.Length > 4 || (i > 0 && tokens[i - 1].Span.End == tokens[i].Span.Start && !IsBullet(First(i - 1))))
            return false;
        label = tokens[at].Norm;
        // "c." is an abbreviation too, and one token
        var dotted = label.Length == 2 && label[1] is '.';
        label = dotted ? label[..1] : label;
        if (tokens[at].Kind is not TokenKind.Number && (label.Length > 4 || !char.IsAsciiLetterLower(First(at))))
            return false;
        var next = at + 1;
        behind = dotted ? "." : "";
        while (next < end && behind.Length < 2 && tokens[next].Norm is "." or ")" && tokens[next].Span.Start == tokens[next - 1].Span.End)
            behind += tokens[next++].Norm;
        return behind.Length > 0 && (!bracketed || behind is ")") && next < end && tokens[next].Span.Start > tokens[next - 1].Span.End;
    }

    private static Style StyleOf(string label) => label switch
    {
        "1" => Style.Number,
        "a" => Style.Letter,
        "i" => Style.Roman,
        _ => Style.None,
    };

    private static string Label(Style style, int number) => style switch
    {
        Style.Number => number.ToString(CultureInfo.InvariantCulture),
        Style.Letter when number <= 26 => ((char)('a' + number - 1)).ToString(),
        Style.Roman when number <= Romans.Length => Romans[number - 1],
        _ => "",
    };
}
