using System.Globalization;

namespace Personalify.Domain.Moods;

/// <summary>
/// Latin letters as the model knows them: lower case and without accents. The letters are written out, so that neither the settings of a
/// process nor the version of a library of the system changes what the model reads, as they would with .NET's normalization.
/// </summary>
internal static class TextFolding
{
    private const int TableEnd = 0x250;
    private const int AdditionalStart = 0x1E00;
    private const int AdditionalEnd = 0x1F00;

    /// <summary>A letter, and all that are read as it: with accents, in upper case, and those that Unicode does not take apart.</summary>
    private static readonly string[] Letters =
    [
        "aÀÁÂÃÄÅÆàáâãäåæĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ",
        "bḂḃḄḅḆḇ",
        "cÇçĆćĈĉĊċČčḈḉ",
        "dÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ",
        "eÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ",
        "fḞḟ",
        "gĜĝĞğĠġĢģǦǧǴǵḠḡ",
        "hĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ",
        "iÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị",
        "jĴĵǰ",
        "kĶķǨǩḰḱḲḳḴḵ",
        "lĹĺĻļĽľŁłḶḷḸḹḺḻḼḽ",
        "mḾḿṀṁṂṃ",
        "nÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋ",
        "oÒÓÔÕÖØòóôõöøŌōŎŏŐőŒœƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ",
        "pṔṕṖṗ",
        "rŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ",
        "sßŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩẞ",
        "tÞþŢţŤťȚțṪṫṬṭṮṯṰṱẗ",
        "uÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự",
        "vṼṽṾṿ",
        "wŴŵẀẁẂẃẄẅẆẇẈẉẘ",
        "xẊẋẌẍ",
        "yÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ",
        "zŹźŻżŽžẐẑẒẓẔẕ",
    ];

    private static readonly char[] Table = Build(0, TableEnd);
    private static readonly char[] Additional = Build(AdditionalStart, AdditionalEnd);

    /// <summary>The letter without case and accent; what is no Latin letter comes back as it is.</summary>
    public static char Fold(char unit) => unit switch
    {
        < (char)TableEnd => Table[unit],
        >= (char)AdditionalStart and < (char)AdditionalEnd => Additional[unit - AdditionalStart],
        >= '\uFF10' and <= '\uFF5A' => Table[unit - 0xFEE0],
        _ => unit,
    };

    /// <summary>How many digits a text begins with. The library's search in a range allocates before it is compiled for speed.</summary>
    public static int LeadingDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count])) count++;
        return count;
    }

    /// <summary>Whether <see cref="Fold"/> made it a letter of the Latin alphabet or a digit.</summary>
    public static bool IsPlain(char folded) => folded is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    /// <summary>Marks on or about other characters, which are no word: accents, variation selectors, joiners, bidi marks.</summary>
    public static bool IsInvisible(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol;

    private static char[] Build(int start, int end)
    {
        var table = new char[end - start];
        for (var i = 0; i < table.Length; i++) table[i] = (char)(start + i);
        for (var upper = 'A'; upper <= 'Z' && start == 0; upper++) table[upper] = (char)(upper - 'A' + 'a');
        foreach (var letters in Letters)
        {
            foreach (var letter in letters)
            {
                if (letter >= start && letter < end) table[letter - start] = letters[0];
            }
        }
        return table;
    }
}
