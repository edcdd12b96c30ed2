using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readout.Cli.Tests;

public sealed class ReportCommandTests : IDisposable
{
    private const string First = """
        Outlet: The Vask Times
        Date: 2031-05-06

        Ferry talks open in Vask

        Mayor Ada Moll will meet Jory Pell, the head of Vask Ferries, on 20 May if the harbour stays open, her spokeswoman said on Tuesday.

        "The table is ready," Moll told reporters. At least 40 people crossed on the last ferry in April, the harbour office said.
        """;

    private const string Second = """
        Outlet: Orlen Courier
        Date: 2031-05-09

        Ferry talks on Friday

        Mayor Ada Moll and Jory Pell, the head of Vask Ferries, will meet on 20 May, the company said on Friday.

        He added that 25 people crossed on the last ferry in April. "We have time," Pell told the Courier.
        """;

    private static readonly string[] Verbs = ["brief", "timeline", "claims", "disputes", "quotes", "prospects", "sources"];

    private readonly CommandLine _shell = new();

    public ReportCommandTests()
    {
        _shell.File("a.txt", First);
        _shell.File("b.txt", Second);
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Every_verb_writes_every_format()
    {
        foreach (var verb in Verbs)
        {
            foreach (var format in new[] { "md", "txt", "html", "json" })
            {
                _shell.Run(verb, "--format", format, "a.txt", "b.txt").ShouldBeOneOf(ExitCode.Done, ExitCode.No);
                _shell.Out.ShouldNotBeEmpty($"{verb} {format}");
                _shell.Error.ShouldBe("");
            }
        }
    }

    [Fact]
    public void What_a_verb_writes_as_json_can_be_verified()
    {
        foreach (var verb in Verbs)
        {
            _shell.Run(verb, "--json", "a.txt", "b.txt");
            _shell.File("record.json", _shell.Out);
            _shell.Run("verify", "record.json").ShouldBe(ExitCode.Done, $"{verb}: {_shell.Out}");
        }
        _shell.Run("quotes", "--json", "--by", "Moll", "--form", "direct", "a.txt", "b.txt").ShouldBe(ExitCode.Done);
        _shell.File("record.json", _shell.Out);
        _shell.Run("verify", "record.json").ShouldBe(ExitCode.Done, _shell.Out);
    }

    [Fact]
    public void A_verb_writes_its_part_of_the_document()
    {
        _shell.Run("quotes", "--json", "a.txt", "b.txt");
        using var json = JsonDocument.Parse(_shell.Out);
        json.RootElement.TryGetProperty("quotations", out _).ShouldBeTrue();
        json.RootElement.TryGetProperty("claims", out _).ShouldBeFalse();
    }

    [Fact]
    public void Quotes_by_one_person_leave_out_the_others()
    {
        _shell.Run("quotes", "--by", "moll", "a.txt", "b.txt").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("The table is ready");
        _shell.Out.ShouldNotContain("We have time");
    }

    [Fact]
    public void Days_bound_what_is_shown()
    {
        _shell.Run("timeline", "--from", "2031-05-15", "a.txt", "b.txt").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("2031-05-20");
        _shell.Out.ShouldNotContain("- **2031-04");
        _shell.Run("timeline", "--from", "2031-05-15", "--to", "2031-05-01", "a.txt").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("--from lies after --to");
    }

    [Fact]
    public void A_planned_day_comes_with_what_it_depends_on()
    {
        _shell.Run("timeline", "a.txt");
        _shell.Out.ShouldContain("condition: if the harbour stays open");
    }

    [Fact]
    public void A_name_that_nobody_bears_is_the_answer_no_with_the_nearest()
    {
        _shell.Run("entity", "Jory Bell", "a.txt", "b.txt").ShouldBe(ExitCode.No);
        _shell.Error.ShouldContain("near it: Jory Pell");
        _shell.Run("entity", "Pell", "a.txt", "b.txt").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("## Jory Pell");
        _shell.Out.ShouldContain("We have time");
    }

    [Fact]
    public void Nothing_disputed_is_the_answer_no()
    {
        _shell.Run("disputes", "a.txt").ShouldBe(ExitCode.No);
        _shell.Out.ShouldContain("No two sources contradict each other");
    }

    [Fact]
    public void A_wrong_status_names_the_right_ones()
    {
        _shell.Run("prospects", "--status", "maybe", "a.txt").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("conditional");
    }

    [Fact]
    public void A_pronoun_torn_from_its_page_gets_its_name_in_brackets()
    {
        _shell.Run("claims", "--format", "txt", "b.txt");
        Regex.Replace(_shell.Out, @"\s+", " ").ShouldContain("He [Jory Pell] added that 25 people");
        _shell.Run("brief", "--json", "b.txt");
        _shell.Out.ShouldContain("\"name\": \"Jory Pell\"");
    }

    [Fact]
    public void Every_id_of_a_record_is_explained()
    {
        _shell.Run("brief", "--json", "a.txt", "b.txt");
        _shell.File("record.json", _shell.Out);
        using var json = JsonDocument.Parse(_shell.Out);
        foreach (var section in new[] { "documents", "entities", "quotations", "events", "claims", "prospects", "changes", "disputes" })
        {
            foreach (var row in json.RootElement.GetProperty(section).EnumerateArray())
            {
                var id = row.GetProperty("id").GetString()!;
                _shell.Run("explain", id, "--doc", "record.json").ShouldBe(ExitCode.Done, id);
                _shell.Out.Split('\n').Length.ShouldBeGreaterThan(2, id);
            }
        }
        _shell.Run("explain", "c00000", "a.txt").ShouldBe(ExitCode.No);
        _shell.Error.ShouldContain("the nearest is");
    }
}
