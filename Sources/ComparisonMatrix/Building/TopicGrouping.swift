import RegulationModel

/// Puts the rows of the topic matrix under the chapters of the base.
struct TopicGrouping {
    /// Heads the topics that other texts have and the base has not, as far as it is held.
    static let outsideBase = BilingualText(chinese: "基准文本未见的事项", english: "Matters not found in the base text")
    /// Heads the topics of no text.
    static let nowhere = BilingualText(chinese: "各文本均未见的事项", english: "Matters found in none of the texts")

    let columns: [TextColumn]
    let cells: [TopicCells]
    let base: Int?
    let links: LinkTable

    /// Where a row stands: under a chapter of the base (its path), or in one of the two groups after them.
    private enum Group: Hashable {
        case chapter([Int])
        case outsideBase
        case nowhere

        /// Chapters in document order, then the two others.
        var order: [Int] {
            switch self {
            case .chapter(let path): [0] + path
            case .outsideBase: [1]
            case .nowhere: [2]
            }
        }
    }

    /// The rows, in order; each group heading stands at its first row.
    func rows(_ table: TopicTable) -> [Row] {
        let headings = base.map { base in
            ChapterHeadings(
                base: columns[base], others: columns.indices.filter { $0 != base }.map { columns[$0] }, links: links)
        }
        let places = table.topics.map { group(of: $0.id, headings) }
        let order = table.topics.indices.sorted { a, b in
            places[a] == places[b] ? a < b : places[a].order.lexicographicallyPrecedes(places[b].order)
        }
        var last: Group?
        return order.map { index in
            let topic = table.topics[index]
            let opens = places[index] != last
            last = places[index]
            return Row(
                id: topic.id, heading: topic.name, note: topic.definition,
                group: opens ? heading(places[index], headings) : nil, cells: cells.map { $0.cell(topic) })
        }
    }

    private func group(of topic: String, _ headings: ChapterHeadings?) -> Group {
        if let base, let headings, let place = cells[base].mainPlace(topic) {
            return .chapter(headings.path(ofArticleAt: place))
        }
        guard cells.contains(where: { $0.mainPlace(topic) != nil }) else { return .nowhere }
        return base == nil ? .chapter([]) : .outsideBase
    }

    private func heading(_ group: Group, _ headings: ChapterHeadings?) -> BilingualText? {
        switch group {
        case .chapter(let path): headings?.heading(path)
        case .outsideBase: Self.outsideBase
        case .nowhere: Self.nowhere
        }
    }
}
