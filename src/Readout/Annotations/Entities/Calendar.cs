using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Months and weekdays are capitalised in English and name nothing.</summary>
internal static class Calendar
{
    public static bool IsName(string norm) => Language.En.IsTimeName(norm);
}
