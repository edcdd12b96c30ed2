using System.Globalization;
using System.Text;
using Readout.Formats.Exports;

namespace Readout.Tests.Formats.Exports;

public class CsvTests
{
    [Fact]
    public void Every_table_has_a_cell_for_each_column_and_the_words_of_the_document()
    {
        foreach (var sample in ExportedSample.All)
        {
            foreach (var table in CsvTable.All)
            {
                var rows = Read(sample.Write("csv", table.Name));
                rows[0].ShouldBe(table.Columns);
                rows.ShouldAllBe(r => r.Count == table.Columns.Count, $"{sample.Name} {table.Name}");
                if (!table.Columns.Contains("words"))
                    continue;
                rows.Count.ShouldBeGreaterThan(sample.Name == "hostile" ? 0 : 1, $"{sample.Name} {table.Name}");
                foreach (var row in rows.Skip(1))
                    Column(row, "words").ShouldBe(Expected(row), $"{sample.Name} {table.Name}");

                string Column(IReadOnlyList<string> row, string name) => Unescaped(row[table.Columns.ToList().IndexOf(name)]);

                string Expected(IReadOnlyList<string> row)
                {
                    var spans = table.Columns.Contains("spans") ? Column(row, "spans") : $"{Column(row, "start")}-{Column(row, "end")}";
                    return string.Join(" … ", spans.Split(' ').Select(s => s.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList()).Select(s => sample.At(Column(row, "document"), s[0], s[1])));
                }
            }
        }
    }

    [Fact]
    public void A_table_has_a_row_for_each_entry_of_the_document()
    {
        var dam = ExportedSample.All[0];
        Read(dam.Write("csv")).Count.ShouldBe(1 + dam.Rows("claims").Sum(c => c.GetProperty("attestations").GetArrayLength()));
        Read(dam.Write("csv", "quotations")).Count.ShouldBe(1 + dam.Rows("quotations").Count());
        Read(dam.Write("csv", "timeline")).Count.ShouldBe(1 + dam.Rows("timeline").Count());
        Read(dam.Write("csv", "disputes")).Count.ShouldBe(1 + dam.Rows("disputes").Sum(d => d.GetProperty("sides").EnumerateArray().Sum(s => s.GetProperty("attestations").GetArrayLength())));
        Read(dam.Write("csv", "prospects")).Count.ShouldBe(1 + dam.Rows("prospects").Sum(p => p.GetProperty("history").GetArrayLength()));
        Read(dam.Write("csv", "pages")).Count.ShouldBe(1 + dam.Rows("documents").Count());
    }

    [Fact]
    public void No_cell_begins_as_a_formula()
    {
        foreach (var sample in ExportedSample.All)
        {
            foreach (var table in CsvTable.All)
                Read(sample.Write("csv", table.Name)).SelectMany(r => r).Where(c => c.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(c[0], StringComparison.Ordinal)).ShouldBeEmpty();
        }
        ExportedSample.All[^1].Write("csv", "pages").ShouldContain("'=");
    }

    [Fact]
    public void Lines_end_as_RFC_4180_says() =>
        ExportedSample.All[0].Write("csv", "pages").Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");

    private static string Unescaped(string cell) => cell.Length > 1 && cell[0] == '\'' && "=+-@\t\r\n＝＋－＠".Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;

    // A second reader, from RFC 4180 alone.
    private static List<List<string>> Read(string csv)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                cell.Append(csv[i++]);
            else if (c == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (quoted)
                cell.Append(c);
            else if (c == ',' || (c == '\r' && csv[i + 1] == '\n'))
                i += End(c == '\r');
            else
                cell.Append(c == '"' ? throw new FormatException("A quote in a bare cell.") : c);
        }
        quoted.ShouldBeFalse();
        row.ShouldBeEmpty();
        return rows;

        // How many more characters belong to the end.
        int End(bool line)
        {
            row.Add(cell.ToString());
            cell.Clear();
            if (!line)
                return 0;
            rows.Add(row);
            row = [];
            return 1;
        }
    }
}
