using System.Text;
using System.Text.Json;
using System.Xml;

namespace Readout.Store.Watches;

/// <summary>Alerts as a feed: Atom (RFC 4287) or JSON Feed 1.1.</summary>
public static class AlertFeed
{
    /// <summary>Alerts that a feed holds.</summary>
    public const int Most = 100;

    /// <summary>Writes the feed.</summary>
    /// <param name="kind"><c>atom</c>; else JSON Feed.</param>
    /// <param name="of">What set the alerts off: <c>watch</c>, and the watch's name, or <c>query</c>, and the search.</param>
    /// <param name="alerts">The latest first.</param>
    public static void Write(string kind, (string Kind, string Name) of, IReadOnlyList<(long Id, Alert Alert)> alerts, Stream output)
    {
        if (kind == "atom")
            WriteAtom(of, alerts, output);
        else
            WriteJson(of, alerts, output);
    }

    private static void WriteAtom((string Kind, string Name) of, IReadOnlyList<(long Id, Alert Alert)> alerts, Stream output)
    {
        const string atom = "http://www.w3.org/2005/Atom";
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CheckCharacters = false });
        xml.WriteStartElement("feed", atom);
        xml.WriteElementString("id", atom, Id(of));
        xml.WriteElementString("title", atom, Clean($"Readout: {of.Name}"));
        xml.WriteElementString("updated", atom, alerts.Count > 0 ? alerts[0].Alert.At : "1970-01-01T00:00:00Z");
        xml.WriteStartElement("author", atom);
        xml.WriteElementString("name", atom, "Readout");
        xml.WriteEndElement();
        foreach (var (id, alert) in alerts)
        {
            xml.WriteStartElement("entry", atom);
            xml.WriteElementString("id", atom, FormattableString.Invariant($"{Id(of)}:{id}"));
            xml.WriteElementString("title", atom, Clean(AlertText.Headline(alert)));
            xml.WriteElementString("updated", atom, alert.At);
            xml.WriteStartElement("content", atom);
            xml.WriteAttributeString("type", "text");
            xml.WriteString(Clean(AlertText.Of(alert)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteJson((string Kind, string Name) of, IReadOnlyList<(long Id, Alert Alert)> alerts, Stream output) => JsonSerializer.Serialize(
        output,
        new
        {
            version = "https://jsonfeed.org/version/1.1",
            title = $"Readout: {of.Name}",
            items = alerts.Select(a => new { id = FormattableString.Invariant($"{Id(of)}:{a.Id}"), title = AlertText.Headline(a.Alert), content_text = AlertText.Of(a.Alert), date_published = a.Alert.At, _readout = a.Alert }),
        },
        WatchStore.Json);

    private static string Id((string Kind, string Name) of) => $"urn:readout:{of.Kind}:{Uri.EscapeDataString(of.Name)}";

    // what XML 1.0 can't hold
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value is 9 or 10 or 13 or >= 0x20 and not (0xFFFE or 0xFFFF) ? rune.ToString() : "\uFFFD");
        return clean.ToString();
    }
}
