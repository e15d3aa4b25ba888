import ProvisionAlignment
import RegulationModel
import Testing

@Suite("Evaluation") struct EvaluationTests {
    private let gold = Gold(
        parsing: """
            base\tother\tlink\tnote
            1\t1\tmain\tpurpose
            2\t3\tmain\tscope
            2\t4\tpart\tdefinition
            5\t6\tborderline\treaders differ
            """)

    private func pairs(_ list: [(String, String)]) -> [Gold.Pair] {
        list.map { Gold.Pair(base: $0.0, other: $0.1) }
    }

    @Test func countsMainAndPartAsRightAndSkipsBorderline() {
        let evaluation = Evaluation(predicted: pairs([("1", "1"), ("2", "4"), ("5", "6"), ("7", "7")]), gold: gold)
        #expect(evaluation.right == 2 && evaluation.wrong == 1)
        #expect(abs(evaluation.precision - 2.0 / 3) < 1e-12)
        #expect(abs(evaluation.mainRecall - 0.5) < 1e-12)
        #expect(abs(evaluation.allRecall - 2.0 / 3) < 1e-12)
        #expect(abs(evaluation.mainF1 - 4.0 / 7) < 1e-12)
        #expect(abs(evaluation.allF1 - 2.0 / 3) < 1e-12)
    }

    @Test func aPairPredictedTwiceCountsOnce() {
        let evaluation = Evaluation(predicted: pairs([("1", "1"), ("1", "1")]), gold: gold)
        #expect(evaluation.right == 1)
    }

    @Test func nothingPredictedIsNothingFound() {
        let evaluation = Evaluation(predicted: [], gold: gold)
        #expect(evaluation.precision == 0 && evaluation.mainF1 == 0 && evaluation.allF1 == 0)
    }

    @Test func nothingWantedAndNothingPredictedIsRight() {
        let evaluation = Evaluation(predicted: [], gold: Gold(parsing: "base\tother\tlink\tnote\n"))
        #expect(evaluation.precision == 1 && evaluation.mainF1 == 1)
    }

    @Test func poolingAddsLinksUp() {
        let one = Evaluation(predicted: pairs([("1", "1")]), gold: gold)
        let two = Evaluation(predicted: pairs([("9", "9")]), gold: gold)
        let pooled = Evaluation(pooling: [one, two])
        #expect(pooled.right == 1 && pooled.wrong == 1 && pooled.main == 4 && pooled.all == 6)
    }

    @Test func readsPointsAndNamesBadLines() {
        let points = Gold(parsing: "base_article\tbase_point\tother_article\tother_point\n9\t1\t9\t2\n")
        #expect(points.marks == [Gold.Pair(base: "9/1", other: "9/2"): .main])
        // Addresses as results write them.
        let written = Gold(parsing: "base\tother\tlink\nart_9\tart_16-1\tmain\n")
        #expect(written.marks == [Gold.Pair(base: "9", other: "16-1"): .main])
        let bad = Gold(parsing: "base\tother\tlink\tnote\n1\t1\tmaybe\tx\n\n2\t2\n")
        #expect(bad.marks.isEmpty && bad.problems.count == 2)
    }

    @Test(arguments: [
        ("art_12", "12"), ("art_16-1", "16-1"), ("art_12__para_2", "12"), ("sec_3", "3"),
        ("art_12__para_1__list_1__point_3", "12/3"),
    ])
    func addressesAreThoseOfGold(_ eId: String, _ address: String) {
        #expect(Gold.address(of: EId(eId)) == address)
    }

    @Test func takesOnlyLinksOfOneStrengthWhereAsked() {
        func link(_ base: String, _ other: String, _ strength: LinkStrength) -> Link {
            Link(base: EId(base), other: EId(other), strength: strength, relation: .changed, score: 1, reasons: [])
        }
        let alignment = Alignment(
            base: "a", other: "b", level: .article,
            links: [link("art_1", "art_1", .main), link("art_7", "art_7", .part)])
        #expect(Evaluation(alignment, gold: gold).precision == 0.5)
        #expect(Evaluation(alignment, gold: gold, strength: .main).precision == 1)
    }

    @Test func mirroredGoldMirrorsItsPairs() {
        #expect(gold.mirrored.marks[Gold.Pair(base: "3", other: "2")] == .main)
        #expect(gold.mirrored.mirrored.marks == gold.marks)
    }
}
