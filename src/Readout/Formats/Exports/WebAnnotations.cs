using System.Text.Json;

namespace Readout.Formats.Exports;

/// <summary>
/// W3C Web Annotation Data Model: one annotation for each thing that the record finds on the pages, in one page of one
/// collection. Every target bears its words with those around them, for tools that look the words up, and their place
/// in code points, for those that have the page's text.
/// </summary>
internal static class WebAnnotations
{
    // What tells one occurrence of the words from the next, without carrying off the paragraph.
    private const int Around = 32;

    private const string Collection = "urn:x-readout:annotations";

    public static void Write(RecordView record, ExportOptions options, Stream output)
    {
        var found = Finding.All(record).ToList();
        Ld.Document(output, json =>
        {
            json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
            json.WriteString("id", Collection);
            json.WriteString("type", "AnnotationCollection");
            json.WriteString("label", "What Readout found on the pages");
            json.WriteNumber("total", found.Count);
            if (found.Count == 0)
                return;
            json.Object("first", () =>
            {
                json.WriteString("id", Collection + ":1");
                json.WriteString("type", "AnnotationPage");
                json.WriteString("partOf", Collection);
                json.WriteNumber("startIndex", 0);
                json.Objects("items", found, finding => WriteAnnotation(json, record, finding));
            });
        });
    }

    private static void WriteAnnotation(Utf8JsonWriter json, RecordView record, Finding finding)
    {
        json.WriteString("id", PageNames.Part(finding.Id));
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", finding.Motivation);
        json.Objects("body", finding.Bodies, body =>
        {
            json.WriteString("type", "TextualBody");
            json.WriteString("purpose", body.Purpose);
            json.WriteString("format", "text/plain");
            json.WriteString("value", body.Value);
        });
        json.Objects("target", finding.Places, place => WriteTarget(json, record, finding.Document, place));
    }

    private static void WriteTarget(Utf8JsonWriter json, RecordView record, string document, (int Start, int End) place)
    {
        json.WriteString("type", "SpecificResource");
        if (record.Page(document) is { } page)
        {
            json.WriteString("source", PageNames.Of(page));
            // An address may bear other words tomorrow; these bytes are the ones that were read.
            if (PageNames.ByHash(page) is { } bytes)
            {
                json.Object("state", () =>
                {
                    json.WriteString("type", "TimeState");
                    json.WriteString("cached", bytes);
                });
            }
        }
        else
        {
            json.WriteString("source", PageNames.Part(document));
        }
        json.WriteStartArray("selector");
        if (record.Words(document, place) is { } words)
        {
            json.Object(() =>
            {
                var length = record.Text(document)!.CodePointLength;
                json.WriteString("type", "TextQuoteSelector");
                json.WriteString("exact", words);
                json.Text("prefix", record.Words(document, (Math.Max(0, place.Start - Around), place.Start)));
                json.Text("suffix", record.Words(document, (place.End, Math.Min(length, place.End + Around))));
            });
        }
        json.Object(() =>
        {
            json.WriteString("type", "TextPositionSelector");
            json.WriteNumber("start", place.Start);
            json.WriteNumber("end", place.End);
        });
        json.WriteEndArray();
    }
}
