import ProvisionDiff
import RegulationModel

/// A stretch of a compared text as a reader sees it.
struct MarkedRun: Hashable {
    /// What the stretch is; nothing is `replaced` here: that is something removed and something added.
    enum Kind {
        case equal, removed, added
    }

    let kind: Kind
    /// White space that parts it from the stretch before it, outside of any mark.
    let gap: String
    /// The words.
    let text: String

    init?(_ kind: Kind, _ text: String) {
        guard !text.isEmpty else { return nil }
        self.kind = kind
        gap = text.hasPrefix(" ") ? " " : ""
        self.text = gap.isEmpty ? text : String(text.dropFirst())
        if self.text.isEmpty { return nil }
    }

    private init(kind: Kind, gap: String, text: String) {
        (self.kind, self.gap, self.text) = (kind, gap, text)
    }

    fileprivate var withoutGap: MarkedRun { MarkedRun(kind: kind, gap: "", text: text) }
}

/// The words of a row with what differs marked.
struct MarkedText {
    private let row: ComparisonRow
    private let base: Regulation
    private let other: Regulation

    init(_ row: ComparisonRow, base: Regulation, other: Regulation) {
        (self.row, self.base, self.other) = (row, base, other)
    }

    /// The base's words; what the other text has not is marked as removed. Nil where the row has no unit of the base.
    var inBase: [MarkedRun]? {
        row.base.map { unit in
            guard let comparison = row.comparison else {
                return Self.whole(unit, row.other == nil ? .removed : .equal, base)
            }
            let segments = comparison.segments.filter { !$0.base.isEmpty }
            let texts = base.source.flowedRuns(segments.map(\.base))
            return zip(segments, texts).compactMap { MarkedRun($0.kind == .equal ? .equal : .removed, $1) }
        }
    }

    /// The other text's words; what the base has not is marked as added.
    var inOther: [MarkedRun]? {
        row.other.map { unit in
            guard let comparison = row.comparison else {
                return Self.whole(unit, row.base == nil ? .added : .equal, other)
            }
            let segments = comparison.segments.filter { !$0.other.isEmpty }
            let texts = other.source.flowedRuns(segments.map(\.other))
            return zip(segments, texts).compactMap { MarkedRun($0.kind == .equal ? .equal : .added, $1) }
        }
    }

    /// Both texts as one: what is alike in the other text's words, what was removed before what was added for it.
    var inOne: [MarkedRun] {
        guard let comparison = row.comparison else { return (inBase ?? []) + (inOther ?? []) }
        let segments = comparison.segments
        let baseTexts = base.source.flowedRuns(segments.map(\.base))
        let otherTexts = other.source.flowedRuns(segments.map(\.other))
        return segments.indices.flatMap { index -> [MarkedRun] in
            switch segments[index].kind {
            case .equal: return [MarkedRun(.equal, otherTexts[index])].compactMap(\.self)
            case .removed: return [MarkedRun(.removed, baseTexts[index])].compactMap(\.self)
            case .added: return [MarkedRun(.added, otherTexts[index])].compactMap(\.self)
            case .replaced:
                let removed = MarkedRun(.removed, baseTexts[index])
                let added = MarkedRun(.added, otherTexts[index])
                return [removed, removed == nil ? added : added?.withoutGap].compactMap(\.self)
            }
        }
    }

    /// Marks of the units as printed, where they have one.
    var baseMark: String? { row.base?.mark.map { base.source.flowed([$0]) } }
    var otherMark: String? { row.other?.mark.map { other.source.flowed([$0]) } }

    /// The mark of both as one, `（八）→（七）` where the number differs: beside points that came or went, one of them alone
    /// stands in no order.
    var markInOne: String? {
        guard let one = row.base, let two = row.other, let before = baseMark, let after = otherMark,
            Self.number(one.eId) != Self.number(two.eId)
        else { return otherMark ?? baseMark }
        return before + "→" + after
    }

    /// The number of a unit within what it stands in.
    private static func number(_ eId: EId) -> Substring? { eId.text.split(separator: "_").last }

    private static func whole(_ unit: TextUnit, _ kind: MarkedRun.Kind, _ regulation: Regulation) -> [MarkedRun] {
        [MarkedRun(kind, regulation.source.flowed(unit.text))].compactMap(\.self)
    }

    /// A mark and the space behind it: none behind a full-width one.
    static func spaced(_ mark: String) -> String {
        mark.unicodeScalars.last?.isWide ?? true ? mark : mark + " "
    }
}
