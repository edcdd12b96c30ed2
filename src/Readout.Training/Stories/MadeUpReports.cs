using System.Globalization;
using NodaTime;
using Readout.Stories.Streams;

namespace Readout.Training.Stories;

/// <summary>
/// Forms that newsrooms fill in: results, quarterly figures, the weather, court lists. Two of one form are near alike word by word and
/// report two events; the sets have few such pairs, so that a model fitted on them alone trusts words over names.
/// </summary>
internal static class MadeUpReports
{
    private const int EventsOfAForm = 24;

    private static readonly string[] s_towns = ["Orlen", "Vask", "Torrim", "Helsby", "Quarn", "Dunmore", "Pellick", "Sorvane", "Brackwell", "Ystermo", "Kaldry", "Fenwater", "Ostrel", "Marram"];
    private static readonly string[] s_names = ["Moll", "Pell", "Sorrel", "Harrick", "Oskell", "Vantor", "Marsh", "Keld", "Salloway", "Quill", "Tarn", "Ostrander", "Voss", "Ebbing", "Lund", "Carrow"];
    private static readonly string[] s_firsts = ["Ada", "Jory", "Ina", "Tove", "Bram", "Lise", "Edo", "Runa", "Piet", "Mara"];

    private static readonly (string Title, string Text)[][] s_forms =
    [
        [
            ("{1} Corp quarterly profit rises", "{1} Corp of {0} said net profit rose to {3} million crowns in the quarter from {4} million a year earlier. Sales were {5} million crowns. Chairman {2} said orders for the year looked firm."),
            ("{1} earns {3} mln crowns", "Quarterly net profit at {1} Corp came to {3} million crowns on sales of {5} million, the {0} company said; a year ago it was {4} million."),
        ],
        [
            ("{0} beat visitors to go top", "{0} won {6} to 1 at home on Saturday and went top of the league. {2} scored in the first half and the goalkeeper saved a penalty before {3} spectators."),
            ("{2} goal sends {0} top", "A first-half goal by {2} helped {0} to a home win, {6} to 1, that takes them to the top of the league before a crowd of {3}."),
        ],
        [
            ("Man jailed over {0} fire", "A court in {0} jailed {2} for {6} years over a fire that destroyed a warehouse. The judge said the damage came to {3} thousand crowns and that nobody was hurt."),
            ("{2} gets {6} years for warehouse fire", "{2} must go to prison for {6} years for the fire at a warehouse in {0}, where damage of {3} thousand crowns was done, a judge ruled."),
        ],
        [
            ("Quake of {6}.2 shakes {0}", "An earthquake of magnitude {6}.2 struck {0} early on Monday, the survey said. It was felt in {1} and damaged {3} houses. Rescuers led by {2} searched the rubble."),
            ("{0} hit by earthquake, {3} houses damaged", "At least {3} houses were damaged when an earthquake shook {0} and {1}. {2}, who leads the rescuers, said the search went on."),
        ],
        [
            ("Police shoot man in {0}", "Police in {0} shot a man of {6}{6} on Tuesday evening after a call to a house in {1} Street. Chief {2} said the officer was on leave and an inquiry had begun."),
            ("Inquiry after {0} police shooting", "An inquiry has begun in {0} after an officer shot a man of {6}{6} in {1} Street. The officer is on leave, said police chief {2}."),
        ],
        [
            ("{0} council passes budget", "The council of {0} passed a budget of {3} million crowns late on Thursday by {6} votes. Mayor {2} said taxes would not rise. The opposition called the plan reckless."),
            ("No tax rise as {0} passes {3} million budget", "Taxes stay as they are in {0}, where the council agreed a budget of {3} million crowns. The opposition called it reckless; mayor {2} defended it."),
        ],
    ];

    public static List<(StreamText Text, string Event, string Topic)> Make()
    {
        var made = new List<(StreamText, string, string)>();
        for (var form = 0; form < s_forms.Length; form++)
        {
            for (var n = 0; n < EventsOfAForm; n++)
            {
                var seed = (form * 31) + (n * 17);
                var person = s_firsts[(seed + n) % s_firsts.Length] + " " + s_names[((seed * 5) + n) % s_names.Length];
                object[] facts = [s_towns[(n * 5 + form) % s_towns.Length], s_names[(n * 3 + 1) % s_names.Length], person, 20 + (seed * 7 % 900), 15 + (seed * 11 % 700), 200 + (seed * 13 % 5000), 2 + (seed % 7)];
                var day = new LocalDate(2031, 1, 1).PlusDays(seed % 40);
                for (var told = 0; told < 2 + (n % 2); told++)
                {
                    var (title, text) = s_forms[form][told % 2];
                    var id = string.Create(CultureInfo.InvariantCulture, $"{form}-{n}-{told}");
                    made.Add((new StreamText(id, Fill(told == 2 ? s_forms[form][1].Title : title, facts), Fill(text, facts), n % 3 == 0 ? null : day.PlusDays(told)), id[..^2], form.ToString(CultureInfo.InvariantCulture)));
                }
            }
        }
        return made;
    }

    private static string Fill(string words, object[] facts) => string.Format(CultureInfo.InvariantCulture, words, facts);
}
