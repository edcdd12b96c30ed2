using System.Text;
using System.Text.RegularExpressions;
using Readout.Text;

namespace Readout.Tests.Samples;

/// <summary>Pages as nobody wrote them: each sample bent in one way throughout. Whatever comes out, it comes out, and its spans hold.</summary>
public sealed partial class MutatedPagesTests
{
    public static TheoryData<string> Mutations => [.. s_mutations.Keys];

    private static readonly Dictionary<string, Func<string, string>> s_mutations = new(StringComparer.Ordinal)
    {
        ["list dashes"] = t => Start().Replace(t, "- "),
        ["double dashes"] = t => Start().Replace(t, "-- "),
        ["bullets"] = t => Start().Replace(t, "• "),
        ["numbers"] = t => Start().Replace(t, "12. "),
        ["commas first"] = t => Start().Replace(t, ", "),
        ["open brackets"] = t => Start().Replace(t, "("),
        ["open quotes"] = t => Start().Replace(t, "“"),
        ["colons for stops"] = t => t.Replace(". ", ": ", StringComparison.Ordinal),
        ["dashes for commas"] = t => t.Replace(", ", " - ", StringComparison.Ordinal),
        ["quotes for commas"] = t => t.Replace(", ", "” ", StringComparison.Ordinal),
        ["capitals"] = t => t.ToUpperInvariant(),
        ["small letters"] = t => t.ToLowerInvariant(),
        ["no marks"] = t => Marks().Replace(t, ""),
        ["one line"] = t => t.Replace('\n', ' '),
        ["a line each word"] = t => t.Replace(' ', '\n'),
        ["no spaces after stops"] = t => t.Replace(". ", ".", StringComparison.Ordinal),
        ["words twice"] = t => Words().Replace(t, "$0 $0"),
        ["labels"] = t => Start().Replace(t, "Ada Moll: “"),
        ["backwards"] = t => string.Join('\n', t.Split('\n').Reverse()),
        ["half lines"] = t => string.Join('\n', t.Split('\n').Select(l => l[..(l.Length / 2)])),
    };

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_bent_page_is_read_and_its_spans_hold(string mutation)
    {
        foreach (var story in Directory.GetDirectories(Path.Combine(Repository.Root, "samples")))
        {
            foreach (var file in Directory.GetFiles(story).Order(StringComparer.Ordinal))
            {
                var text = s_mutations[mutation](File.ReadAllText(file));
                var document = Desk.Read(new PageInput(Path.GetFileName(file), Encoding.UTF8.GetBytes(text)));
                IEnumerable<Span> spans =
                [
                    .. document.Tokens.Select(t => t.Span), .. document.Times.Select(t => t.Span), .. document.Quantities.Select(q => q.Span),
                    .. document.Quotations.SelectMany(q => q.Content), .. document.Events.Select(e => e.Predicate), .. document.Events.Select(e => e.Clause),
                ];
                spans.ShouldAllBe(s => s.Start >= 0 && s.Start < s.End && s.End <= document.Text.Length, $"{mutation}: {file}");
                Desk.Brief([document]).Dropped.ShouldBeEmpty($"{mutation}: {file}");
            }
        }
    }

    [GeneratedRegex(@"(?m)^(?=\S)")]
    private static partial Regex Start();

    [GeneratedRegex(@"[^\w\s]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}
