using Readout.Claims;

namespace Readout.Briefs;

/// <summary>The sections of the brief in editors' order.</summary>
internal static class BriefSections
{
    public static IReadOnlyList<BriefSection> Compose(ReportMaterial material)
    {
        var (ledger, printer) = (material.Ledger, material.Printer);
        return
        [
            StateSections.StateOfPlay(ledger, printer),
            material.Before is { } before ? NewsSection.Compose(ledger, before, material.Options.Since!.Value, printer) : StateSections.WhatIsNew(ledger, printer),
            QuoteSections.ForBrief(material),
            ProspectSections.Pending(ledger, printer),
            DisputeSections.Compose(ledger, printer),
            TimelineSections.Lines(material.Timeline, printer),
            SourceSections.Pages(ledger),
            GapsSection.Compose(ledger),
        ];
    }
}
