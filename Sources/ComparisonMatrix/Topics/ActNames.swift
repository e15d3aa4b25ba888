import RegulationModel

/// The names by which an explainer speaks of the act that it explains: the title, the short form that the text
/// introduces, or the kind of act, each in quotation marks (《条例》, "Regulations"); 本条例, the Regulations.
///
/// The kind is read from the title: 条例 in 《上海市公安机关警务辅助人员管理条例》解读. Where it has none, every kind will do.
package struct ActNames {
    /// Names that count between quotation marks or 《》.
    private let quoted: [String]
    /// Names that count without marks.
    private let plain: [String]
    private let words: ActWords

    init(_ regulation: Regulation) {
        let words = ActWords(regulation.language)
        let title = Self.innerTitle(regulation.title)
        let kinds = words.kind(ofTitle: title).map { [$0] } ?? words.kinds
        let introduced = Self.introduced(in: regulation.source.flowed([regulation.source.span]), words)
        let short = introduced.first { name in kinds.contains { name.contains($0) } }
        self.words = words
        self.quoted = [title, short].compactMap { $0 }.filter { !$0.isEmpty } + kinds
        self.plain = kinds.flatMap { kind in words.pointers.map { $0 + kind } } + kinds.filter(words.bare.contains)
    }

    /// Id of the act that an explainer explains, where it is held: the one whose title it bears.
    package static func document(explainedBy witness: Witness, among witnesses: [Witness]) -> String? {
        guard witness.regulation.authority == .explainer else { return nil }
        let register = ActRegister(witnesses)
        return witness.titles.all.lazy.compactMap { register.document(named: innerTitle($0), in: "") }.first
    }

    /// True where a text names the act.
    func isNamed(in text: String) -> Bool {
        quoted.contains { name in text.ranges(of: name).contains { ActWords.standsInMarks($0, of: text) } }
            || plain.contains { name in text.ranges(of: name).contains { words.standsAlone($0, of: text) } }
    }

    /// True where a clause tells what another instrument says and does not name the act: it begins, or goes on after
    /// its first comma, with 根据《…意见》 or "According to the … Opinions".
    func isOfAnotherSource(_ clause: String) -> Bool {
        guard !isNamed(in: clause) else { return false }
        let segments = clause.split(separator: words.comma, maxSplits: 2).prefix(2)
        return segments.contains { segment in
            let start = segment.drop { $0.isWhitespace }
            guard words.openings.contains(where: { start.lowercased().hasPrefix($0) }) else { return false }
            return words.sources.contains { clause[start.startIndex...].contains($0) }
        }
    }

    /// The title between the first 《》 or quotation marks of a headline; else the headline before any bracket.
    private static func innerTitle(_ headline: String) -> String {
        for (opening, closing) in [("《", "》"), ("“", "”"), ("\"", "\"")] {
            guard let start = headline.firstRange(of: opening)?.upperBound else { continue }
            guard let end = headline[start...].firstRange(of: closing)?.lowerBound else { continue }
            return String(headline[start..<end])
        }
        let title = headline.prefix { $0 != "(" && $0 != "（" }
        return title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The short forms that a text introduces, in order: （以下简称《条例》）, (hereinafter referred to as the
    /// "Regulations").
    private static func introduced(in text: String, _ words: ActWords) -> [String] {
        let places = words.introductions.flatMap { text.ranges(of: $0) }.map(\.upperBound).sorted()
        return places.compactMap { place in
            let inner = text[place...].prefix(ActWords.longestIntroduction).prefix { $0 != ")" && $0 != "）" }
            guard let mark = inner.firstIndex(where: ActWords.opening.contains) else { return nil }
            let name = inner[inner.index(after: mark)...].prefix { !ActWords.closing.contains($0) }
            return name.isEmpty ? nil : String(name)
        }
    }
}

/// The words by which a language names acts and sources.
struct ActWords {
    /// Marks before a name that is quoted.
    static let opening: Set<Character> = ["《", "〈", "“", "\"", "‘", "'", "「", "『"]
    /// Marks after it.
    static let closing: Set<Character> = ["》", "〉", "”", "\"", "’", "'", "」", "』"]
    /// So many characters after "hereinafter" are looked through for a short form.
    static let longestIntroduction = 80

    /// Kinds of acts that are explained.
    let kinds: [String]
    /// Kinds that are no other word of the language, so that they name the act where they stand alone.
    let bare: Set<String>
    /// What points at a kind without marks: 本 in 本条例.
    let pointers: [String]
    /// What introduces a short form.
    let introductions: [String]
    /// What opens a clause whose source follows, in lower case.
    let openings: [String]
    /// What shows that the source is an instrument.
    let sources: [String]
    /// What ends the first part of a clause.
    let comma: Character
    private let language: Language

    init(_ language: Language) {
        self.language = language
        switch language {
        case .chinese:
            kinds = ["条例", "办法", "规定", "细则", "规则"]
            bare = ["条例"]
            pointers = ["本", "该", "这部"]
            introductions = ["以下简称", "以下称", "下称"]
            openings = ["根据", "依据", "按照", "依照", "遵照"]
            sources = ["《"]
            comma = "，"
        case .english:
            kinds = ["Regulations", "Measures", "Provisions", "Rules", "Ordinance", "Regulation", "Law", "Act"]
            bare = []
            pointers = ["the ", "The ", "these ", "These ", "this ", "This "]
            introductions = ["hereinafter", "hereafter"]
            openings = ["according to", "in accordance with", "pursuant to", "under ", "based on", "on the basis of"]
            sources = ["Opinion", "Law", "Regulation", "Measures", "Provisions", "Rules", "Decision", "Notice"]
            comma = ","
        }
    }

    /// The kind of act in a title: the last in a Chinese one, the first in an English one.
    func kind(ofTitle title: String) -> String? {
        switch language {
        case .chinese:
            let found = kinds.compactMap { kind in title.ranges(of: kind).last.map { (kind, $0.upperBound) } }
            return found.max { $0.1 < $1.1 }?.0
        case .english:
            let found = kinds.compactMap { kind in title.firstRange(of: kind).map { (kind, $0.lowerBound) } }
            return found.min { $0.1 < $1.1 }?.0
        }
    }

    /// True for a name between quotation marks.
    static func standsInMarks(_ name: Range<String.Index>, of text: String) -> Bool {
        guard let before = text[..<name.lowerBound].last, let after = text[name.upperBound...].first else {
            return false
        }
        return opening.contains(before) && closing.contains(after)
    }

    /// True for a name that is not the end of a longer one (工伤保险条例) nor the beginning (the Regulations on Dogs).
    func standsAlone(_ name: Range<String.Index>, of text: String) -> Bool {
        let before = text[..<name.lowerBound].last
        let after = text[name.upperBound...]
        switch language {
        case .chinese:
            return !bare.contains(String(text[name])) || before?.isLetter != true
        case .english:
            guard before?.isLetter != true, after.first?.isLetter != true else { return false }
            return ![" on ", " of ", " for ", " concerning "].contains { after.hasPrefix($0) }
        }
    }
}
