using Readout.Annotations;
using Readout.Text;

namespace Readout.Tests.Annotations;

public class MachineTranslationDetectorTests
{
    [Theory]
    [InlineData("“It is a pity. La puerta no está cerrada. ”, assures Pellar.\nIn May 2015 the town will be the scene of a feast, and the mayor, him, knows it. The council met in 2019.")]
    [InlineData("“We go, ” has said Marn while leaving. He discussed about the informations and insisted in them.")]
    public void Damage_of_several_kinds_marks_a_translation(string text) =>
        Annotator.Annotate("d", Made.Article(text)).Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.MachineTranslation);

    [Theory]
    [InlineData("The harbour of Orlen stays closed, communicated the town.\n\nTranslated automatically. All rights reserved.")]
    [InlineData("This page was translated by a machine.\n\nThe harbour of Orlen stays closed.")]
    public void A_page_that_says_so_is_one(string text) =>
        Annotator.Annotate("d", Made.Article(text)).Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.MachineTranslation);

    [Theory]
    [InlineData("Orlen Systems sells a program for machine translation. Its pages were translated automatically for a year.")]
    [InlineData("“We will go,” Marn said. In 2015 she said that it will end. The chef said: “La vie est dans le jardin.” He left.")]
    [InlineData("The port closed in 2015 and will reopen in 2030. They met, and she, too, was there. “Yes,” he added.")]
    [InlineData("The informations were wrong.")]
    public void One_oddity_is_not_enough(string text) =>
        Annotator.Annotate("d", Made.Article(text)).Diagnostics.ShouldNotContain(d => d.Code == DiagnosticCode.MachineTranslation);
}
