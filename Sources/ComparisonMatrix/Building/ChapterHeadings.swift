import ProvisionAlignment
import RegulationModel

/// The headings of the base's chapters in both languages. A heading in the other language is that of the chapter
/// which most articles of the base chapter are linked to, in the text where these are most.
struct ChapterHeadings {
    /// Least share of a chapter's linked articles that have to lead to one chapter, so that it is the counterpart.
    /// A judgement: with less than half, another chapter could claim as much.
    static let counterpartShare = 0.5

    /// A chapter of another text that answers one of the base.
    private struct Counterpart {
        let heading: String
        /// Most votes first, then the text nearest to the act, then the id.
        let order: (Int, Int, String)
    }

    private let base: Regulation
    private let counterparts: [Int: String]

    init(base: TextColumn, others: [TextColumn], links: LinkTable) {
        self.base = base.regulation
        let candidates = others.filter { $0.regulation.language != base.regulation.language }
        var counterparts: [Int: String] = [:]
        for index in base.regulation.groupings.indices {
            let found = candidates.compactMap { Self.counterpart(of: index, base.regulation, in: $0, links) }
            counterparts[index] = found.min { $0.order < $1.order }?.heading
        }
        self.counterparts = counterparts
    }

    /// The groupings that the article at a place of the base stands in, widest first, as places in `groupings`.
    func path(ofArticleAt place: Int) -> [Int] {
        guard !base.articles.isEmpty else { return [] }
        return base.groupings.indices.filter { base.groupings[$0].articles.contains(place) }
    }

    /// The heading of a path: 第二章 管理职责, "Chapter 2 Duties"; nil where the path is empty.
    func heading(_ path: [Int]) -> BilingualText? {
        guard !path.isEmpty else { return nil }
        let headings = path.map(heading)
        return BilingualText(
            chinese: headings.map(\.chinese).joined(separator: " · "),
            english: headings.map(\.english).joined(separator: " · "))
    }

    private func heading(_ index: Int) -> BilingualText {
        let grouping = base.groupings[index]
        let own = base.source.flowed([grouping.heading])
        let other = counterparts[index]
        let isChinese = base.language == .chinese
        let chinese = (isChinese ? own : other).map { Self.numbered(grouping, .chinese, $0) }
        let english = (isChinese ? other : own).map { Self.numbered(grouping, .english, $0) }
        return BilingualText(chinese: chinese ?? english ?? own, english: english ?? chinese ?? own)
    }

    private static func numbered(_ grouping: Grouping, _ language: Language, _ heading: String) -> String {
        let number = grouping.number
        let label: String
        switch language {
        case .chinese:
            let branches = number.branches.map { "之" + ChineseNumeral.text($0) }.joined()
            label = "第\(ChineseNumeral.text(number.ordinal))\(grouping.level.chineseName)\(branches)"
        case .english:
            label = "\(grouping.level.name.prefix(1).uppercased())\(grouping.level.name.dropFirst()) \(number.text)"
        }
        return heading.isEmpty ? label : "\(label) \(heading)"
    }

    private static func counterpart(
        of index: Int, _ base: Regulation, in other: TextColumn, _ links: LinkTable
    ) -> Counterpart? {
        let grouping = base.groupings[index]
        var votes: [Int: Int] = [:]
        var linked = 0
        for article in base.articles[grouping.articles.clamped(to: base.articles.indices)] {
            let found = links.links(from: article.eId, of: base.id, to: other.witness.id)
            let main = found.filter { $0.strength == .main }
            let targets = Set(main.compactMap { chapter(of: $0.other, at: grouping.level, in: other) })
            if !targets.isEmpty { linked += 1 }
            for target in targets { votes[target, default: 0] += 1 }
        }
        guard let best = votes.min(by: { (-$0.value, $0.key) < (-$1.value, $1.key) }) else { return nil }
        guard Double(best.value) >= counterpartShare * Double(linked) else { return nil }
        let heading = other.regulation.source.flowed([other.regulation.groupings[best.key].heading])
        guard !heading.isEmpty else { return nil }
        return Counterpart(
            heading: heading, order: (-best.value, other.witness.translation.distance, other.witness.id))
    }

    private static func chapter(of eId: EId, at level: Level, in other: TextColumn) -> Int? {
        guard let place = other.place(of: eId), !other.regulation.articles.isEmpty else { return nil }
        let groupings = other.regulation.groupings
        return groupings.indices.first { groupings[$0].level == level && groupings[$0].articles.contains(place) }
    }
}

extension Translation {
    /// How far a text is from the words of the act: 0 for the original.
    var distance: Int {
        switch self {
        case .original: 0
        case .official: 1
        case .machine: 2
        }
    }
}
