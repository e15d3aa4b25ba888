import RegulationModel

/// Gives each mark of one list its depth and its position, mark by mark.
///
/// The position is the number: a list marked (a), (two), (3), (eight) is one list. A mark that fits the next position
/// of an open list continues it whatever its style; a mark of value 1 in a new style opens a list below. What does not
/// fit costs, and the cheapest reading wins; ties go to the shallower depth.
struct ListSolver {
    /// One open list.
    struct OpenList {
        var styles: ListStyles
        /// Number of the last point by value; gaps in the printed values stay visible in it.
        var lastValue: Int
    }

    /// What was decided for one mark.
    struct Placement {
        /// 1 for a point, 2 for a sub-point, and so on.
        let depth: Int
        /// The value read from the mark.
        let value: Int
        /// The style it was read in.
        let style: ListStyle
        /// True where it opens a list.
        let opens: Bool
        /// Value that would have been expected at this place.
        let expected: Int
    }

    /// Costs of a placement; one unit is about the doubt a change of bracket style raises.
    private enum Cost {
        static let otherBracket = 0.6
        static let otherStyle = 2.5
        static let skipped = 2.0
        static let notHigher = 4.0
        static let closing = 0.1
        static let nested = 0.8
        static let nestedAfterColon = 0.2
        static let nestedSameStyle = 2.0
        static let nestedNotFirst = 3.0
    }

    private(set) var open: [OpenList] = []
    private let largestDepth = 4

    /// Closes all lists: a new paragraph begins.
    mutating func reset() { open.removeAll(keepingCapacity: true) }

    /// Decides where a mark belongs and opens, continues or closes lists accordingly.
    mutating func place(_ mark: ListMark, afterColon: Bool) -> Placement {
        var best: (cost: Double, placement: Placement)?
        for reading in mark.readings {
            forEachOption(reading.style, reading.value, afterColon: afterColon) { cost, placement in
                if let held = best, held.cost <= cost { return }
                best = (cost, placement)
            }
        }
        let chosen =
            best?.placement
            ?? Placement(depth: 1, value: 1, style: .bracketDigit, opens: open.isEmpty, expected: 1)
        accept(chosen)
        return chosen
    }

    /// What a mark further down says about the open lists.
    enum Continuation {
        /// It goes on with the list at `depth`, leaving `missing` numbers out.
        case goesOn(depth: Int, missing: Int)
        /// It counts an open list anew: the lists are closed before it.
        case ends
        /// It is of another kind.
        case other
    }

    /// How `mark` stands to the open lists, the innermost first; nothing is placed.
    func continuation(_ mark: ListMark) -> Continuation {
        for (level, list) in open.enumerated().reversed() {
            guard
                let reading = mark.readings.first(where: { reading in
                    list.styles.contains(reading.style) || (list.styles.hasBracketed && reading.style.isBracketed)
                })
            else { continue }
            if reading.value > list.lastValue {
                return .goesOn(depth: level + 1, missing: reading.value - list.lastValue - 1)
            }
            if level == 0 { return .ends }
        }
        return .other
    }

    /// A point without a mark takes the next number of the list at `depth`.
    mutating func placeUnmarked(depth: Int) {
        guard open.indices.contains(depth - 1) else { return }
        open.removeLast(open.count - depth)
        open[depth - 1].lastValue += 1
    }

    /// Opens a list whose first `count` points carry no mark.
    mutating func openUnmarked(count: Int) { open = [OpenList(styles: ListStyles(), lastValue: count)] }

    private func forEachOption(
        _ style: ListStyle, _ value: Int, afterColon: Bool, _ body: (Double, Placement) -> Void
    ) {
        for (level, list) in open.enumerated() {
            var cost = Double(open.count - 1 - level) * Cost.closing
            let expected = list.lastValue + 1
            if value > expected { cost += Cost.skipped } else if value < expected { cost += Cost.notHigher }
            if !list.styles.isEmpty, !list.styles.contains(style) {
                let bracketed = style.isBracketed && !list.styles.hasPlain
                cost += bracketed ? Cost.otherBracket : Cost.otherStyle
            }
            let placement = Placement(depth: level + 1, value: value, style: style, opens: false, expected: expected)
            body(cost, placement)
        }
        if open.count < largestDepth {
            var cost = open.isEmpty ? 0 : (afterColon ? Cost.nestedAfterColon : Cost.nested)
            if value != 1 { cost += open.isEmpty ? 1 : Cost.nestedNotFirst }
            if open.contains(where: { $0.styles.contains(style) }) { cost += Cost.nestedSameStyle }
            let placement = Placement(depth: open.count + 1, value: value, style: style, opens: true, expected: 1)
            body(cost, placement)
        }
    }

    private mutating func accept(_ placement: Placement) {
        if placement.opens {
            open.append(OpenList(styles: ListStyles(placement.style), lastValue: placement.value))
            return
        }
        open.removeLast(open.count - placement.depth)
        guard let last = open.indices.last else { return }
        open[last].lastValue = placement.value
        open[last].styles.insert(placement.style)
    }
}

/// A set of styles.
struct ListStyles {
    private var bits: UInt16 = 0

    private static let bracketed = ListStyle.allCases.filter(\.isBracketed).reduce(into: ListStyles()) { $0.insert($1) }

    /// No style.
    init() {}

    /// One style.
    init(_ style: ListStyle) { insert(style) }

    var isEmpty: Bool { bits == 0 }
    /// True where more than one is held.
    var areMixed: Bool { bits & (bits &- 1) != 0 }
    /// True where a style in brackets is held.
    var hasBracketed: Bool { bits & Self.bracketed.bits != 0 }
    /// True where a style without brackets is held.
    var hasPlain: Bool { bits & ~Self.bracketed.bits != 0 }

    func contains(_ style: ListStyle) -> Bool { bits >> UInt16(style.rawValue) & 1 == 1 }

    mutating func insert(_ style: ListStyle) { bits |= 1 << UInt16(style.rawValue) }
}
