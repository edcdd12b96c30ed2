using System.Globalization;
using System.Xml;

namespace Readout.Formats.Exports;

/// <summary>Changes of state as an Atom feed (RFC 4287). Words of pages are plain text, whatever they look like.</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    // Places as foreign markup, which the standard lets readers pass over.
    private const string Own = "urn:x-readout:feed";

    public static void Write(RecordView record, ExportOptions options, Stream output)
    {
        var feed = new StateFeed(record, options.Subject);
        using (var xml = Xml.Writer(output))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "readout", null, Own);
            Element(xml, "id", feed.Id);
            Element(xml, "title", feed.Title);
            Element(xml, "updated", feed.Updated);
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", "Readout");
            xml.WriteEndElement();
            xml.WriteStartElement("generator", Atom);
            if (options.Version.Length > 0)
                xml.WriteAttributeString("version", options.Version);
            xml.WriteString("Readout");
            xml.WriteEndElement();
            foreach (var change in feed.Changes)
                WriteEntry(xml, feed, change);
            xml.WriteEndElement();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteEntry(XmlWriter xml, StateFeed feed, StateChange change)
    {
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", PageNames.Part(change.Id));
        Element(xml, "title", feed.TitleOf(change));
        Element(xml, "updated", change.Updated ?? StateFeed.NoDate);
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", change.Kind);
        xml.WriteEndElement();
        var relation = "alternate";
        foreach (var address in feed.Addresses(change))
        {
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", relation);
            xml.WriteAttributeString("href", Readable.Clean(address));
            xml.WriteEndElement();
            relation = "related";
        }
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Readable.Clean(feed.Content(change)));
        xml.WriteEndElement();
        foreach (var place in change.Places)
        {
            xml.WriteStartElement("place", Own);
            xml.WriteAttributeString("document", place.Document);
            xml.WriteAttributeString("start", place.Start.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("end", place.End.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement(name, Atom);
        xml.WriteString(Readable.Clean(value));
        xml.WriteEndElement();
    }
}
