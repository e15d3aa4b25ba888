import ComparisonMatrix
import ProvisionDiff
import RegulationModel

/// What two cells of a row say of each other, as far as the comparison of their texts shows it.
struct CellComparisons {
    /// What the provisions of two cells are to each other.
    enum Answer {
        /// The same words, apart from form.
        case sameWords
        /// Nothing is demanded otherwise that could be found; words are not compared across languages.
        case sameDemands
        /// Something differs: what, and the group of provisions on the page of the pair where it is shown.
        case differs([BilingualText], group: String)
    }

    private let matrix: Matrix
    private var pairs: [[String]: ActDifferences] = [:]
    /// For each pair, the groups that hold an article of one of its texts.
    private var groups: [[String]: [EId: [Int]]] = [:]

    init(matrix: Matrix, differences: [ActDifferences]) {
        self.matrix = matrix
        let columns = Set(matrix.columns.map(\.id))
        for pair in differences where columns.contains(pair.base.id) && columns.contains(pair.other.id) {
            let key = [pair.base.id, pair.other.id]
            pairs[key] = pair
            groups[key] = Self.places(pair, \.base)
            groups[key.reversed()] = Self.places(pair, \.other)
        }
    }

    private static func places(
        _ pair: ActDifferences, _ side: KeyPath<ProvisionComparison, [EId]>
    ) -> [EId: [Int]] {
        var places: [EId: [Int]] = [:]
        for (index, group) in pair.groups.enumerated() where !group.isPart {
            for eId in group.comparison[keyPath: side] { places[eId.article, default: []].append(index) }
        }
        return places
    }

    /// Pairs of columns whose cells say the same, for the filter “only differences”: `0-1 0-3`; nil where there are none.
    func alike(in row: Row) -> String? {
        var alike: [String] = []
        for one in row.cells.indices {
            for two in row.cells.indices.dropFirst(one + 1) where isAlike(row, one, two) {
                alike.append("\(one)-\(two)")
            }
        }
        return alike.isEmpty ? nil : alike.joined(separator: " ")
    }

    private func isAlike(_ row: Row, _ one: Int, _ two: Int) -> Bool {
        switch answer(in: row, one, two) {
        case .sameWords, .sameDemands: true
        case .differs: false
        case nil: hasSameText(row.cells[one], row.cells[two])
        }
    }

    /// For texts that were not compared: every word the same.
    private func hasSameText(_ one: Cell, _ two: Cell) -> Bool {
        let texts = [one, two].map { $0.quotations.flatMap(\.lines).map(\.text) }
        return !texts[0].isEmpty && texts[0] == texts[1]
    }

    /// Name of the text of a column.
    func name(of column: Int) -> BilingualText { matrix.columns[column].name }

    /// The pair of texts of two columns, as it was compared.
    func pair(_ one: Int, _ two: Int) -> ActDifferences? {
        let ids = [matrix.columns[one].id, matrix.columns[two].id]
        return pairs[ids] ?? pairs[ids.reversed()]
    }

    /// What the cells of two columns are to each other; nil where their provisions were not compared, or one of the
    /// cells has none.
    func answer(in row: Row, _ one: Int, _ two: Int) -> Answer? {
        guard let pair = pair(one, two) else { return nil }
        let (base, other) = pair.base.id == matrix.columns[one].id ? (one, two) : (two, one)
        let inBase = Self.ruling(row.cells[base])
        let inOther = Self.ruling(row.cells[other])
        let key = [pair.base.id, pair.other.id]
        let fromBase = places(key, inBase)
        let fromOther = places(key.reversed(), inOther)
        let shared = Set(fromBase.joined()).intersection(fromOther.joined()).sorted()
        guard let first = shared.first else { return nil }
        let found = shared.map { pair.groups[$0] }
        let reasons = demands(found, pair, inBase, inOther)
        let isCovered = (fromBase + fromOther).allSatisfy { !Set(shared).isDisjoint(with: $0) }
        let sameWords = pair.comparesWords && found.allSatisfy(\.comparison.isEqual)
        let isWhole = found.allSatisfy { $0.comparison.count(.added) + $0.comparison.count(.removed) == 0 }
        if isCovered && sameWords { return .sameWords }
        if isCovered && !pair.comparesWords && reasons.isEmpty && isWhole { return .sameDemands }
        return .differs(reasons, group: pair.groups[first].id)
    }

    /// The quotations by which an act rules; a part that answers is left out, since only a clause of it was compared.
    private static func ruling(_ cell: Cell) -> [EId] {
        switch cell.state {
        case .present, .delegated: cell.quotations.filter { !$0.isPart }.map(\.eId)
        case .silent, .notInExcerpt, .explained: []
        }
    }

    private func places(_ key: [String], _ eIds: [EId]) -> [[Int]] {
        eIds.map { groups[key]?[$0.article] ?? [] }
    }

    /// What is certainly demanded otherwise in the provisions quoted, each reason once.
    private func demands(
        _ groups: [ComparedProvisions], _ pair: ActDifferences, _ inBase: [EId], _ inOther: [EId]
    ) -> [BilingualText] {
        var reasons: [BilingualText] = []
        for demand in groups.flatMap({ $0.demands(base: pair.base.regulation, other: pair.other.regulation) })
        where !demand.isDoubtful && !reasons.contains(demand.reason) {
            let isQuoted =
                inBase.contains { Self.touches($0, demand.baseProvision) }
                && inOther.contains { Self.touches($0, demand.otherProvision) }
            if isQuoted { reasons.append(demand.reason) }
        }
        return reasons
    }

    private static func touches(_ quoted: EId, _ provision: EId) -> Bool {
        quoted.isInside(provision) || provision.isInside(quoted)
    }
}

/// How a cell stands to that of the base, as readers see it.
struct ComparisonNote {
    let comparisons: CellComparisons
    let base: Int
    let links: PageLinks

    /// Reasons shown; the page of the pair has all.
    private static let shown = 3

    /// The note of a cell; nil for the base itself and where nothing is known.
    func view(_ row: Row, _ column: Int) -> View? {
        guard column != base, let pair = comparisons.pair(base, column),
            let answer = comparisons.answer(in: row, base, column)
        else { return nil }
        switch answer {
        case .sameWords: return note("=", BilingualText("文字相同", "same words"), nil)
        case .sameDemands: return note("≈", BilingualText("未见要求不同", "no other demand found"), nil)
        case .differs(let reasons, let group):
            let label = pair.comparesWords && reasons.isEmpty ? [BilingualText("文字不同", "words differ")] : reasons
            let shown = label.isEmpty ? [BilingualText("内容不尽相同", "differs in part")] : label
            return note("≠", Self.joined(shown), links.pair(pair, group: group))
        }
    }

    private func note(_ sign: String, _ label: BilingualText, _ href: String?) -> View {
        let name = comparisons.name(of: base)
        let against = BilingualText("与\(name.chinese)相比：", "Against \(name.english):")
        return View(["sign": sign, "label": label.view, "href": href, "base": against.view])
    }

    private static func joined(_ labels: [BilingualText]) -> BilingualText {
        let kept = labels.prefix(shown)
        let isCut = labels.count > shown
        return BilingualText(
            kept.map(\.chinese).joined(separator: "；") + (isCut ? "……" : ""),
            kept.map(\.english).joined(separator: "; ") + (isCut ? " …" : ""))
    }
}
