using CsvHelper;

namespace Readout.Formats.Exports;

/// <summary>One table as comma-separated values (RFC 4180), with a line of names.</summary>
internal static class Csv
{
    // A spreadsheet runs a cell that begins with =, +, -, @, a tab or a carriage return as a formula, and the words come
    // from strangers' pages (OWASP, "CSV Injection").
    private static readonly CsvWriterOptions Rules = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    // Some spreadsheets take these for the narrow ones; the library knows ASCII alone.
    private const string WideSigns = "＝＋－＠\n";

    public static void Write(RecordView record, ExportOptions options, Stream output)
    {
        var table = options.Table is null ? CsvTable.All[0] : CsvTable.Named(options.Table) ?? throw new ArgumentException($"There is no table '{options.Table}'.", nameof(options));
        using var csv = CsvWriter.Create(output, Rules, leaveOpen: true);
        csv.WriteHeader([.. table.Columns]);
        foreach (var row in table.Rows(record))
        {
            foreach (var cell in row)
                csv.WriteField(Shown(cell));
            csv.EndRecord();
        }
    }

    private static string? Shown(string? cell) => cell is { Length: > 0 } && WideSigns.Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell;
}
