using System.Text;
using System.Xml;

namespace Readout.Formats.Exports;

/// <summary>How every XML export is written.</summary>
internal static class Xml
{
    public static XmlWriter Writer(Stream output) => XmlWriter.Create(output, new XmlWriterSettings
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        // A reader folds a bare carriage return into a line feed: written as a reference it comes back as it is.
        NewLineHandling = NewLineHandling.Entitize,
    });
}
