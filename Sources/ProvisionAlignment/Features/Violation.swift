import RegulationModel

/// A provision of its own act that a text says to be violated: 违反本条例第十三条第一款规定. A sanction is about the offence, and
/// many acts tell it by nothing else.
struct Violation: Sendable, Equatable {
    /// Number of the article.
    let article: ProvisionNumber
    /// Which paragraph of it, from 1; nil for the whole article.
    let paragraph: Int?

    /// The provisions a folded Chinese text says to be violated, in order.
    static func all(in text: [Unicode.Scalar]) -> [Violation] {
        var found: [Violation] = []
        var place = 0
        while place < text.count {
            guard text[place] == "第", isViolated(text, at: place) else {
                place += 1
                continue
            }
            var reader = CitationReader(text: text, place: place)
            found += reader.read()
            place = max(reader.place, place + 1)
        }
        return found
    }

    /// Whether a number stands in 违反本条例(的规定)第…条, 有本办法第…条, 不履行本条例第…条, or without a name, 有第…条.
    private static func isViolated(_ text: [Unicode.Scalar], at number: Int) -> Bool {
        if ends(text[..<number]) { return true }
        let name = text[max(0, number - longestName)..<number]
        guard let own = name.lastIndex(of: "本"), text[(own + 1)..<number].allSatisfy({ $0.isHan }) else { return false }
        return ends(text[..<own])
    }

    /// Whether a text ends in a word that tells a violation.
    private static func ends(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        cues.contains { text.suffix($0.count).elementsEqual($0) }
    }

    /// Characters of 实施细则的规定.
    private static let longestName = 8
    private static let cues = ["违反", "违反了", "有", "履行", "实施"].map { Array($0.unicodeScalars) }
}

/// Reads 第十条、第十三条第一款第二项或者第十五条至第十七条.
private struct CitationReader {
    let text: [Unicode.Scalar]
    var place: Int
    private var found: [Violation] = []
    private var isRange = false

    init(text: [Unicode.Scalar], place: Int) {
        self.text = text
        self.place = place
    }

    /// The articles and paragraphs cited one behind the other.
    mutating func read() -> [Violation] {
        while place < text.count {
            let start = place
            if text[place] == "第" {
                readNumber()
            } else if Self.joints.contains(text[place]) {
                isRange = text[place] == "至" || text[place] == "到"
                place += 1
            }
            if place == start { break }
        }
        return found
    }

    private mutating func readNumber() {
        var end = place + 1
        while end < text.count, ChineseNumeral.isNumeral(text[end]) { end += 1 }
        guard end < text.count, end > place + 1, let number = ChineseNumeral.value(of: text[(place + 1)..<end]) else {
            return
        }
        switch text[end] {
        case "条":
            place = end + 1
            add(article: number, branches: branches())
        case "款":
            place = end + 1
            add(paragraph: number)
        case "项", "目": place = end + 1
        default: return
        }
        isRange = false
    }

    /// 之一 behind 条.
    private mutating func branches() -> [Int] {
        guard place + 1 < text.count, text[place] == "之" else { return [] }
        var end = place + 1
        while end < text.count, ChineseNumeral.isNumeral(text[end]) { end += 1 }
        guard end > place + 1, let branch = ChineseNumeral.value(of: text[(place + 1)..<end]) else { return [] }
        place = end
        return [branch]
    }

    private mutating func add(article: Int, branches: [Int]) {
        if isRange, branches.isEmpty, let first = found.last?.article.ordinal, article > first,
            article - first <= Self.longestRange
        {
            for between in (first + 1)..<article {
                found.append(Violation(article: ProvisionNumber(between), paragraph: nil))
            }
        }
        found.append(Violation(article: ProvisionNumber(article, branches: branches), paragraph: nil))
    }

    /// The paragraph of the article before it; a second one makes a second violation.
    private mutating func add(paragraph: Int) {
        guard let last = found.last else { return }
        if last.paragraph == nil { found.removeLast() }
        found.append(Violation(article: last.article, paragraph: paragraph))
    }

    private static let longestRange = 20
    private static let joints: Set<Unicode.Scalar> = [
        "、", ",", "和", "或", "者", "及", "以", "至", "到", "与",
    ]
}
