namespace Readout.Cli.Records;

/// <summary>Bytes of a document named on the command line, <c>-</c> for standard input.</summary>
internal static class RecordBytes
{
    public static byte[] Read(Shell shell, string name)
    {
        try
        {
            if (name != "-")
                return File.ReadAllBytes(shell.Resolve(name));
            using var all = new MemoryStream();
            shell.In.CopyTo(all);
            return all.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name}: can't be read ({e.Message.TrimEnd('.')}).", e);
        }
    }
}
