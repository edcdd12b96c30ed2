using System.Text;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Tests.Pages;

public class MhtmlPageTests
{
    private const string Header = """
        From: <Saved by a browser>
        Snapshot-Content-Location: https://orlencourier.example/2024/05/06/bridge
        Subject: =?utf-8?Q?Br=C3=BCcke?= =?utf-8?B?IG9mZmVu?=
        Date: Tue, 7 May 2024 10:00:00 -0000
        MIME-Version: 1.0
        Content-Type: multipart/related;
        	type="text/html";
        	boundary="----=_Part;1"


        """;

    private const string Story = "<html><head><title>Bridge</title></head><body><h1>Bridge</h1><p>The mayor of Orlen said on Tuesday that the bridge at Vask would open soon.</p></body></html>";

    private static byte[] Message(params string[] parts) =>
        Bytes(Header + string.Concat(parts.Select(p => "------=_Part;1\n" + p + "\n")) + "------=_Part;1--\n");

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\r\n"));

    private static string Html(string body, string transport = "8bit", string charset = "utf-8", string more = "") =>
        $"Content-Type: text/html; charset={charset}\nContent-Transfer-Encoding: {transport}\n{more}\n{body}";

    private static IEnumerable<string> Words(Page page) => page.Blocks.Select(b => page.Text.Slice(b.Span));

    [Fact]
    public void The_root_part_is_the_page_and_the_header_says_where_and_when_it_was_saved()
    {
        var picture = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=";
        var page = PageReader.Read("a.mhtml", Message(picture, Html(Story, more: "Content-Location: https://orlencourier.example/bridge\n")));
        Words(page).ShouldBe(["Bridge", "The mayor of Orlen said on Tuesday that the bridge at Vask would open soon."]);
        page.MediaType.ShouldBe(MediaType.Html);
        page.Metadata.Where(m => m.Where == "mhtml").Select(m => (m.Name, page.Text.Slice(m.Span))).ShouldBe(
        [
            ("url", "https://orlencourier.example/bridge"),
            ("date", "Tue, 7 May 2024 10:00:00 -0000"),
            ("subject", "Brücke offen"),
        ]);
        ArticleReader.Read(page).Outlet!.Rule.ShouldNotBe("");
    }

    [Fact]
    public void Quoted_printable_and_base64_are_undone()
    {
        var quoted = Story.Replace("=", "=3D", StringComparison.Ordinal).Replace("Tuesday that", "Tues=\nday th=C3=A4t =zz", StringComparison.Ordinal);
        Words(PageReader.Read("a.mht", Message(Html(quoted, "quoted-printable")))).Last().ShouldContain("Tuesday thät =zz");
        var packed = string.Join('\n', Convert.ToBase64String(Encoding.UTF8.GetBytes(Story)).Chunk(60).Select(c => new string(c)));
        Words(PageReader.Read("a.mht", Message(Html(packed, "base64")))).First().ShouldBe("Bridge");
    }

    [Fact]
    public void The_charset_of_the_part_is_used_and_set_against_the_pages_own()
    {
        var body = "<html><head><meta charset=koi8-r></head><body><p>" + Encoding.Latin1.GetString(Charset.Named("windows-1251")!.Encoding!.GetBytes("Мост у Васка закрыт до понедельника.")) + "</p></body></html>";
        var page = PageReader.Read("a.mhtml", Message(Html(body, charset: "windows-1251")));
        Words(page).ShouldBe(["Мост у Васка закрыт до понедельника."]);
        var said = page.Diagnostics.First(d => d.Code == DiagnosticCode.WrongCharset).Message;
        said.ShouldContain("koi8-r");
        said.ShouldContain("windows-1251");
    }

    [Fact]
    public void The_named_start_and_parts_inside_parts_are_found()
    {
        var inner = "Content-Type: multipart/alternative; boundary=in\nContent-ID: <root@vask>\n\n--in\nContent-Type: text/plain\n\nplain\n--in\n" + Html(Story) + "\n--in--";
        var start = Header.Replace("type=\"text/html\"", "start=\"<root@vask>\"", StringComparison.Ordinal);
        var text = start + "------=_Part;1\n" + Html("<p>A frame of the page.</p>") + "\n------=_Part;1\n" + inner + "\n------=_Part;1--\n";
        Words(PageReader.Read("a.mht", Bytes(text))).First().ShouldBe("Bridge");
    }

    [Fact]
    public void A_message_without_parts_is_a_page_too() =>
        Words(PageReader.Read("mail.txt", Bytes("From: Ada Moll\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + Story))).First().ShouldBe("Bridge");

    [Theory]
    [InlineData("cut", "cut off")]
    [InlineData("boundary", "stands nowhere")]
    [InlineData("pictures", "only pictures")]
    [InlineData("empty", "empty")]
    public void What_holds_no_page_is_refused_by_name(string what, string said)
    {
        var bytes = what switch
        {
            "cut" => Message(Html(Story))[..^(80 + 20)],
            "boundary" => Bytes(Header + "------=_Other\n" + Html(Story)),
            "pictures" => Message("Content-Type: image/png\n\nx"),
            _ => Message(Html(" ")),
        };
        var message = Should.Throw<UnreadablePageException>(() => PageReader.Read("a.mhtml", bytes)).Message;
        message.ShouldStartWith("a.mhtml: ");
        message.ShouldContain(said);
    }

    [Fact]
    public void A_last_boundary_left_out_after_a_whole_page_is_forgiven() =>
        Words(PageReader.Read("a.mhtml", Bytes(Header + "------=_Part;1\n" + Html(Story)))).First().ShouldBe("Bridge");

    [Fact]
    public void Text_that_only_begins_like_a_message_is_text() =>
        PageReader.Read("a.txt", Encoding.UTF8.GetBytes("From: the harbour office\nDate: Monday\n\nThe ferry sails again.\n")).MediaType.ShouldBe(MediaType.PlainText);
}
