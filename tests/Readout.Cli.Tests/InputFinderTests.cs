using Readout.Cli.Inputs;

namespace Readout.Cli.Tests;

public sealed class InputFinderTests : IDisposable
{
    private readonly CommandLine _shell = new();

    public InputFinderTests()
    {
        foreach (var name in new[] { "a.txt", "b.html", "in/c.txt", "in/deep/d.html", "in/logo.png", "in/.hidden.txt" })
            _shell.File(name, "words");
    }

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData(".", "a.txt b.html in/c.txt in/deep/d.html")]
    [InlineData("in", "in/c.txt in/deep/d.html")]
    [InlineData("in/", "in/c.txt in/deep/d.html")]
    [InlineData("*.txt", "a.txt")]
    [InlineData("**/*.html", "b.html in/deep/d.html")]
    [InlineData("in/*", "in/c.txt in/deep/d.html in/logo.png")]
    [InlineData("[ab].*", "a.txt b.html")]
    [InlineData("[!a].html", "b.html")]
    [InlineData("?.txt", "a.txt")]
    [InlineData("./a.txt", "./a.txt")]
    public void Files_folders_and_patterns_mean_pages(string argument, string expected) =>
        Find(argument).Inputs.Select(i => i.Name).ShouldBe(expected.Split(' '));

    [Fact]
    public void A_page_named_twice_is_read_once() =>
        Find("a.txt", "./a.txt", ".", "*.txt").Inputs.Count(i => i.FileName == "a.txt").ShouldBe(1);

    [Fact]
    public void What_is_passed_over_in_a_folder_is_listed() => Find("in").Skipped.ShouldBe(["in/logo.png"]);

    [Fact]
    public void A_pattern_without_a_match_fails() => Find("*.pdf").Failed.ShouldHaveSingleItem().Path.ShouldBe("*.pdf");

    [Fact]
    public void A_folder_that_links_to_itself_is_walked_once()
    {
        Directory.CreateSymbolicLink(Path.Combine(_shell.Folder, "in", "again"), Path.Combine(_shell.Folder, "in"));
        Find("in").Inputs.Count.ShouldBe(2);
    }

    private FoundInputs Find(params string[] arguments) =>
        new InputFinder(new Shell(Stream.Null, Stream.Null, TextWriter.Null, _shell.Folder, false, false, false)).Find(arguments);
}
