using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Parallax.Read;

/// <summary>An encoding as the web names it: pages declare many labels for each, and some labels mean another encoding than their standard says.</summary>
internal sealed class EncodingLabel
{
    // Label, the web's name for it, code page of the platform. By the labels that browsers read; those of the same name are one encoding.
    private const string Table = """
        866 ibm866 866|cp866 ibm866 866|ibm866 ibm866 866|csibm866 ibm866 866
        iso-8859-2 iso-8859-2 28592|iso8859-2 iso-8859-2 28592|iso_8859-2 iso-8859-2 28592|latin2 iso-8859-2 28592|l2 iso-8859-2 28592|csisolatin2 iso-8859-2 28592
        iso-8859-3 iso-8859-3 28593|latin3 iso-8859-3 28593|iso-8859-4 iso-8859-4 28594|latin4 iso-8859-4 28594
        iso-8859-5 iso-8859-5 28595|iso8859-5 iso-8859-5 28595|iso_8859-5 iso-8859-5 28595|cyrillic iso-8859-5 28595
        iso-8859-6 iso-8859-6 28596|iso8859-6 iso-8859-6 28596|arabic iso-8859-6 28596|asmo-708 iso-8859-6 28596|ecma-114 iso-8859-6 28596
        iso-8859-7 iso-8859-7 28597|iso8859-7 iso-8859-7 28597|greek iso-8859-7 28597|ecma-118 iso-8859-7 28597|elot_928 iso-8859-7 28597
        iso-8859-8 iso-8859-8 28598|hebrew iso-8859-8 28598|visual iso-8859-8 28598|iso-8859-8-i iso-8859-8-i 38598|logical iso-8859-8-i 38598
        iso-8859-13 iso-8859-13 28603|iso8859-13 iso-8859-13 28603|iso-8859-15 iso-8859-15 28605|iso8859-15 iso-8859-15 28605|latin9 iso-8859-15 28605|l9 iso-8859-15 28605
        koi8-r koi8-r 20866|koi8 koi8-r 20866|koi koi8-r 20866|koi8_r koi8-r 20866|cskoi8r koi8-r 20866|koi8-u koi8-u 21866|koi8-ru koi8-u 21866
        macintosh macintosh 10000|mac macintosh 10000|x-mac-roman macintosh 10000|x-mac-cyrillic x-mac-cyrillic 10007|x-mac-ukrainian x-mac-cyrillic 10007
        windows-874 windows-874 874|tis-620 windows-874 874|iso-8859-11 windows-874 874|iso8859-11 windows-874 874|dos-874 windows-874 874
        windows-1250 windows-1250 1250|cp1250 windows-1250 1250|x-cp1250 windows-1250 1250
        windows-1251 windows-1251 1251|cp1251 windows-1251 1251|x-cp1251 windows-1251 1251|win-1251 windows-1251 1251
        windows-1252 windows-1252 1252|cp1252 windows-1252 1252|x-cp1252 windows-1252 1252|iso-8859-1 windows-1252 1252|iso8859-1 windows-1252 1252|iso_8859-1 windows-1252 1252
        iso88591 windows-1252 1252|latin1 windows-1252 1252|latin-1 windows-1252 1252|l1 windows-1252 1252|us-ascii windows-1252 1252|ascii windows-1252 1252|ansi_x3.4-1968 windows-1252 1252
        windows-1253 windows-1253 1253|cp1253 windows-1253 1253|windows-1254 windows-1254 1254|cp1254 windows-1254 1254|iso-8859-9 windows-1254 1254|iso8859-9 windows-1254 1254|latin5 windows-1254 1254|l5 windows-1254 1254
        windows-1255 windows-1255 1255|cp1255 windows-1255 1255|windows-1256 windows-1256 1256|cp1256 windows-1256 1256|windows-1257 windows-1257 1257|cp1257 windows-1257 1257|windows-1258 windows-1258 1258|cp1258 windows-1258 1258
        gbk gbk 54936|gb2312 gbk 54936|gb_2312 gbk 54936|gb_2312-80 gbk 54936|chinese gbk 54936|x-gbk gbk 54936|csgb2312 gbk 54936|iso-ir-58 gbk 54936|gb18030 gb18030 54936
        big5 big5 950|big5-hkscs big5 950|cn-big5 big5 950|csbig5 big5 950|x-x-big5 big5 950
        euc-jp euc-jp 51932|x-euc-jp euc-jp 51932|shift_jis shift_jis 932|shift-jis shift_jis 932|sjis shift_jis 932|x-sjis shift_jis 932|windows-31j shift_jis 932|ms_kanji shift_jis 932|ms932 shift_jis 932|csshiftjis shift_jis 932
        iso-2022-jp iso-2022-jp 50220|csiso2022jp iso-2022-jp 50220
        euc-kr euc-kr 949|ks_c_5601-1987 euc-kr 949|ks_c_5601-1989 euc-kr 949|ksc5601 euc-kr 949|ksc_5601 euc-kr 949|korean euc-kr 949|windows-949 euc-kr 949|cseuckr euc-kr 949|iso-ir-149 euc-kr 949
        utf-8 utf-8 65001|utf8 utf-8 65001|unicode-1-1-utf-8 utf-8 65001|unicode utf-8 65001|utf-16 utf-8 65001|utf-16le utf-8 65001|utf-16be utf-8 65001|utf-7 utf-8 65001|utf-32 utf-8 65001
        """;

    private static readonly FrozenDictionary<string, EncodingLabel> Labels = Load();

    private EncodingLabel(string name, int page) => (Name, CodePage) = (name, page);

    /// <summary>The web's name of the encoding.</summary>
    public string Name { get; }

    /// <summary>What was declared is UTF-8, or an encoding that a page whose declaration could be read cannot be in.</summary>
    public bool IsUtf8 => CodePage == 65001;

    /// <summary>All its bytes are ASCII; escapes switch the alphabet.</summary>
    public bool IsEscaped => CodePage == 50220;

    /// <summary>The platform's encoding with U+FFFD for what is invalid; null for UTF-8, which is tried first in any case.</summary>
    public Encoding? Encoding => IsUtf8 ? null
        // The provider is asked directly: registering it would change encodings for the whole process.
        : CodePagesEncodingProvider.Instance.GetEncoding(CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));

    private int CodePage { get; }

    /// <summary>The encoding that pages call <paramref name="label"/>; null where the web knows none of that name.</summary>
    public static EncodingLabel? Of(string? label)
    {
        if (label is null)
            return null;
        string tidy = label.Trim(' ', '\t', '\r', '\n', '"', '\'', ';').ToLowerInvariant();
        return Labels.GetValueOrDefault(tidy);
    }

    private static FrozenDictionary<string, EncodingLabel> Load()
    {
        Dictionary<string, EncodingLabel> labels = new(StringComparer.Ordinal);
        foreach (string entry in Table.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = entry.Split(' ');
            labels.Add(parts[0], new EncodingLabel(parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture)));
        }
        return labels.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
