import RegulationModel

/// What faces what in the rows of a comparison: each row with both sides, with the units that its own words answer besides,
/// and what stands on one side only.
struct FacingUnits {
    /// Units that answer each other, the row's own first.
    struct Pair {
        let row: Int
        var base: [TextUnit]
        var other: [TextUnit]
    }

    /// A unit on one side only, with its row.
    struct Alone {
        let row: Int
        let unit: TextUnit
    }

    /// In the order of the rows.
    private(set) var pairs: [Pair] = []
    /// Units that nothing answers, here or in another article.
    private(set) var baseOnly: [Alone] = []
    private(set) var otherOnly: [Alone] = []
    /// Addresses of units with an answer.
    private(set) var answered: (base: Set<EId>, other: Set<EId>) = ([], [])
    /// What a unit with an answer faces.
    private var answers: (base: [EId: EId], other: [EId: EId]) = ([:], [:])

    init(_ comparison: ProvisionComparison, _ links: [UnitLink]) {
        var rows = Rows()
        for (index, row) in comparison.rows.enumerated() {
            guard let base = row.base, let other = row.other else { continue }
            rows.note(base, other, at: pairs.count)
            answers.base[base.eId] = answers.base[base.eId] ?? other.eId
            answers.other[other.eId] = answers.other[other.eId] ?? base.eId
            pairs.append(Pair(row: index, base: [base], other: [other]))
        }
        answered = (Set(rows.base.keys), Set(rows.other.keys))
        var alone: (base: [Alone], other: [Alone]) = ([], [])
        for (index, row) in comparison.rows.enumerated() {
            if let unit = row.base, row.other == nil {
                if let place = rows.place(
                    of: unit, rows.base, links.filter { $0.base == unit.eId }.map(\.other) + row.elsewhere, rows.other)
                {
                    pairs[place].base.append(unit)
                } else if row.elsewhere.isEmpty {
                    alone.base.append(Alone(row: index, unit: unit))
                }
            } else if let unit = row.other, row.base == nil {
                if let place = rows.place(
                    of: unit, rows.other, links.filter { $0.other == unit.eId }.map(\.base) + row.elsewhere, rows.base)
                {
                    pairs[place].other.append(unit)
                } else if row.elsewhere.isEmpty {
                    alone.other.append(Alone(row: index, unit: unit))
                }
            }
        }
        baseOnly = Self.outermost(alone.base, answered.base)
        otherOnly = Self.outermost(alone.other, answered.other)
    }

    /// Rows by the addresses of their units.
    private struct Rows {
        var base: [EId: Int] = [:]
        var other: [EId: Int] = [:]

        mutating func note(_ one: TextUnit, _ two: TextUnit, at place: Int) {
            for eId in [one.eId] + one.merged { base[eId] = base[eId] ?? place }
            for eId in [two.eId] + two.merged { other[eId] = other[eId] ?? place }
        }

        /// The row that a unit without partner belongs to: that of its own provision, for words behind a list, or that of a
        /// unit it is linked to, which answers another one first.
        func place(of unit: TextUnit, _ own: [EId: Int], _ linked: [EId], _ facing: [EId: Int]) -> Int? {
            if unit.part == .wrapUp, let place = own[unit.eId] { return place }
            return linked.lazy.compactMap { facing[$0] }.first
        }
    }

    /// Paragraphs and points, without such as stand in another one of them; words behind a list go with it. Of a paragraph
    /// with points that are answered, only the other points are told.
    private static func outermost(_ units: [Alone], _ answered: Set<EId>) -> [Alone] {
        let alone = units.filter { unit in
            !answered.contains { $0 != unit.unit.eId && $0.isInside(unit.unit.eId) }
        }
        let all = Set(alone.map(\.unit.eId))
        return alone.filter { alone in
            let unit = alone.unit
            guard unit.level >= .paragraph, unit.part == .text else { return false }
            var above = unit.eId.above
            while !above.text.isEmpty {
                if all.contains(above) { return false }
                above = above.above
            }
            return true
        }
    }

    /// What the provision above a unit faces: where its answer would be looked for.
    func facing(_ unit: TextUnit, isBase: Bool) -> EId? {
        let known = isBase ? answers.base : answers.other
        return known[unit.eId.above]
    }
}
