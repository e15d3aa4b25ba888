import RegulationModel

/// What a fine is threatened for, within Chinese: two fines are compared where they stand for one offence, and of one weight.
struct Offence {
    /// Neighbouring letters of what is punished and of the own provisions that are cited for it, without what stands in every
    /// such sentence; empty where none is named.
    let matter: Set<UInt64>
    /// True of 情节严重的 and the like: the fine for the graver case answers no fine for the plain one.
    let isGrave: Bool

    static let none = Offence(matter: [], isGrave: false)

    private init(matter: Set<UInt64>, isGrave: Bool) {
        self.matter = matter
        self.isGrave = isGrave
    }

    /// The offence that a value stands behind: the nearest clauses before it that end in 的 and name more than a case of it.
    init(of quantity: Quantity, _ norm: Norm, _ side: NormComparison.Side) {
        let text = NormText(around: quantity.span, in: norm.span, of: side.regulation)
        let value = text.starts.firstIndex { $0 >= quantity.span.start } ?? text.count
        let clauses = text.clauses.filter { $0.lowerBound < value }
        let own = clauses.last.map { $0.lowerBound } ?? 0
        // The case of it is what stands directly before, up to the value before this one.
        let before = norm.quantities.filter { $0.kind == .money && $0.span.end <= quantity.span.start }.map(\.span.end)
            .max()
        let start = before.flatMap { end in text.starts.firstIndex { $0 >= end } } ?? 0
        let nearest = clauses.filter { $0.lowerBound >= start && $0.lowerBound < own && Self.isCase($0, text) }
        isGrave = (nearest + [max(own, start)..<max(own, start, value)]).contains { clause in
            Self.grave.contains { text.contains($0, in: clause) }
        }
        let naming = clauses.filter { Self.isCondition($0, text) && !Self.isCase($0, text) }
        guard let last = naming.last else {
            matter = []
            return
        }
        let semicolon = (0..<last.lowerBound).last { Sayings.semicolons.contains(text.scalars[$0]) }
        let words = text.span((semicolon.map { $0 + 1 } ?? 0)..<last.upperBound)
        let cited = norm.references.filter { words.contains($0.span) }.flatMap { reference -> [ByteSpan] in
            guard case .provision(let place) = reference.target, place != norm.provision else { return [] }
            return side.regulation.provision(at: place)?.stretches ?? []
        }
        matter = ([words] + cited).reduce(into: Set<UInt64>()) { $0.formUnion(Sayings.pairs($1, side)) }
            .subtracting(Self.formula)
    }

    /// Letters of the longest clause that tells a case of an offence: 造成严重后果的.
    private static let longestCase = 14
    private static let grave: [Phrase] = ["情节", "后果", "再次", "屡"]
    private static let cases: [Phrase] = ["情节", "后果", "再次", "屡", "逾期", "拒不", "仍不", "拒绝改正", "未改正", "不改正"]

    private static func isCondition(_ clause: Range<Int>, _ text: NormText) -> Bool {
        text.has("的", at: clause.upperBound - 1)
    }

    private static func isCase(_ clause: Range<Int>, _ text: NormText) -> Bool {
        clause.count <= longestCase && cases.contains { text.contains($0, in: clause) }
    }

    /// 违反本条例规定的 stands before every offence.
    private static let formula: Set<UInt64> = ["违反本条例规定的", "违反本办法规定的", "违反本规定的", "有下列行为之一的", "违反本条例第条第款规定"]
        .reduce(into: []) { formula, words in
            formula.formUnion(NeighbourLetters.pairs(NeighbourLetters.letters(Array(words.unicodeScalars), .chinese)))
        }

    /// Share of the letters of the offence that says less which the other one has, so that the two are one; nil where one is
    /// not named.
    static func alike(_ one: Set<UInt64>, _ two: Set<UInt64>) -> Double? {
        let (fewer, more) = one.count < two.count ? (one, two) : (two, one)
        return fewer.count < fewestPairs ? nil : NeighbourLetters.held(fewer, in: more)
    }

    private static let fewestPairs = 4
    /// Least such share of two fines in paragraphs that do not stand beside each other.
    static let leastApart = 0.4
    /// The same of the only fines of two paragraphs that do.
    static let leastBeside = 0.25
}
