/// An encoding of text that is read, by whatever name a file or a person calls it.
///
/// The set is closed: a file cannot name a conversion of the C library that keeps state or is not meant for texts.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16Little = "UTF-16LE"
    case utf16Big = "UTF-16BE"
    case utf32Little = "UTF-32LE"
    case utf32Big = "UTF-32BE"
    /// Covers GB 2312 and GBK, which pages declare and overstep.
    case gb18030 = "GB18030"
    /// Big5 with the extensions of ETEN, Microsoft and Hong Kong.
    case big5 = "Big5"
    /// Covers ISO 8859-1 and ASCII, as browsers read these labels.
    case windows1252 = "Windows-1252"
    case shiftJIS = "Shift_JIS"
    case eucJP = "EUC-JP"
    case eucKR = "EUC-KR"

    /// The encoding a label names, in any case and with surrounding blanks; nil where it names none that is read.
    /// `UTF-16` is little-endian, as the Encoding Standard (whatwg.org, §4.2) has it.
    public init?(label: String) {
        let name = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        guard let encoding = Self.labels[name] else { return nil }
        self = encoding
    }

    private static let labels: [String: TextEncoding] = {
        let names: [TextEncoding: [String]] = [
            .utf8: ["utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8", "utf-8-sig"],
            .utf16Little: ["utf-16", "utf16", "utf-16le", "utf16le", "unicode", "ucs-2", "iso-10646-ucs-2"],
            .utf16Big: ["utf-16be", "utf16be", "unicodefffe"],
            .utf32Little: ["utf-32", "utf32", "utf-32le", "ucs-4"],
            .utf32Big: ["utf-32be"],
            .gb18030: [
                "gb18030", "gbk", "gb2312", "gb_2312", "gb_2312-80", "gb2312-80", "x-gbk", "cp936", "ms936", "936",
                "windows-936", "chinese", "csgb2312", "csiso58gb231280", "iso-ir-58", "euc-cn", "euccn", "gb-2312",
            ],
            .big5: [
                "big5", "big-5", "big5-hkscs", "big5hkscs", "cn-big5", "csbig5", "x-x-big5", "cp950", "ms950", "950",
                "windows-950", "big5-eten",
            ],
            .windows1252: [
                "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "ascii",
                "us-ascii", "ansi_x3.4-1968",
            ],
            .shiftJIS: ["shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "csshiftjis"],
            .eucJP: ["euc-jp", "eucjp", "x-euc-jp"],
            .eucKR: ["euc-kr", "euckr", "ks_c_5601-1987", "ksc5601", "korean", "windows-949", "cp949"],
        ]
        return Dictionary(uniqueKeysWithValues: names.flatMap { encoding, labels in labels.map { ($0, encoding) } })
    }()

    /// Names of the C library's conversions, the first for the whole text, the others for characters it lacks: glibc's
    /// BIG5-HKSCS has no character at A1 FE, which Microsoft's code page 950 has.
    var conversions: [String] {
        switch self {
        case .utf8: ["UTF-8"]
        case .utf16Little: ["UTF-16LE"]
        case .utf16Big: ["UTF-16BE"]
        case .utf32Little: ["UTF-32LE"]
        case .utf32Big: ["UTF-32BE"]
        case .gb18030: ["GB18030"]
        case .big5: ["BIG5-HKSCS", "CP950", "BIG5"]
        case .windows1252: ["CP1252"]
        case .shiftJIS: ["CP932"]
        case .eucJP: ["EUC-JP"]
        case .eucKR: ["CP949"]
        }
    }

    /// True where each character takes two or four bytes, so that ASCII does not stand for itself.
    var isWide: Bool {
        switch self {
        case .utf16Little, .utf16Big, .utf32Little, .utf32Big: true
        case .utf8, .gb18030, .big5, .windows1252, .shiftJIS, .eucJP, .eucKR: false
        }
    }

    /// What people call it in a message.
    var shownName: String {
        switch self {
        case .utf16Little: "UTF-16 (little-endian)"
        case .utf16Big: "UTF-16 (big-endian)"
        case .utf32Little: "UTF-32 (little-endian)"
        case .utf32Big: "UTF-32 (big-endian)"
        case .gb18030: "GB18030 (GBK)"
        case .utf8, .big5, .windows1252, .shiftJIS, .eucJP, .eucKR: rawValue
        }
    }
}
