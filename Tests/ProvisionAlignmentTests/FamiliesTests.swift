import RegulationModel
import Testing

@testable import ProvisionAlignment

/// Texts and links made for a test; an article is written `a3`: text a, article 3.
struct FamilyDraft {
    var lengths: [(id: String, articles: Int)]
    var explainers: Set<String> = []
    var links: [(first: String, second: String, strength: LinkStrength, score: Double)] = []

    var witnesses: [Regulation] {
        lengths.map { id, articles in
            let text = (1...articles).map { "\($0) 甲乙丙" }.joined(separator: "\n")
            let act = SampleRegulation.make(id, .chinese, text)
            guard explainers.contains(id) else { return act }
            return Regulation(
                id: id, source: act.source, title: id, titleSpan: nil, language: .chinese, authority: .explainer,
                completeness: Completeness(.none, proof: []), documentNumber: nil, dates: RegulationDates(),
                repeals: [], groupings: [], articles: [], sections: act.articles, parts: [], diagnostics: [])
        }
    }

    var alignments: [Alignment] {
        lengths.indices.flatMap { first in
            lengths.indices.filter { $0 > first }.map { alignment(lengths[first].id, lengths[$0].id) }
        }
    }

    private func alignment(_ base: String, _ other: String) -> Alignment {
        let found = links.compactMap { link -> Link? in
            let (a, b) = (String(link.first.prefix(1)), String(link.second.prefix(1)))
            guard [a, b] == [base, other] || [b, a] == [base, other] else { return nil }
            let made = Link(
                base: EId("art_\(link.first.dropFirst())"), other: EId("art_\(link.second.dropFirst())"),
                strength: link.strength, relation: .changed, score: link.score, reasons: [])
            return a == base ? made : made.mirrored
        }
        return Alignment(base: base, other: other, level: .article, links: found)
    }

    var families: Families { Families(witnesses: witnesses, alignments: alignments) }

    static func names(_ families: [Family]) -> [String] {
        families.map { family in
            family.members.map { "\($0.witness)\($0.provision.text.dropFirst(4))" }.joined(separator: " ")
        }
    }
}

@Suite("Families of provisions") struct FamiliesTests {
    @Test func provisionsThatAnswerEachOtherAreOneFamilyAndTheRestStandAlone() {
        let draft = FamilyDraft(
            lengths: [("a", 3), ("b", 2), ("c", 2)],
            links: [("a1", "b1", .main, 0.98), ("b1", "c2", .main, 0.95), ("a1", "c2", .main, 0.9)])
        #expect(FamilyDraft.names(draft.families.consensus).sorted() == ["a1 b1 c2", "a2", "a3", "b2", "c1"])
    }

    @Test func aWeakPartLinkDoesNotChainTwoStrongFamilies() {
        var draft = FamilyDraft(lengths: [("a", 1), ("b", 1), ("c", 1), ("d", 1), ("e", 1), ("f", 1)])
        for (first, second) in [("a1", "b1"), ("b1", "c1"), ("a1", "c1"), ("d1", "e1"), ("e1", "f1"), ("d1", "f1")] {
            draft.links.append((first, second, .main, 0.95))
        }
        draft.links.append(("c1", "d1", .part, 0.7))
        #expect(FamilyDraft.names(draft.families.consensus) == ["a1 b1 c1", "d1 e1 f1"])
    }

    @Test func articlesOfOneActJoinOnlyWhereOneOfAnotherActAnswersBoth() {
        var draft = FamilyDraft(
            lengths: [("a", 2), ("b", 1), ("c", 1)],
            links: [("a1", "b1", .main, 0.97), ("b1", "c1", .main, 0.97), ("c1", "a2", .main, 0.97)])
        #expect(!FamilyDraft.names(draft.families.consensus).contains { $0.contains("a1") && $0.contains("a2") })
        draft.links.append(("a2", "b1", .main, 0.97))
        #expect(FamilyDraft.names(draft.families.consensus) == ["a1 a2 b1 c1"])
    }

    @Test func explainersJoinFamiliesAndHoldNoneTogether() {
        let draft = FamilyDraft(
            lengths: [("a", 1), ("b", 1), ("x", 2)], explainers: ["x"],
            links: [("a1", "x1", .main, 0.99), ("b1", "x1", .main, 0.98)])
        #expect(FamilyDraft.names(draft.families.consensus) == ["a1 x1", "b1", "x2"])
    }

    private static func decision() throws -> LinkOrigin.Decision {
        let date = try #require(CalendarDate(year: 2026, month: 3, day: 1))
        return LinkOrigin.Decision(author: "Wang Fang", date: date, note: "")
    }

    @Test func aPersonsLinkJoinsWhatTheEvidenceParts() throws {
        let draft = FamilyDraft(
            lengths: [("a", 1), ("b", 1), ("c", 1), ("d", 1)],
            links: [("a1", "b1", .main, 0.97), ("c1", "d1", .main, 0.97)])
        let decided = Link(
            base: EId("art_1"), other: EId("art_1"), strength: .main, relation: .changed, score: 1, reasons: [],
            origin: .decided(try Self.decision()))
        let alignments = draft.alignments.map { alignment in
            guard alignment.base == "a", alignment.other == "c" else { return alignment }
            return Alignment(base: "a", other: "c", level: .article, links: [decided])
        }
        let families = Families(witnesses: draft.witnesses, alignments: alignments)
        #expect(FamilyDraft.names(families.consensus) == ["a1 b1 c1 d1"])
    }

    @Test func aPartedPairSharesNoFamilyWhateverJoinsTheOthers() throws {
        let draft = FamilyDraft(
            lengths: [("a", 1), ("b", 1), ("c", 1)],
            links: [("a1", "b1", .main, 0.98), ("b1", "c1", .main, 0.97)])
        let parted = PartedPair(base: EId("art_1"), other: EId("art_1"), decision: try Self.decision())
        let alignments = draft.alignments.map { alignment in
            guard alignment.base == "a", alignment.other == "c" else { return alignment }
            return Alignment(base: "a", other: "c", level: .article, links: [], parted: [parted])
        }
        let families = Families(witnesses: draft.witnesses, alignments: alignments)
        #expect(FamilyDraft.names(families.consensus) == ["a1 b1", "c1"])
    }

    @Test func textsThatWereNotComparedDoNotSpeakAgainstEachOther() {
        let draft = FamilyDraft(
            lengths: [("a", 1), ("b", 1), ("c", 1)],
            links: [("a1", "b1", .main, 0.8), ("b1", "c1", .main, 0.8)])
        let compared = draft.alignments
        let without = compared.filter { !($0.base == "a" && $0.other == "c") }
        let families = Families(witnesses: draft.witnesses, alignments: without)
        #expect(FamilyDraft.names(families.consensus) == ["a1 b1 c1"])
    }

    @Test func consensusKeepsTheOrderOfMostActsAndBaseThatOfTheBase() {
        var draft = FamilyDraft(lengths: [("a", 3), ("b", 3), ("c", 4)])
        for (first, second) in [("a1", "b1"), ("a2", "b2"), ("a3", "b3")] {
            draft.links.append((first, second, .main, 0.97))
        }
        for (first, second) in [("a1", "c3"), ("b1", "c3"), ("a2", "c1"), ("b2", "c1"), ("a3", "c4"), ("b3", "c4")] {
            draft.links.append((first, second, .main, 0.97))
        }
        let families = draft.families
        #expect(FamilyDraft.names(families.consensus) == ["a1 b1 c3", "a2 b2 c1", "c2", "a3 b3 c4"])
        #expect(
            FamilyDraft.names(families.ordered(byBase: "c")) == ["a2 b2 c1", "c2", "a1 b1 c3", "a3 b3 c4"])
        #expect(families.ordered(byBase: "nobody") == families.consensus)
    }

    @Test func contradictingOrdersEndInOneOrder() {
        var draft = FamilyDraft(lengths: [("a", 3), ("b", 3), ("c", 3)])
        // a: 1 2 3, b: 2 3 1, c: 3 1 2
        for (a, b, c) in [(1, 3, 2), (2, 1, 3), (3, 2, 1)] {
            draft.links += [
                ("a\(a)", "b\(b)", .main, 0.9), ("a\(a)", "c\(c)", .main, 0.9), ("b\(b)", "c\(c)", .main, 0.9),
            ]
        }
        #expect(FamilyDraft.names(draft.families.consensus) == ["a1 b3 c2", "a2 b1 c3", "a3 b2 c1"])
    }

    @Test func nothingGivesNothing() {
        #expect(Families(witnesses: [], alignments: []).consensus.isEmpty)
        let one = FamilyDraft(lengths: [("a", 2)])
        #expect(FamilyDraft.names(one.families.consensus) == ["a1", "a2"])
    }
}

/// What holds whatever the links are.
@Suite("Families of any links") struct FamilyPropertyTests {
    /// SplitMix64: the same numbers on every machine.
    struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static func draft(_ seed: UInt64) -> FamilyDraft {
        var numbers = Numbers(state: seed)
        let ids = ["a", "b", "c", "d", "x"]
        var draft = FamilyDraft(
            lengths: ids.map { ($0, Int.random(in: 1...7, using: &numbers)) }, explainers: ["x"])
        for first in draft.lengths.indices {
            for second in draft.lengths.indices where second > first {
                for _ in 0..<Int.random(in: 0...8, using: &numbers) {
                    let (one, two) = (draft.lengths[first], draft.lengths[second])
                    draft.links.append(
                        (
                            "\(one.id)\(Int.random(in: 1...one.articles, using: &numbers))",
                            "\(two.id)\(Int.random(in: 1...two.articles, using: &numbers))",
                            Bool.random(using: &numbers) ? .main : .part,
                            Double(Int.random(in: 5_000...9_999, using: &numbers)) / 10_000
                        ))
                }
            }
        }
        var seen: Set<String> = []
        draft.links = draft.links.filter { seen.insert($0.first + $0.second).inserted }
        return draft
    }

    @Test(arguments: UInt64(1)...60) func everyProvisionIsInExactlyOneFamily(_ seed: UInt64) {
        let draft = Self.draft(seed)
        let families = draft.families
        let expected = draft.lengths.flatMap { id, articles in
            (1...articles).map { Family.Member(witness: id, provision: EId("art_\($0)")) }
        }
        for order in [families.consensus] + draft.lengths.map({ families.ordered(byBase: $0.id) }) {
            let members = order.flatMap(\.members)
            #expect(members.count == expected.count && Set(members) == Set(expected), "seed \(seed)")
        }
    }

    @Test(arguments: UInt64(1)...60) func theOrderOfTextsAndAlignmentsDoesNotMatter(_ seed: UInt64) {
        let draft = Self.draft(seed)
        var numbers = Numbers(state: seed &+ 1_000)
        let straight = draft.families
        let mirrored = draft.alignments.map { alignment in
            Alignment(
                base: alignment.other, other: alignment.base, level: .article,
                links: alignment.links.map(\.mirrored).shuffled(using: &numbers))
        }
        let permuted = Families(
            witnesses: draft.witnesses.shuffled(using: &numbers), alignments: mirrored.shuffled(using: &numbers))
        #expect(permuted.consensus == straight.consensus, "seed \(seed)")
        for (id, _) in draft.lengths {
            #expect(permuted.ordered(byBase: id) == straight.ordered(byBase: id), "seed \(seed)")
        }
    }

    @Test(arguments: UInt64(1)...60) func addingAnActKeepsTheProvisionsOfTheOthers(_ seed: UInt64) {
        let draft = Self.draft(seed)
        var fewer = draft
        fewer.lengths.removeAll { $0.id == "d" }
        fewer.links.removeAll { $0.first.hasPrefix("d") || $0.second.hasPrefix("d") }
        let before = fewer.families.consensus
        let after = draft.families.consensus
        for (id, _) in fewer.lengths {
            #expect(
                before.flatMap { $0.members(of: id) }.sorted() == after.flatMap { $0.members(of: id) }.sorted(),
                "seed \(seed)")
        }
    }

    @Test(arguments: UInt64(1)...60) func theArticlesOfABaseStandInItsOrder(_ seed: UInt64) {
        let draft = Self.draft(seed)
        for (id, _) in draft.lengths {
            let firsts = draft.families.ordered(byBase: id).compactMap { family in
                family.members(of: id).first.flatMap { Int($0.text.dropFirst(4)) }
            }
            #expect(firsts == firsts.sorted(), "seed \(seed), base \(id)")
        }
    }
}
