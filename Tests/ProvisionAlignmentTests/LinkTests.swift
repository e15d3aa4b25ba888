import RegulationModel
import Testing

@testable import ProvisionAlignment

@Suite("Links of small acts") struct LinkTests {
    private static let aligner = Aligner(witnesses: SampleActs.all, terms: SampleActs.terms)

    private static func linked(_ alignment: Alignment) -> Set<String> {
        Set(alignment.links.map { Gold.address(of: $0.base) + "-" + Gold.address(of: $0.other) })
    }

    @Test func findsArticlesInAnotherOrder() {
        let alignment = Self.aligner.align(0, 1, level: .article)
        #expect(Self.linked(alignment).isSuperset(of: ["1-1", "3-3", "4-2", "5-5", "6-6"]))
        #expect(alignment.base == "harbour" && alignment.other == "river" && alignment.level == .article)
    }

    @Test func leavesWhatHasNoAnswerUnlinked() {
        #expect(!Self.aligner.align(0, 1, level: .article).links.contains { $0.other == EId("art_4") })
    }

    @Test func findsArticlesAcrossLanguages() {
        let alignment = Self.aligner.align(1, 2, level: .article)
        #expect(Self.linked(alignment).isSuperset(of: ["2-2", "3-3", "5-4", "6-5"]))
    }

    @Test func linksDeletedArticlesByTheirPlace() {
        let chinese = "1 教師應於每學期開始前參加健康檢查，並將檢查結果送交學校。\n2 （刪除）\n3 （刪除）\n4 學校圖書館應於假日開放。\n5 （刪除）\n6 學生得申請獎學金。"
        let english =
            "1 Teachers shall take a health examination before each semester and deliver the results to the school.\n"
            + "2 (Deleted)\n3 Deleted.\n4 The school library shall be open on holidays.\n5 (Repealed)\n"
            + "6 Students may apply for scholarships."
        let witnesses = [
            SampleRegulation.make("a", .chinese, chinese), SampleRegulation.make("b", .english, english),
        ]
        let links = Self.linked(Aligner(witnesses: witnesses, terms: .empty).align(0, 1, level: .article))
        #expect(links == ["1-1", "2-2", "3-3", "4-4", "5-5", "6-6"])
    }

    @Test func linksPointsInsideLinkedArticles() {
        #expect(Self.linked(Self.aligner.align(0, 1, level: .point)) == ["3/1-3/2", "3/2-3/1"])
        #expect(Self.linked(Self.aligner.align(1, 2, level: .point)).contains("3/1-3/1"))
    }

    @Test func linksParagraphsInsideLinkedArticles() {
        let links = Self.aligner.align(0, 1, level: .paragraph).links
        #expect(links.contains { $0.base.text == "art_4__para_1" && $0.other.text == "art_2__para_1" })
    }

    @Test func givesReasonsInWords() throws {
        let links = Self.aligner.align(0, 1, level: .article).links
        let conditions = try #require(links.first { $0.base == EId("art_3") && $0.other == EId("art_3") })
        #expect(conditions.reasons.first?.hasPrefix("shares ") == true)
        #expect(conditions.reasons.contains("lists of 2 and 3"))
        #expect(conditions.reasons.contains { $0.hasPrefix("both on ") && $0.contains("conditions") })
        #expect(conditions.reasons.contains("both say 18"))
    }

    @Test func scoresAreProbabilitiesAndLinksStandInOrder() {
        for (base, other) in [(0, 1), (1, 2), (2, 0)] {
            let links = Self.aligner.align(base, other, level: .article).links
            #expect(links.allSatisfy { (0...1).contains($0.score) })
            #expect(links.map(\.base) == links.map(\.base).sorted())
        }
    }

    @Test func aTextAnswersItselfWordForWord() {
        let twins = Aligner(witnesses: [SampleActs.harbour, SampleActs.harbour], terms: .empty)
        let links = twins.align(0, 1, level: .article).links
        let own = links.filter { $0.base == $0.other }
        #expect(own.count == 6)
        #expect(own.allSatisfy { $0.relation == .same && $0.strength == .main })
    }
}

@Suite("What became of a provision") struct RelationTests {
    private func pair(_ row: Int, _ column: Int, _ strength: LinkStrength = .main) -> LinkDecision.Pair {
        LinkDecision.Pair(row: row, column: column, probability: 0.9, strength: strength)
    }

    @Test func oneOutOfOrderIsMoved() {
        let pairs = [pair(0, 0), pair(1, 3), pair(2, 1), pair(3, 2)]
        let relations = Relations(pairs)
        #expect(pairs.map { relations.relation(of: $0, sameWords: false) } == [.changed, .moved, .changed, .changed])
    }

    @Test func oneToManyIsSplitAndManyToOneIsMerged() {
        let pairs = [pair(0, 0), pair(0, 1), pair(1, 2), pair(2, 2)]
        let relations = Relations(pairs)
        #expect(pairs.map { relations.relation(of: $0, sameWords: false) } == [.split, .split, .merged, .merged])
    }

    @Test func sameWordsInPlaceAreTheSame() {
        let pairs = [pair(0, 0), pair(1, 1, .part)]
        let relations = Relations(pairs)
        #expect(pairs.map { relations.relation(of: $0, sameWords: true) } == [.same, .changed])
    }

    @Test(
        arguments: [
            ([], []), ([3], [0]), ([0, 1, 2], [0, 1, 2]), ([2, 0, 1], [1, 2]), ([5, 4, 3], [2]),
        ] as [([Int], [Int])])
    func longestAscentKeepsMost(_ numbers: [Int], _ kept: [Int]) {
        #expect(Relations.longestAscent(numbers) == kept)
    }
}
