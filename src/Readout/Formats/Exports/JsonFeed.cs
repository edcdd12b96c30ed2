namespace Readout.Formats.Exports;

/// <summary>Changes of state as a JSON Feed 1.1; places under <c>_readout</c>, as the standard has extensions named.</summary>
internal static class JsonFeed
{
    public static void Write(RecordView record, ExportOptions options, Stream output)
    {
        var feed = new StateFeed(record, options.Subject);
        Ld.Document(output, json =>
        {
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.Objects("authors", ["Readout"], name => json.WriteString("name", name));
            json.WriteStartArray("items");
            foreach (var change in feed.Changes)
            {
                json.Object(() =>
                {
                    json.WriteString("id", PageNames.Part(change.Id));
                    var addresses = feed.Addresses(change).ToList();
                    json.Text("url", addresses.FirstOrDefault());
                    json.WriteString("title", feed.TitleOf(change));
                    json.WriteString("content_text", feed.Content(change));
                    json.Text("date_published", change.Updated);
                    json.Strings("tags", [change.Kind]);
                    json.Object("_readout", () =>
                    {
                        json.WriteString("subject", change.Subject);
                        json.Objects("places", change.Places, place =>
                        {
                            json.WriteString("document", place.Document);
                            json.WriteStartArray("span");
                            json.WriteNumberValue(place.Start);
                            json.WriteNumberValue(place.End);
                            json.WriteEndArray();
                        });
                    });
                });
            }
            json.WriteEndArray();
        });
    }
}
