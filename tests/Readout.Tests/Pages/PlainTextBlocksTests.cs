using System.Text;
using Readout.Pages;

namespace Readout.Tests.Pages;

public class PlainTextBlocksTests
{
    private static string[] Blocks(string text)
    {
        var page = PageReader.Read("a.txt", Encoding.UTF8.GetBytes(text));
        return [.. page.Blocks.Select(b => page.Text.Slice(b.Span))];
    }

    [Fact]
    public void Lines_wrapped_at_a_width_are_one_paragraph()
    {
        const string First = "The harbour board of Vask has voted to close the old ferry terminal by\nthe end of the year, its chairwoman said on Monday after a sitting that\nhad lasted nine hours.";
        const string Second = "Nobody asked the fishermen, who use the same quay every morning and who\nhave nowhere else to go.";
        Blocks($"VASK WEEKLY\nFerry terminal to close\n\n{First}\n\n{Second}\n").ShouldBe(["VASK WEEKLY", "Ferry terminal to close", First, Second]);
    }

    [Fact]
    public void Without_wrapping_every_line_is_a_block() =>
        Blocks("The harbour board of Vask has voted to close the old ferry terminal by the end of the year, its chairwoman said on Monday.\nNobody asked the fishermen.\nRead next:")
            .Length.ShouldBe(3);

    [Fact]
    public void List_items_are_not_joined() =>
        Blocks("Most read\n1. Why the gulls of Vask have learned to open the lids of lunch boxes\n2. The quiet return of the wooden toll booth on the road to the old quay\n3. Crown slips")
            .Length.ShouldBe(4);

    [Fact]
    public void White_space_around_a_line_is_no_part_of_its_block() =>
        Blocks("   Ports          Rail   \r\n\r\n|  Roads \r\n").ShouldBe(["Ports          Rail", "|  Roads"]);
}
