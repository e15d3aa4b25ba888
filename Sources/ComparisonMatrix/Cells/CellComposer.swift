import ProvisionAlignment
import RegulationModel

/// Makes the cells of one column, and says in each why its state is claimed.
struct CellComposer {
    /// So many citations are named in a reason; the rest is counted.
    static let namedCitations = 3

    /// The cell of a row on which nothing of the text was found.
    let absence: Cell
    private let isExplainer: Bool

    /// The cell of a text that was not compared with the base: a check that did not run shows nothing.
    static let notCompared = unknown(
        chinese: "两文本未经比对，无从判断。", english: "The two texts were not compared; nothing can be said.")

    /// The cell of a topic that has no evidence terms in the language of the text.
    static let notLookedFor = unknown(
        chinese: "该事项未设此语种的检索词，无从判断。",
        english: "The topic has no evidence terms in this language; nothing can be said.")

    /// The cell of a topic that was not found in a text of another subject.
    static let offSubject = unknown(
        chinese: "事项表的多数事项未在该文本中检出，似非同一主题，无从判断。",
        english: "Most topics were not found in this text; it seems to be of another subject; nothing can be said.")

    /// The cell of an act on a row that holds nothing but an explainer's words.
    static let onlyExplained = unknown(
        chinese: "本行仅有解读的语句，未见与之对应的条文，无从判断。",
        english: "The row holds an explainer’s words only; no article was found to answer them; nothing can be said.")

    init(_ regulation: Regulation) {
        self.isExplainer = regulation.authority == .explainer
        self.absence = Self.absence(regulation)
    }

    /// The cell that holds these quotations, main ones first; `absence`, or the other cell given, where there is none.
    func cell(_ quotations: [Quotation], otherwise: Cell? = nil) -> Cell {
        let main = quotations.filter { !$0.isPart }
        let ordered = main + quotations.filter(\.isPart)
        guard !ordered.isEmpty else { return otherwise ?? absence }
        if isExplainer {
            return Cell(state: .explained, quotations: ordered, reason: Self.explained(ordered))
        }
        let deciding = main.isEmpty ? ordered : main
        if deciding.allSatisfy({ $0.delegatedTo != nil }) {
            return Cell(state: .delegated, quotations: ordered, reason: Self.delegated(deciding))
        }
        return Cell(state: .present, quotations: ordered, reason: Self.present(deciding, onlyInPart: main.isEmpty))
    }

    private static func unknown(chinese: String, english: String) -> Cell {
        Cell(state: .notInExcerpt, quotations: [], reason: BilingualText(chinese: chinese, english: english))
    }

    private static func absence(_ regulation: Regulation) -> Cell {
        let isSilent = regulation.authority == .act && regulation.completeness.status == .whole
        return Cell(
            state: isSilent ? .silent : .notInExcerpt, quotations: [],
            reason: isSilent ? silence(HeldArticles(regulation)) : ignorance(regulation, HeldArticles(regulation)))
    }

    private static func silence(_ held: HeldArticles) -> BilingualText {
        BilingualText(
            chinese: "已收录全文（\(held.chinese)），未检出就此作出规定的条文。",
            english: "Whole act held, \(held.english); no provision was found that answers this.")
    }

    private static func ignorance(_ regulation: Regulation, _ held: HeldArticles) -> BilingualText {
        if regulation.authority == .explainer {
            return BilingualText(
                chinese: "解读中未检出谈及此事的语句；未收录法规原文。",
                english: "No clause of the explainer was found that speaks of it; the act is not held.")
        }
        guard !held.runs.isEmpty else {
            return BilingualText(chinese: "未收录任何条文，无从判断。", english: "No article is held; nothing can be said.")
        }
        let english = held.english.prefix(1).uppercased() + held.english.dropFirst()
        let verb = regulation.articles.count == 1 ? "is" : "are"
        if held.isBeginning {
            return BilingualText(
                chinese: "仅收录\(held.chinese)，全文更长，无从判断。",
                english: "\(english) of a longer act \(verb) held; nothing can be said.")
        }
        return BilingualText(
            chinese: "仅引用\(held.chinese)，无从判断。", english: "\(english) \(verb) quoted; nothing can be said.")
    }

    private static func present(_ quotations: [Quotation], onlyInPart: Bool) -> BilingualText {
        let citations = citations(quotations)
        return onlyInPart
            ? BilingualText(
                chinese: "部分内容相应：\(citations.chinese)。", english: "Answered in part: \(citations.english).")
            : BilingualText(chinese: "有规定：\(citations.chinese)。", english: "Ruled on: \(citations.english).")
    }

    private static func explained(_ quotations: [Quotation]) -> BilingualText {
        let citations = citations(quotations)
        return BilingualText(
            chinese: "仅见\(citations.chinese)；未收录法规原文。",
            english: "Spoken of: \(citations.english); the act is not held.")
    }

    private static func delegated(_ quotations: [Quotation]) -> BilingualText {
        let citations = citations(quotations)
        var targets: [String] = []
        for target in quotations.compactMap(\.delegatedTo) where !targets.contains(target) { targets.append(target) }
        let isHeld = quotations.contains { $0.delegatedDocument != nil }
        return BilingualText(
            chinese: "\(citations.chinese)援引：\(targets.joined(separator: "、"))" + (isHeld ? "，该法规在库。" : "。"),
            english: "Referred to \(targets.joined(separator: "; ")): \(citations.english)."
                + (isHeld ? " That act is among the texts." : ""))
    }

    private static func citations(_ quotations: [Quotation]) -> BilingualText {
        let named = quotations.prefix(namedCitations)
        let rest = quotations.count - named.count
        return BilingualText(
            chinese: named.map(\.citation.chinese).joined(separator: "、") + (rest > 0 ? "等\(quotations.count)处" : ""),
            english: named.map(\.citation.english).joined(separator: "; ") + (rest > 0 ? " and \(rest) more" : ""))
    }
}

extension Cell {
    /// A silent cell with the provision that comes nearest to the row: that nothing answers is the program's reading, which
    /// a person can check there.
    func naming(_ nearest: (citation: Citation, score: Double)?) -> Cell {
        guard state == .silent, let nearest else { return self }
        let score = "\(Int((nearest.score * 100).rounded()))"
        let figure = "0." + (score.count < 2 ? "0" : "") + score
        return Cell(
            state: state, quotations: quotations,
            reason: BilingualText(
                chinese: "\(reason.chinese)最近似：\(nearest.citation.chinese)（\(figure)）。",
                english: "\(reason.english) Nearest: \(nearest.citation.english) (\(figure))."))
    }

    /// The cell with the provisions that a person parted from the row: why it holds none of them.
    func noting(_ parted: [(citation: Citation, decision: LinkOrigin.Decision)]) -> Cell {
        guard !parted.isEmpty else { return self }
        let chinese = parted.map { "\($0.citation.chinese)经人工判定不对应（\($0.decision.author)，\($0.decision.date.text)）" }
        let english = parted.map { "\($0.citation.english) does not answer it: \($0.decision.text)" }
        return Cell(
            state: state, quotations: quotations,
            reason: BilingualText(
                chinese: "\(reason.chinese)\(chinese.joined(separator: "；"))。",
                english: "\(reason.english) \(english.joined(separator: "; "))."))
    }
}
