import RegulationModel

/// What provisions that answer each other have in common and what not, unit by unit: a result without any format.
///
/// Most often one article stands against one; where an article was split or several were merged, all of them are
/// compared at once, so that a paragraph meets its counterpart wherever it went.
public struct ProvisionComparison: Sendable {
    /// Articles (or sections of an explainer) of the base, in its order.
    public let base: [EId]
    /// Articles of the other text, in its order.
    public let other: [EId]
    /// Units side by side, in the order of the base; what only the other text has follows what stands before it there.
    public let rows: [ComparisonRow]
    /// What was passed over as no difference.
    public let notItemised: NotItemised

    /// True where no unit differs; never across languages, where words are not compared.
    public var isEqual: Bool { rows.allSatisfy { $0.state == .equal && !$0.isMoved } }

    /// How many rows have a state.
    public func count(_ state: ComparisonRow.State) -> Int { rows.count { $0.state == state } }
}

/// Two units side by side, or one without a counterpart.
public struct ComparisonRow: Sendable {
    /// What became of the base's unit.
    public enum State: String, Sendable, CaseIterable {
        /// Same words, apart from form.
        case equal
        /// Other words.
        case changed
        /// Only the other text has it.
        case added
        /// Only the base has it.
        case removed
        /// The two answer each other in different languages: their words are not compared.
        case counterpart
    }

    /// The unit of the base; nil where it is added.
    public let base: TextUnit?
    /// The unit of the other text; nil where it is removed.
    public let other: TextUnit?
    /// What became of it.
    public let state: State
    /// True where the unit stands in another place among those around it.
    public let isMoved: Bool
    /// The words compared, where both are in one language.
    public let comparison: TextComparison?
    /// Where the unit's matter stands instead, outside of the provisions compared: addresses in the text that lacks it
    /// here. Empty for units with a counterpart.
    public let elsewhere: [EId]

    /// Makes a row.
    package init(
        base: TextUnit?, other: TextUnit?, state: State, isMoved: Bool, comparison: TextComparison?, elsewhere: [EId]
    ) {
        self.base = base
        self.other = other
        self.state = state
        self.isMoved = isMoved
        self.comparison = comparison
        self.elsewhere = elsewhere
    }
}

extension ProvisionComparison {
    /// The rows that say that something differs.
    package var changesOnly: ProvisionComparison {
        kept { $0.state != .equal || $0.isMoved }
    }

    /// The rows with a unit on both sides.
    package var matchedOnly: ProvisionComparison { kept { $0.base != nil && $0.other != nil } }

    private func kept(_ isKept: (ComparisonRow) -> Bool) -> ProvisionComparison {
        ProvisionComparison(base: base, other: other, rows: rows.filter(isKept), notItemised: notItemised)
    }
}
