import ProvisionAlignment
import RegulationModel
import Testing

@testable import ComparisonMatrix

@Suite("Links compared at once") struct LinkedProvisionsTests {
    private static func link(_ base: Int, _ other: Int, _ score: Double) -> Link {
        Link(
            base: EId("art_\(base)"), other: EId("art_\(other)"), strength: .main, relation: .changed, score: score,
            reasons: [])
    }

    private static func names(_ links: [Link]) -> [String] { links.map { "\($0.base.text)-\($0.other.text)" } }

    @Test func allAnswersToOneProvisionAreComparedAtOnce() {
        let sets = LinkedProvisions((1...7).map { Self.link(1, $0, 0.9) })
        #expect(sets.groups.count == 1 && sets.groups[0].count == 7 && sets.besides.isEmpty)
    }

    @Test func aLongChainIsCutAtItsWeakestLink() {
        // Two groups of three by three, tied by one weak link.
        let strong = [1, 2, 3].flatMap { base in [1, 2, 3].map { Self.link(base, $0, 0.9) } }
        let others = [4, 5, 6].flatMap { base in [4, 5, 6].map { Self.link(base, $0, 0.9) } }
        let sets = LinkedProvisions(strong + [Self.link(3, 4, 0.4)] + others)
        #expect(sets.groups.map(\.count) == [9, 9])
        #expect(Self.names(sets.besides) == ["art_3-art_4"])
    }

    @Test func everyLinkStandsOnce() {
        let links = (1...12).flatMap { base in [Self.link(base, base, 0.8), Self.link(base, base + 1, 0.5)] }
        let sets = LinkedProvisions(links)
        #expect((sets.groups.flatMap(Self.names) + Self.names(sets.besides)).sorted() == Self.names(links).sorted())
    }
}
