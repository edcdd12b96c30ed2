using System.IO.Compression;

namespace Readout.Cli.Tests;

public sealed class BundleCommandTests : IDisposable
{
    private const string Report =
        "Ferry service to Vask resumes\n\nORLEN, 4 March 2021 (NLA) - The ferry from Orlen to Vask will sail again on Monday, Mayor Ines Hald said.\n\n"
        + "\"We have waited long enough,\" Hald told reporters. At least 40 people wait at the pier.\n";

    private readonly CommandLine _shell = new();

    public BundleCommandTests()
    {
        _shell.File("pages/hald-vask.txt", Report);
        _shell.File("pages/other.txt", "Another town has no ferry\n\nThe mayor of Vask, Tove Rask, said on Tuesday that the pier may close.\n");
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_bundle_holds_on_a_machine_without_the_pages()
    {
        Export("--published", "other.txt=2021-03-09");
        Directory.Delete(Path.Combine(_shell.Folder, "pages"), recursive: true);
        _shell.Run("verify", "story.zip").ShouldBe(ExitCode.Done, _shell.Out + _shell.Error);
        _shell.Error.ShouldContain("2 of 2 pages as recorded");
        _shell.Error.ShouldContain("record made again: no difference");
    }

    [Fact]
    public void The_same_pages_give_the_same_bundle_and_so_does_their_document()
    {
        Export();
        var first = Bytes("story.zip");
        Export();
        Bytes("story.zip").ShouldBe(first);
        _shell.Run("brief", "--json", "-o", "record.json", "pages").ShouldBe(ExitCode.Done);
        _shell.Run("export", "--format", "bundle", "--doc", "record.json", "-o", "story.zip").ShouldBe(ExitCode.Done, _shell.Error);
        Bytes("story.zip").ShouldBe(first);
    }

    [Fact]
    public void A_changed_byte_anywhere_is_exit_code_5()
    {
        Export();
        var bundle = Bytes("story.zip");
        // Behind the first bytes, by which a bundle is known.
        for (var i = 4; i < bundle.Length; i += bundle.Length / 60)
        {
            bundle[i] ^= 0x10;
            _shell.File("changed.zip", bundle);
            _shell.Run("verify", "changed.zip").ShouldBeOneOf(ExitCode.BytesChanged, ExitCode.Usage);
            (_shell.Out + _shell.Error).ShouldContain("changed.zip: ");
            bundle[i] ^= 0x10;
        }
    }

    [Fact]
    public void A_document_that_says_something_else_is_found_even_where_all_hashes_were_made_anew()
    {
        _shell.Run("brief", "--json", "-o", "record.json", "pages").ShouldBe(ExitCode.Done);
        var path = Path.Combine(_shell.Folder, "record.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("will sail again", "will sink again", StringComparison.Ordinal));
        _shell.Run("export", "--format", "bundle", "--doc", "record.json", "-o", "forged.zip").ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Run("verify", "forged.zip").ShouldBe(ExitCode.No);
        _shell.Out.ShouldContain("sink");
    }

    [Fact]
    public void What_is_no_bundle_is_refused_with_the_reason()
    {
        Export();
        _shell.File("cut.zip", Bytes("story.zip")[..2000]);
        _shell.Run("verify", "cut.zip").ShouldBe(ExitCode.BytesChanged);
        _shell.Out.ShouldContain("cut.zip: it is cut off");
        ZipFile.ExtractToDirectory(Path.Combine(_shell.Folder, "story.zip"), Path.Combine(_shell.Folder, "open"));
        ZipFile.CreateFromDirectory(Path.Combine(_shell.Folder, "open"), Path.Combine(_shell.Folder, "again.zip"));
        _shell.Run("verify", "again.zip").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("again.zip: ");
    }

    [Fact]
    public void A_page_that_changed_or_is_gone_stops_the_bundle()
    {
        _shell.Run("brief", "--json", "-o", "record.json", "pages").ShouldBe(ExitCode.Done);
        File.AppendAllText(Path.Combine(_shell.Folder, "pages/other.txt"), "x");
        _shell.Run("export", "--format", "bundle", "--doc", "record.json", "-o", "story.zip").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("pages/other.txt: its bytes changed");
        File.Delete(Path.Combine(_shell.Folder, "pages/other.txt"));
        _shell.Run("export", "--format", "bundle", "--doc", "record.json", "-o", "story.zip").ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain("pages/other.txt");
        File.Exists(Path.Combine(_shell.Folder, "story.zip")).ShouldBeFalse();
    }

    [Fact]
    public void A_redacted_bundle_has_no_page_and_says_what_was_not_checked()
    {
        Export("--redact");
        var text = System.Text.Encoding.UTF8.GetString(Bytes("story.zip"));
        text.ShouldNotContain("pages.warc");
        text.ShouldNotContain("waited long enough");
        _shell.Run("verify", "story.zip").ShouldBe(ExitCode.Done, _shell.Out);
        _shell.Error.ShouldContain("0 of 2 pages as recorded");
        _shell.Error.ShouldContain("left out of this bundle");
        _shell.Run("verify", "story.zip", "--pages", "pages").ShouldBe(ExitCode.Done, _shell.Out);
        _shell.Error.ShouldContain("record made again: no difference");
        File.AppendAllText(Path.Combine(_shell.Folder, "pages/other.txt"), "x");
        _shell.Run("verify", "story.zip", "--pages", "pages").ShouldBe(ExitCode.BytesChanged);
    }

    [Fact]
    public void A_name_is_taken_out_of_words_addresses_and_file_names()
    {
        Export("--redact", "--keep-quotations", "--redact-name", "Ines Hald");
        var text = System.Text.Encoding.UTF8.GetString(Bytes("story.zip"));
        text.ShouldNotContain("Hald", Case.Insensitive);
        text.ShouldContain("[name 1]");
        text.ShouldContain("We have waited long enough");
        _shell.Run("verify", "story.zip").ShouldBe(ExitCode.Done, _shell.Out);
        _shell.Error.ShouldContain("names were replaced");
    }

    [Fact]
    public void A_redacted_document_is_checked_as_far_as_its_pages_are_there()
    {
        _shell.Run("export", "--redact", "-o", "shared.json", "pages").ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Run("verify", "shared.json").ShouldBe(ExitCode.Done, _shell.Out);
        _shell.Error.ShouldContain("2 of 2 pages as recorded");
        _shell.Run("export", "--redact", "--keep-quotations", "-o", "shared.json", "pages").ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Run("verify", "shared.json").ShouldBe(ExitCode.Done, _shell.Out);
        _shell.Run("export", "--format", "csv", "--doc", "shared.json", "--table", "quotations").ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Out.ShouldContain("We have waited long enough");
        _shell.Run("export", "--format", "csv", "--doc", "shared.json").ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Out.ShouldNotContain("ferry from Orlen");
    }

    [Theory]
    [InlineData("nobody on these pages is called 'Tobin Roe'", "--redact-name", "Tobin Roe")]
    [InlineData("add --redact", "--keep-quotations")]
    [InlineData("leaves no words for html", "--redact", "--format", "html")]
    public void What_cannot_be_left_out_is_said(string message, params string[] options)
    {
        _shell.Run(["export", .. options, "pages"]).ShouldBe(ExitCode.Usage);
        _shell.Error.ShouldContain(message);
    }

    private void Export(params string[] options) =>
        _shell.Run(["export", "--format", "bundle", "-o", "story.zip", .. options, "pages"]).ShouldBe(ExitCode.Done, _shell.Error);

    private byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(_shell.Folder, name));
}
