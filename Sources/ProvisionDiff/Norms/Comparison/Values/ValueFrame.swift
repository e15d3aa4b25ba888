import RegulationModel

/// The words directly around a value in its clause, within Chinese: 每户限养两只 and 每户限养一条 are one limit, whatever else the
/// two sentences say.
struct ValueFrame {
    private let before: [UInt32]
    private let behind: [UInt32]

    static let none = ValueFrame(before: [], behind: [])

    private init(before: [UInt32], behind: [UInt32]) {
        self.before = before
        self.behind = behind
    }

    /// Letters that are looked at on each side.
    private static let reach = 8
    /// Letters that two frames must have in common, next to their values.
    private static let fewestShared = 4
    /// The same before a value, of those that say something.
    private static let fewestBefore = 2
    /// Letters that stand before any value.
    private static let empty = Set("应当可以不得在为的于按自之日起内后前由至到过超少多低高限每各其及和或者是有等个".unicodeScalars.map(\.value))
    /// Kinds whose values limit something by themselves: a period or an amount stands in the same words for anything.
    private static let kinds: Set<QuantityKind> = [.count, .people, .length, .area, .weight, .volume, .age]

    init(of quantity: Quantity, _ norm: Norm, _ side: NormComparison.Side) {
        guard Self.kinds.contains(quantity.kind) else {
            self = .none
            return
        }
        let text = NormText(around: quantity.span, in: norm.span, of: side.regulation)
        guard let first = text.starts.firstIndex(where: { $0 >= quantity.span.start }) else {
            self = .none
            return
        }
        let clause = text.clause(around: first)
        let end = text.starts.firstIndex { $0 >= quantity.span.end } ?? text.count
        // 限养 before its number belongs to the value as it is read.
        let number = (first..<end).first { text.number(at: $0) != nil } ?? first
        before = Array(text.scalars[clause.lowerBound..<max(clause.lowerBound, number)].suffix(Self.reach))
        behind = Array(text.scalars[min(end, clause.upperBound)..<clause.upperBound].prefix(Self.reach))
    }

    /// Whether the same words stand on both sides, enough of them before the value.
    func isOneLimit(as other: ValueFrame) -> Bool {
        let head = zip(before.reversed(), other.before.reversed()).prefix { $0 == $1 }.map(\.0)
        let tail = zip(behind, other.behind).prefix { $0 == $1 }.count
        return head.count + tail >= Self.fewestShared
            && head.count { !Self.empty.contains($0) } >= Self.fewestBefore
    }
}
