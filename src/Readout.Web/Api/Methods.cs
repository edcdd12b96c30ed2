using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace Readout.Web.Api;

/// <summary>Which methods an address takes. Asked only where none of its routes took the request: what answers everything else hides that from the router.</summary>
internal static class Methods
{
    /// <summary>The methods of the routes that this path leads to, in their order as text; none where nothing stands there.</summary>
    public static IReadOnlyList<string> Of(HttpContext context)
    {
        var services = context.RequestServices;
        var policies = services.GetRequiredService<ParameterPolicyFactory>();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var route in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (route.Metadata.GetMetadata<HttpMethodMetadata>() is { } takes && Leads(context, route.RoutePattern, policies))
                found.UnionWith(takes.HttpMethods);
        }
        if (found.Contains(HttpMethods.Get) && !context.Request.Path.StartsWithSegments("/v1/events", StringComparison.Ordinal))
            found.Add(HttpMethods.Head);
        return [.. found];
    }

    private static bool Leads(HttpContext context, RoutePattern pattern, ParameterPolicyFactory policies)
    {
        var values = new RouteValueDictionary();
        return new TemplateMatcher(new RouteTemplate(pattern), new RouteValueDictionary(pattern.Defaults)).TryMatch(context.Request.Path, values)
            && pattern.Parameters.All(part => part.ParameterPolicies.All(policy =>
                policies.Create(part, policy) is not IRouteConstraint constraint || constraint.Match(context, null, part.Name, values, RouteDirection.IncomingRequest)));
    }
}
