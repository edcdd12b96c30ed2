using System.Text.Json;

namespace Readout.Cli.Tests;

public sealed class DiffCommandTests : IDisposable
{
    private const string First = """
        Outlet: The Vask Times
        Date: 2031-05-06

        Mayor Ada Moll has proposed a meeting with Jory Pell, the head of Vask Ferries, in June, her spokeswoman said on Tuesday.

        The harbour office said that 40 people crossed on the last ferry in April.
        """;

    private const string Another = """
        Outlet: The Strait Post
        Date: 2031-05-06

        A meeting of Mayor Ada Moll and Jory Pell, the head of Vask Ferries, has been proposed for June, the town hall said.
        """;

    private const string Second = """
        Outlet: Orlen Courier
        Date: 2031-05-09

        Mayor Ada Moll and Jory Pell, the head of Vask Ferries, will meet on 12 June, the company said on Friday.

        The harbour office said that 25 people crossed on the last ferry in April.
        """;

    private readonly CommandLine _shell = new();

    public DiffCommandTests()
    {
        _shell.File("old/a.txt", First);
        _shell.File("new/a.txt", First);
        _shell.File("old/c.txt", Another);
        _shell.File("new/c.txt", Another);
        _shell.File("new/b.txt", Second);
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_record_differs_in_nothing_from_its_pages()
    {
        Record("new.json", "new");
        _shell.Run("diff", "--exit-code", "new.json", "new").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldBe("Nothing changed.\n");
    }

    [Fact]
    public void What_a_page_adds_is_counted_in_claims()
    {
        _shell.Run("diff", "--exit-code", "old", "new").ShouldBe(ExitCode.No);
        _shell.Out.ShouldContain("pages: +1 −0 ~0");
        _shell.Out.ShouldContain("contradicts claim");
        _shell.Out.ShouldContain("(proposed ⇒ scheduled)");
        _shell.Out.ShouldContain("+ 2031-05-09 scheduled");
    }

    [Fact]
    public void A_page_of_another_day_than_before_is_a_change()
    {
        _shell.File("undated/d.txt", "The harbour of Orlen is closed, the harbour office said. Nobody knows for how long.");
        Record("then.json", "undated");
        _shell.Run("diff", "then.json", "undated").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldBe("Nothing changed.\n");
        _shell.Run("diff", "--published", "d.txt=2031-05-08", "then.json", "undated").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("pages: +0 −0 ~1");
        _shell.Out.ShouldContain("(no day ⇒ 2031-05-08)");
    }

    [Fact]
    public void A_day_stands_for_the_pages_up_to_it()
    {
        _shell.Run("diff", "old", "new");
        var between = _shell.Out;
        _shell.Run("diff", "--since", "2031-05-07", "new").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldBe(between);
        _shell.Run("diff", "--since", "2031-05-09", "new");
        _shell.Out.ShouldBe("Nothing changed.\n");
    }

    [Fact]
    public void The_other_way_round_it_is_its_inverse()
    {
        _shell.Run("diff", "--json", "old", "new");
        using var there = JsonDocument.Parse(_shell.Out);
        _shell.Run("diff", "--json", "new", "old");
        using var back = JsonDocument.Parse(_shell.Out);
        Ids(there, "added").ShouldBe(Ids(back, "removed"));
        Ids(there, "removed").ShouldBe(Ids(back, "added"));
        Changed(there, "before", "after").ShouldBe(Changed(back, "after", "before"), ignoreOrder: true);
        Ids(there, "added").ShouldNotBeEmpty();
        Changed(there, "before", "after").ShouldNotBeEmpty();
    }

    [Fact]
    public void The_brief_tells_what_is_new_since_a_day()
    {
        _shell.Run("brief", "--since", "2031-05-07", "new").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldContain("moved from proposed to scheduled");
        _shell.Out.ShouldContain("**contradicts");
        _shell.Run("brief", "--since", "2031-06-01", "new");
        _shell.Out.ShouldContain("Nothing changed since 2031-06-01.");
    }

    [Fact]
    public void One_record_alone_is_wrong_usage()
    {
        _shell.Run("diff", "old").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("--since DATE");
    }

    private void Record(string name, string folder)
    {
        _shell.Run("brief", "--json", folder);
        _shell.File(name, _shell.Out);
    }

    private static List<string> Ids(JsonDocument json, string list) =>
        [.. json.RootElement.GetProperty(list).EnumerateArray().Select(i => i.GetProperty("id").GetString()!)];

    private static List<string> Changed(JsonDocument json, string first, string second) =>
        [.. json.RootElement.GetProperty("changed").EnumerateArray().Select(c => $"{c.GetProperty(first).GetProperty("state")} {c.GetProperty(second).GetProperty("state")} {c.GetProperty("kind")}")];
}
