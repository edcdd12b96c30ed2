using System.CommandLine;
using Readout.Cli.Records;
using Readout.Formats.Exports;

namespace Readout.Cli.Commands;

/// <summary>What an export leaves out.</summary>
internal sealed class RedactionArguments
{
    private readonly Option<bool> _redact = new("--redact") { Description = "Leave out the words of the pages; places, hashes, ids, values and names stay." };

    private readonly Option<bool> _keep = new("--keep-quotations") { Description = "With --redact: leave in what is quoted." };

    private readonly Option<string[]> _names = new("--redact-name") { Description = "Leave out the words, and put a label in place of this name wherever it stands; repeatable.", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        command.Add(_redact);
        command.Add(_keep);
        command.Add(_names);
        command.Validators.Add(all =>
        {
            if (all.GetValue(_keep) && !all.GetValue(_redact) && all.GetValue(_names) is not { Length: > 0 })
                all.AddError("--keep-quotations says what --redact leaves in; add --redact.");
        });
    }

    /// <summary>What was asked for; null for nothing.</summary>
    public RedactionOptions? Of(ParseResult result)
    {
        var names = result.GetValue(_names) ?? [];
        return result.GetValue(_redact) || names.Length > 0 ? new RedactionOptions(result.GetValue(_keep), names) : null;
    }

    /// <summary>The document without what is to be left out.</summary>
    public static RecordFile Apply(RecordView record, RedactionOptions options)
    {
        if (record.IsRedacted)
            throw new UsageException("the words were left out of this document before; take the one that it was made of.");
        // A mistyped name must not pass for one that was taken out.
        if (Redaction.Unknown(record, options) is [var unknown, ..])
            throw new UsageException($"--redact-name: nobody on these pages is called '{unknown}'; write the name as a page does.");
        try
        {
            return RecordFile.Parse("the redacted record", Redaction.Write(record, options));
        }
        catch (ArgumentException e)
        {
            throw new UsageException("--redact: the pages' texts are needed to know their words; give the pages, or --pages DIR.", e);
        }
    }
}
