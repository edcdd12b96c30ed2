using System.Collections.Frozen;
using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Readout.Store;

namespace Readout.Web.Serving;

/// <summary>The style sheet and the scripts, embedded in the program and held compressed. Their addresses change with their content, so a browser asks once.</summary>
internal static class AssetFiles
{
    private static readonly FrozenDictionary<string, Asset> s_all = Load();

    /// <summary>The address of a file: <c>/assets/readout.css?v=3fa2b91c</c>.</summary>
    public static string Address(string name) => $"/assets/{name}?v={s_all[name].Tag}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/assets/{name}", (string name, HttpContext context) => Answer(name, context));
        // asked for by browsers that show a text
        app.MapGet("/favicon.ico", () => Results.Redirect(Address("readout.svg")));
    }

    private static IResult Answer(string name, HttpContext context)
    {
        if (!s_all.TryGetValue(name, out var asset))
            return Results.NotFound();
        var headers = context.Response.Headers;
        headers.CacheControl = context.Request.Query["v"] == asset.Tag ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        var isSmall = context.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br" && e.Quality is not 0);
        if (isSmall)
            headers.ContentEncoding = "br";
        return Results.Bytes(isSmall ? asset.Packed : asset.Bytes, asset.Type, entityTag: new EntityTagHeaderValue(new StringSegment($"\"{asset.Tag}{(isSmall ? "-br" : "")}\"")));
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(AssetFiles).Assembly;
        const string folder = "assets/";
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).ToFrozenDictionary(
            n => n[folder.Length..],
            n =>
            {
                using var stream = assembly.GetManifestResourceStream(n)!;
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                using var packed = new MemoryStream();
                using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
                    brotli.Write(bytes.ToArray());
                return new Asset(bytes.ToArray(), packed.ToArray(), Type(n), PageStore.Hash(bytes.ToArray())[..12]);
            },
            StringComparer.Ordinal);
    }

    private static string Type(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private sealed record Asset(byte[] Bytes, byte[] Packed, string Type, string Tag);
}
