using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Readout.Formats;

namespace Readout.Web.Api;

/// <summary>The API as an OpenAPI 3.1 document, made of what stands beside each route: a route can't be left out or described that is not there.</summary>
internal static partial class OpenApi
{
    private const string Components = "#/components/schemas/";

    public static void Map(WebApplication app)
    {
        Answer? made = null;
        app.MapGet("/openapi.json", (EndpointDataSource endpoints, SiteOptions site) => made ??= Answer.Of(Document(endpoints.Endpoints, site.Version)));
    }

    internal static JsonObject Document(IEnumerable<Endpoint> endpoints, string version)
    {
        var paths = new JsonObject();
        var documented = endpoints.OfType<RouteEndpoint>().Select(e => (Path: Path(e), Route: e, Doc: e.Metadata.GetMetadata<ApiDoc>()))
            .Where(e => e.Doc is not null).OrderBy(e => e.Path, StringComparer.Ordinal);
        var parameters = Schemas()["parameters"]!.AsObject();
        foreach (var (path, route, doc) in documented)
        {
            var operations = paths[path]?.AsObject() ?? (paths[path] = new JsonObject()).AsObject();
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
#pragma warning disable CA1308 // methods are written so in the document
                operations[method.ToLowerInvariant()] = Operation(route, doc!, parameters);
#pragma warning restore CA1308
        }
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Readout", ["version"] = version.Length > 0 ? version : "0", ["description"] = "A workspace: what the pages say, who says so, where the sources differ. Offsets are Unicode code points." },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = All(),
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
            },
            ["security"] = new JsonArray(new JsonObject(), new JsonObject { ["token"] = new JsonArray() }),
        };
    }

    private static JsonObject Operation(RouteEndpoint route, ApiDoc doc, JsonObject parameters)
    {
        var taken = new JsonArray();
        foreach (var part in route.RoutePattern.Parameters)
            taken.Add(new JsonObject { ["name"] = part.Name, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } });
        foreach (var name in doc.Takes)
        {
            var parameter = parameters[name]!.DeepClone().AsObject();
            taken.Add(new JsonObject { ["name"] = name, ["in"] = "query", ["description"] = parameter["description"]!.DeepClone(), ["schema"] = parameter["schema"]!.DeepClone() });
        }
        var operation = new JsonObject { ["summary"] = doc.Summary, ["parameters"] = taken };
        if (doc.Body is not null)
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(doc.BodyType, doc.BodyType == "application/json" ? Reference(doc.Body) : null) };
        operation["responses"] = new JsonObject
        {
            [doc.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new JsonObject { ["description"] = "It is done.", ["content"] = doc.Status == StatusCodes.Status204NoContent ? new JsonObject() : Content(doc.Type, Schema(doc)) },
            ["default"] = new JsonObject { ["description"] = "It is not; the answer says why.", ["content"] = Content(Problem.Type, Reference("Problem")) },
        };
        return operation;
    }

    private static JsonObject Content(string type, JsonObject? schema) =>
        new() { [type] = schema is null ? new JsonObject() : new JsonObject { ["schema"] = schema } };

    private static JsonObject? Schema(ApiDoc doc) => doc.Schema is null ? null : !doc.IsList ? Reference(doc.Schema) : new JsonObject
    {
        ["type"] = "object",
        ["required"] = new JsonArray("items", "next"),
        ["properties"] = new JsonObject
        {
            ["items"] = new JsonObject { ["type"] = "array", ["items"] = Reference(doc.Schema) },
            ["next"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "null" }) },
        },
    };

    private static JsonObject Reference(string name) => new() { ["$ref"] = Components + name };

    // The record's own schema becomes one of the components; what it refers to inside itself lies deeper now.
    private static JsonObject All()
    {
        var all = Schemas()["schemas"]!.DeepClone().AsObject();
        var record = JsonNode.Parse(Json.Schema().Replace("\"#/$defs/", $"\"{Components}Record/$defs/", StringComparison.Ordinal))!.AsObject();
        record.Remove("$schema");
        all["Record"] = record;
        return all;
    }

    private static JsonObject Schemas()
    {
        using var stream = typeof(OpenApi).Assembly.GetManifestResourceStream("schemas.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    // {id:long} is written {id}
    private static string Path(RouteEndpoint route) => "/" + Constraint().Replace(route.RoutePattern.RawText!.Trim('/'), "{$1}");

    [GeneratedRegex(@"\{\**(\w+)(:[^}]*)?\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constraint();
}
