using Readout.Languages;

namespace Readout.Tests.Languages;

public class LanguageIdentifierTests
{
    [Theory]
    [InlineData("da", "Havnerådet i Vask har besluttet at lukke den gamle færgehavn, sagde formanden efter mødet. Nogle af fiskerne havde håbet på mere tid, men det blev der ikke noget af. Nu må de flytte deres både i næste uge.")]
    [InlineData("nb", "Havnerådet i Vask har besluttet å stenge den gamle fergehavnen, sa lederen etter møtet. Noen av fiskerne hadde håpet på mer tid, men det ble det ikke noe av. Nå må de flytte båtene sine neste uke.")]
    [InlineData("nn", "Hamnerådet i Vask har vedteke å stengje den gamle ferjehamna, sa leiaren etter møtet. Nokre av fiskarane hadde vona på meir tid, men det vart det ikkje noko av. No må dei flytte båtane sine neste veke.")]
    [InlineData("sv", "Hamnrådet i Vask har beslutat att stänga den gamla färjehamnen, sade ordföranden efter mötet. Några av fiskarna hade hoppats på mer tid, men så blev det inte. Nu måste de flytta sina båtar nästa vecka.")]
    [InlineData("cs", "Přístavní rada ve Vasku se rozhodla uzavřít starý přívoz, řekla její předsedkyně po jednání. Někteří rybáři doufali, že budou mít více času, ale nic z toho nebylo. Příští týden musí své čluny přesunout.")]
    [InlineData("sk", "Prístavná rada vo Vasku sa rozhodla zatvoriť starú kompu, povedala jej predsedníčka po rokovaní. Niektorí rybári dúfali, že budú mať viac času, ale nič z toho nebolo. Budúci týždeň musia svoje člny presunúť.")]
    [InlineData("hr", "Lučko vijeće u Vasku odlučilo je zatvoriti staru trajektnu luku, kazala je predsjednica nakon sjednice. Ribari su se nadali da će imati više vremena, što se nije dogodilo. Sljedeći tjedan svatko mora premjestiti svoj brod na novo mjesto, a gdje točno, nitko ne zna.")]
    [InlineData("sr", "Lučki savet u Vasku odlučio je da zatvori staru trajektnu luku, rekla je predsednica posle sednice. Ribari su se nadali da će imati više vremena, ali se to nije desilo. Sledeće nedelje svako mora da premesti svoj brod na novo mesto, a gde tačno, niko ne zna.")]
    [InlineData("sr", "Лучки савет у Васку одлучио је да затвори стару трајектну луку, рекла је председница после седнице. Рибари су се надали да ће имати више времена, али се то није десило.")]
    [InlineData("pt", "O conselho do porto de Vask decidiu fechar o velho terminal, disse a presidente depois da reunião. Alguns pescadores não tinham mais tempo e agora precisam levar os seus barcos para outro cais até o fim do mês.")]
    [InlineData("gl", "O consello do porto de Vask decidiu pechar a vella terminal, dixo a presidenta despois da xuntanza. Algúns pescadores non tiñan máis tempo e agora precisan levar os seus barcos a outro peirao ata o fin do mes. Tamén hai unha segunda proposta.")]
    [InlineData("es", "El consejo del puerto de Vask decidió cerrar la vieja terminal, dijo la presidenta después de la reunión. Algunos pescadores no tenían más tiempo y ahora tienen que llevar sus barcos a otro muelle hasta el fin de mes.")]
    [InlineData("ca", "El consell del port de Vask ha decidit tancar la vella terminal, va dir la presidenta després de la reunió. Alguns pescadors no tenien més temps i ara han de portar les seves barques a un altre moll amb ajuda dels veïns.")]
    [InlineData("id", "Dewan pelabuhan Vask memutuskan untuk menutup terminal lama karena biayanya terlalu besar, kata ketuanya setelah rapat pada Senin. Warga mengatakan bahwa mereka harus memindahkan perahu dari dermaga dan tidak memiliki uang.")]
    [InlineData("ms", "Lembaga pelabuhan Vask memutuskan untuk menutup terminal lama kerana kosnya terlalu besar, kata pengerusinya selepas mesyuarat pada Isnin. Penduduk berkata bahawa mereka mesti memindahkan bot dari jeti dan tidak mempunyai wang.")]
    [InlineData("uk", "Портова рада Васка вирішила закрити старий причал, сказала її голова після засідання. Деякі рибалки сподівалися, що матимуть більше часу, але цього не сталося.")]
    [InlineData("ru", "Портовый совет Васка решил закрыть старый причал, сказала его глава после заседания. Некоторые рыбаки надеялись, что у них будет больше времени, но этого не случилось.")]
    [InlineData("be", "Партовая рада Васка вырашыла закрыць стары прычал, сказала яе старшыня пасля пасяджэння. Некаторыя рыбакі спадзяваліся, што ў іх будзе больш часу, але гэтага не здарылася.")]
    [InlineData("bg", "Пристанищният съвет на Васк реши да затвори стария кей, каза председателката му след заседанието. Някои рибари се надяваха, че ще имат повече време, но това не стана.")]
    [InlineData("mk", "Пристанишниот совет на Васк одлучи да го затвори стариот кеј, рече претседателката по седницата. Некои рибари се надеваа дека ќе имаат повеќе време, но тоа не се случи.")]
    [InlineData("is", "Hafnarráðið í Vask hefur ákveðið að loka gömlu ferjuhöfninni, sagði formaðurinn eftir fundinn. Sumir sjómenn höfðu vonað að þeir fengju meiri tíma, en það varð ekki.")]
    [InlineData("ja", "ヴァスク港の評議会は、古いフェリー乗り場を閉鎖することを決めたと議長が述べた。")]
    [InlineData("zh", "瓦斯克港务委员会决定关闭旧的渡轮码头，主席在会后表示。渔民希望有更多时间。")]
    [InlineData("th", "สภาท่าเรือวาสก์มีมติปิดท่าเรือข้ามฟากเก่า ประธานกล่าวหลังการประชุม")]
    [InlineData("ar", "قرر مجلس ميناء فاسك إغلاق محطة العبارات القديمة، وقالت رئيسته بعد الجلسة إن الصيادين كانوا يأملون في مزيد من الوقت.")]
    [InlineData("fa", "شورای بندر واسک تصمیم گرفت پایانه قدیمی را ببندد و رئیس آن پس از نشست گفت که ماهیگیران امیدوار بودند زمان بیشتری داشته باشند.")]
    [InlineData("he", "מועצת הנמל של ואסק החליטה לסגור את המסוף הישן, אמרה היושבת ראש לאחר הישיבה.")]
    [InlineData("hi", "वास्क बंदरगाह परिषद ने पुराने घाट को बंद करने का फैसला किया है, अध्यक्ष ने बैठक के बाद कहा कि मछुआरों को और समय चाहिए था।")]
    [InlineData("mr", "वास्क बंदर परिषदेने जुना धक्का बंद करण्याचा निर्णय घेतला आहे, असे अध्यक्षांनी बैठकीनंतर सांगितले. मच्छिमारांना आणखी वेळ हवा होता.")]
    public void Close_languages_are_told_apart_by_their_text(string language, string text)
    {
        LanguageIdentifier.Identify(text).ShouldBe(language);
        // What the page says of itself tips scales; it doesn't turn a text of some length.
        LanguageIdentifier.Identify(text, "en").ShouldBe(language);
    }

    [Fact]
    public void A_declared_neighbour_does_not_turn_a_text()
    {
        LanguageIdentifier.Identify("Nogle af fiskerne havde håbet på mere tid, men det blev der ikke noget af. Nu må de flytte deres både i næste uge.", "nb").ShouldBe("da");
        LanguageIdentifier.Identify("Niektorí rybári dúfali, že budú mať viac času, ale nič z toho nebolo. Budúci týždeň musia svoje člny presunúť.", "cs").ShouldBe("sk");
    }

    [Theory]
    [InlineData("hr", "Danas je most zatvoren.")]
    [InlineData("sr", "Danas je most zatvoren.")]
    public void What_the_page_says_decides_where_the_text_leaves_it_open(string declared, string text) =>
        LanguageIdentifier.Identify(text, declared).ShouldBe(declared);

    [Theory]
    [InlineData("")]
    [InlineData("12 345 — 67 %")]
    [InlineData("Vask 3:2")]
    [InlineData("Xqrz kwvb pltm gghx bnnq wzzr tkkp vmxq ljjh cfdz rrtp qwkx bvnm zzlk hgfd ptrx kkwq mnbv cxzl tyyp qqrr wxcv bnml kjhg fdsq ptry zxqw vbnk lmjh gtrf dcxz qwrt ypsd fghj klzx cvbn mqwr typs dfgh jklz xcvb nmqw rtyp sdfg hjkl zxcv bnmq wrty psdf ghjk lzxc vbnm")]
    public void What_is_in_no_known_language_stays_unknown(string text) => LanguageIdentifier.Identify(text).ShouldBeNull();

    [Theory]
    [InlineData("de-AT", "de")]
    [InlineData("no", "nb")]
    [InlineData("zh_Hant", "zh")]
    [InlineData("iw", "he")]
    [InlineData("lang", null)]
    [InlineData("{{ locale }}", null)]
    public void A_tag_gives_its_language(string tag, string? language) => LanguageIdentifier.OfTag(tag).ShouldBe(language);
}
