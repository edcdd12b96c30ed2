using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Tests.Pages;

public class PageReaderTests
{
    private const string Story = "Bridge opens\n\nThe mayor of Orlen said on Tuesday that the bridge would open soon.\n";

    [Theory]
    [InlineData("Bridge opens\r\n\r\nThe mayor said so.\r\n")]
    [InlineData("  indented\n\n\ttabs and “quotes” – kept\n\n\n")]
    [InlineData("ferry 🚢 and umlauts äöü")]
    public void The_text_of_a_plain_page_is_the_decoded_file(string text) =>
        PageReader.Read("a.txt", Encoding.UTF8.GetBytes(text)).Text.Value.ShouldBe(text);

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        PageReader.Read("a.txt", (byte[])[0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Story)]).Text.Value.ShouldBe(Story);
        PageReader.Read("a.txt", (byte[])[0xff, 0xfe, .. Encoding.Unicode.GetBytes(Story)]).Text.Value.ShouldBe(Story);
        PageReader.Read("a.txt", (byte[])[0xfe, 0xff, .. Encoding.BigEndianUnicode.GetBytes(Story)]).Text.Value.ShouldBe(Story);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_read_as_windows_1252() =>
        PageReader.Read("a.txt", Encoding.Latin1.GetBytes("Die Brücke bei Vask wird größer.")).Text.Value.ShouldBe("Die Brücke bei Vask wird größer.");

    [Fact]
    public void A_declared_encoding_is_used()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!
            .GetBytes("<html><head><meta charset=windows-1251></head><body><p>Мост в городе открыт.</p>");
        PageReader.Read("a.html", bytes).Text.Value.ShouldContain("Мост в городе открыт.");
    }

    [Theory]
    [InlineData("iso-8859-2", "utf-8")]
    [InlineData("utf-8", "iso-8859-1")]
    public void A_charset_that_the_bytes_contradict_is_reported(string declared, string actual)
    {
        var bytes = Encoding.GetEncoding(actual).GetBytes($"<html><head><meta charset=\"{declared}\"></head><body><p>Die Brücke bei Vask wird größer und schöner.</p>");
        var page = PageReader.Read("a.html", bytes);
        page.Text.Value.ShouldContain("Brücke bei Vask wird größer");
        page.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.WrongCharset);
    }

    [Fact]
    public void What_no_export_can_hold_is_replaced_one_for_one_and_reported()
    {
        var nul = PageReader.Read("a.txt", Encoding.UTF8.GetBytes("The mayor\0said so on Tuesday."));
        nul.Text.Value.ShouldBe("The mayor\uFFFDsaid so on Tuesday.");
        nul.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.InvalidCharacters);
        var half = PageReader.Read("a.txt", (byte[])[0xff, 0xfe, .. Encoding.Unicode.GetBytes("ab"), 0x00, 0xd8, .. Encoding.Unicode.GetBytes("cd")]);
        half.Text.Value.ShouldBe("ab\uFFFDcd");
    }

    [Fact]
    public void A_compressed_page_is_unpacked_and_its_hash_is_of_the_bytes_as_they_came()
    {
        var bytes = Compress(Encoding.UTF8.GetBytes(Story));
        var page = PageReader.Read("a.txt.gz", bytes);
        page.Text.Value.ShouldBe(Story);
        page.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }

    [Fact]
    public void A_cut_off_archive_is_refused_by_name()
    {
        var bytes = Compress(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Story, 500))));
        Refusal("cut.txt.gz", bytes[..(bytes.Length / 2)]).ShouldContain("cut off");
    }

    [Fact]
    public void An_archive_that_unpacks_to_more_than_a_page_is_refused() =>
        Refusal("bomb.gz", Compress(new byte[PageReader.MaxBytes + 1])).ShouldContain("split it");

    [Fact]
    public void Files_that_hold_no_page_are_refused_with_a_way_on()
    {
        Refusal("empty.txt", []).ShouldContain("empty");
        Refusal("blank.txt", "  \n\n "u8.ToArray()).ShouldContain("white space");
        Refusal("a.pdf", "%PDF-1.7 ..."u8.ToArray()).ShouldContain("PDF");
        var noise = new byte[5000];
        new System.Random(7).NextBytes(noise);
        Refusal("noise.txt", noise).ShouldContain("binary");
        Refusal("huge.txt", new byte[PageReader.MaxBytes + 1]).ShouldContain("more than");
    }

    [Fact]
    public void A_hundred_thousand_nested_elements_cost_no_stack_and_are_reported()
    {
        var html = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "The mayor of Orlen said on Tuesday that the bridge would open.";
        var page = PageReader.Read("deep.html", Encoding.UTF8.GetBytes(html));
        page.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.DeepNesting);
        page.Blocks.ShouldHaveSingleItem();
    }

    [Fact]
    public void Front_matter_is_metadata_and_no_block()
    {
        var page = PageReader.Read("a.txt", "---\ntitle: Bridge opens\ndate: 2024-05-06\n---\nThe mayor said so on Tuesday.\n"u8.ToArray());
        page.Metadata.Select(m => (m.Name, page.Text.Slice(m.Span))).ShouldBe([("title", "Bridge opens"), ("date", "2024-05-06")]);
        page.Text.Slice(page.Blocks.ShouldHaveSingleItem().Span).ShouldBe("The mayor said so on Tuesday.");
    }

    [Fact]
    public void Any_bytes_give_a_page_with_spans_in_order_or_a_refusal() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll<byte[], bool>((bytes, isHtml) => Holds(isHtml ? "a.html" : "a.txt", bytes)));

    [Fact]
    public void Any_text_gives_a_page_with_spans_in_order() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll<string[], bool>((lines, isHtml) =>
            Holds(isHtml ? "a.html" : "a.txt", Encoding.Unicode.GetBytes("\uFEFF" + string.Join(isHtml ? "<p><b>" : "\n", lines ?? [])))));

    [Theory]
    [InlineData("a.txt", "The ferry\uFFFE sails\uFFFF from Vask.\n")]
    [InlineData("a.html", "<p>The ferry&#xFFFE; sails&#xFFFF; from Vask.</p>")]
    public void A_noncharacter_that_no_normal_form_or_XML_can_hold_is_replaced(string path, string text)
    {
        var page = PageReader.Read(path, System.Text.Encoding.UTF8.GetBytes(text));
        page.Text.Value.ShouldContain("The ferry\uFFFD sails\uFFFD from Vask.");
        page.Text.Value.Normalize().ShouldNotBeEmpty();
    }

    private static void Holds(string path, byte[] bytes)
    {
        Article article;
        try
        {
            article = ArticleReader.Read(PageReader.Read(path, bytes ?? []));
        }
        catch (UnreadablePageException)
        {
            return;
        }
        var page = article.Page;
        var end = 0;
        foreach (var block in page.Blocks)
        {
            block.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
            block.Span.Length.ShouldBeGreaterThan(0);
            end = block.Span.End;
        }
        end.ShouldBeLessThanOrEqualTo(page.Text.Length);
        page.Text.Value.Where((c, i) => char.IsSurrogate(c) && !IsPaired(page.Text.Value, i)).ShouldBeEmpty();
    }

    private static bool IsPaired(string text, int at) =>
        (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));

    private static string Refusal(string path, byte[] bytes)
    {
        var message = Should.Throw<UnreadablePageException>(() => PageReader.Read(path, bytes)).Message;
        message.ShouldStartWith(path);
        return message;
    }

    private static byte[] Compress(byte[] bytes)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return output.ToArray();
    }

    [Fact]
    public void Written_out_surrogate_halves_are_replaced_and_said()
    {
        byte[] bytes = [.. "The harbour of Vask "u8, 0xED, 0xA0, 0x80, .. " is closed until Monday."u8];
        var page = PageReader.Read("half.txt", bytes);
        page.Text.Value.ShouldContain("\uFFFD is closed");
        page.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.InvalidCharacters);
    }
}
