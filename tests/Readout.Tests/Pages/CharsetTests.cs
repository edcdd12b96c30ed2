using System.Text;
using Readout.Pages;
using Readout.Tests.Samples;
using Readout.Text;
using Decoder = Readout.Pages.Decoder;

namespace Readout.Tests.Pages;

public class CharsetTests
{
    // Its scripted cases are left out: no script is run here.
    [SharedTheory("conformance/encodings")]
    [InlineData("tests1.dat")]
    [InlineData("test-yahoo-jp.dat")]
    public void The_html5lib_tests_find_the_encoding_that_browsers_find(string file)
    {
        var wrong = new List<string>();
        foreach (var (data, expected) in Cases(File.ReadAllBytes(SharedTheoryAttribute.PathOf("conformance", "encodings", file))))
        {
            var found = data is [0xef, 0xbb, 0xbf, ..] ? Charset.Named(Decoder.Decode(data).Charset)! : CharsetDeclaration.Find(data)?.Charset ?? Charset.Named("windows-1252")!;
            if (!ReferenceEquals(found, Charset.Named(expected)))
                wrong.Add($"{Encoding.Latin1.GetString(data)} gave {found.Name}, not {expected}");
        }
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("latin1", "windows-1252")]
    [InlineData(" ISO-8859-9 ", "windows-1254")]
    [InlineData("gb2312", "gbk")]
    [InlineData("x-sjis", "shift_jis")]
    [InlineData("unicode-1-1-utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("hz-gb-2312", "replacement")]
    public void Labels_stand_for_what_the_standard_says(string label, string name) => Charset.Named(label)!.Name.ShouldBe(name);

    [Theory]
    [InlineData("iso-8859-10", 0xA1, 'Ą')]
    [InlineData("iso-8859-14", 0xD7, 'Ṫ')]
    [InlineData("iso-8859-16", 0xAA, 'Ș')]
    [InlineData("x-user-defined", 0x80, '\uF780')]
    [InlineData("iso-8859-1", 0x93, '“')]
    [InlineData("iso-8859-1", 0x81, '\u0081')]
    [InlineData("macintosh", 0x8A, 'ä')]
    [InlineData("koi8-u", 0xA4, 'є')]
    [InlineData("ibm866", 0x80, 'А')]
    public void Every_set_of_the_standard_is_read(string label, int b, char c) => Charset.Named(label)!.Encoding!.GetString([(byte)b]).ShouldBe(c.ToString());

    [Fact]
    public void Every_label_but_the_refused_ones_has_a_decoder() =>
        new[] { "big5", "euc-jp", "euc-kr", "gb18030", "gbk", "iso-2022-jp", "shift_jis", "iso-8859-8-i", "x-mac-cyrillic", "windows-874", "windows-1258" }
            .ShouldAllBe(l => Charset.Named(l)!.Encoding != null);

    [Theory]
    [InlineData("<meta charset=x-vask>", "x-vask")]
    [InlineData("<meta http-equiv=content-type content='text/html; charset=latin-99'>", "latin-99")]
    [InlineData("<meta charset=hz-gb-2312>", "refuses")]
    public void A_name_that_nobody_knows_is_said_and_the_bytes_decide(string meta, string said)
    {
        var page = Read($"<html><head>{meta}</head><body><p>Die Brücke bei Vask wird größer.</p>", Encoding.UTF8);
        page.Text.Value.ShouldContain("Brücke");
        page.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.UnknownCharset && d.Message.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void A_mark_and_a_declaration_that_disagree_are_both_named()
    {
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes("<html><meta charset='windows-1251'><p>Die Brücke bei Vask.</p>")).ToArray();
        var page = PageReader.Read("a.html", bytes);
        page.Text.Value.ShouldContain("Brücke");
        var said = page.Diagnostics.ShouldHaveSingleItem();
        said.Code.ShouldBe(DiagnosticCode.WrongCharset);
        said.Message.ShouldContain("windows-1251");
        said.Message.ShouldContain("utf-8");
    }

    [Fact]
    public void A_header_and_a_page_that_disagree_are_both_named()
    {
        var bytes = Charset.Named("windows-1251")!.Encoding!.GetBytes("<html><meta charset=koi8-r><p>Мост у Васка закрыт до понедельника.</p>");
        var decoded = Decoder.Decode(bytes, "windows-1251");
        decoded.Text.ShouldContain("Мост у Васка");
        var said = decoded.Diagnostics.ShouldHaveSingleItem();
        said.Code.ShouldBe(DiagnosticCode.WrongCharset);
        said.Message.ShouldContain("koi8-r");
        said.Message.ShouldContain("windows-1251");
    }

    [Fact]
    public void A_set_that_the_bytes_can_not_be_gives_way_to_the_page_that_can()
    {
        var bytes = Charset.Named("windows-1251")!.Encoding!.GetBytes("<html><meta charset=windows-1251><p>Мост у Васка закрыт до понедельника.</p>");
        var decoded = Decoder.Decode(bytes, "utf-8");
        decoded.Text.ShouldContain("Мост у Васка");
        decoded.Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("utf-8");
    }

    [Fact]
    public void Two_names_of_one_set_are_no_contradiction() =>
        Decoder.Decode(Encoding.Latin1.GetBytes("<meta charset=iso-8859-1><p>Brücke"), "windows-1252").Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Pages_that_declare_nothing_are_read_as_pages_in_their_language_are()
    {
        var bytes = Charset.Named("windows-1250")!.Encoding!.GetBytes("<html lang=cs><body><p>Most u města je zavřený, řekl starosta. Žádné přívozy nejezdí.</p>");
        PageReader.Read("a.html", bytes).Text.Value.ShouldContain("zavřený, řekl");
    }

    [Fact]
    public void Bytes_that_a_set_does_not_have_are_replaced_and_said()
    {
        byte[] bytes = [.. "<html><meta charset=shift_jis><p>"u8, .. Charset.Named("shift_jis")!.Encoding!.GetBytes("橋は月曜日まで閉鎖されると市長が述べた。"), 0x85, 0x20, .. "</p>"u8];
        var page = PageReader.Read("a.html", bytes);
        page.Text.Value.ShouldContain("橋は月曜日まで閉鎖されると市長が述べた。");
        page.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.InvalidCharacters);
    }

    [Fact]
    public void A_later_declaration_is_found_as_the_parser_would_find_it()
    {
        var filler = $"<html><head><!-- {new string('x', 3000)} --><script>var a = 1;</script><meta charset=koi8-r></head>";
        CharsetDeclaration.Find(Encoding.ASCII.GetBytes(filler))!.Charset!.Name.ShouldBe("koi8-r");
    }

    private static Page Read(string html, Encoding encoding) => PageReader.Read("a.html", encoding.GetBytes(html));

    // "#data", the page's bytes, "#encoding", a label; a blank line between cases.
    private static IEnumerable<(byte[] Data, string Encoding)> Cases(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        foreach (var part in ("\n" + text).Split("\n#data\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = part.LastIndexOf("\n#encoding\n", StringComparison.Ordinal);
            yield return (Encoding.Latin1.GetBytes(part[..cut]), part[(cut + "\n#encoding\n".Length)..].Trim());
        }
    }
}
