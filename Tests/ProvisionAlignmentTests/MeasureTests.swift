import ProvisionAlignment
import RegulationModel
import Testing

@Suite("What is measured beside gold") struct MeasureTests {
    /// Values of the authors of the hash.
    @Test(arguments: [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)])
    func theHashIsFNV1a(_ code: String, _ hash: UInt64) {
        #expect(HeldOut.hash(of: code) == hash)
        #expect(HeldOut.contains(pcode: code) == (hash % 10 == 0))
    }

    @Test func onlyArticlesTheReasonsSpeakOfAreJudged() {
        let map = RenumberMap(
            parsing: """
                new_art\tstatus\told_arts\tshare
                1\tMAP\t3,10\t0.97
                2\tMAP_LOWSIM\t4\t0.2
                3\tNEW\t\t
                4\tUNK\t\t0.5
                5\tGONE\t1\t
                """)
        #expect(map.gold.problems.map(\.line) == [6])
        #expect(map.named == ["1", "2"] && map.new == ["3"])
        let predicted = [("3", "1"), ("4", "2"), ("7", "3"), ("8", "4"), ("9", "2"), ("9", "77")]
        let evaluation = map.evaluation(of: predicted.map { Gold.Pair(base: $0.0, other: $0.1) })
        #expect(evaluation.right == 2 && evaluation.wrong == 1 && evaluation.skipped == 1)
        #expect(evaluation.precision == 2.0 / 3 && evaluation.strictPrecision == 0.5)
        #expect(evaluation.mainRecall == 0.5 && evaluation.allFound == 2 && evaluation.all == 3)
    }

    private func law(_ code: String, _ count: Int) -> ParallelLaw {
        ParallelLaw(
            pcode: code,
            articles: (0..<count).map { ParallelLaw.Article(number: "\($0 + 1)", chinese: "甲", english: "A") })
    }

    @Test func theChoiceOfStatutesIsTheSameEachTimeAndKeepsTheirOrder() {
        let laws = (0..<40).map { law("L\($0)", $0 % 7 == 0 ? 4 : 5) }
        let few = ParallelLaw.chosen(from: laws, count: 6, heldOut: false).map(\.pcode)
        let turned = ParallelLaw.chosen(from: laws.reversed(), count: 6, heldOut: false).map(\.pcode)
        #expect(few.count == 6 && few == turned.reversed())
        let more = ParallelLaw.chosen(from: laws, count: 9, heldOut: false).map(\.pcode)
        #expect(Set(few).isSubset(of: more))
        let heldOut = ParallelLaw.chosen(from: laws, count: nil, heldOut: true).map(\.pcode)
        #expect(!heldOut.isEmpty && heldOut.allSatisfy { HeldOut.contains(pcode: $0) })
        #expect(ParallelLaw.chosen(from: laws, count: nil, heldOut: false).allSatisfy { $0.articles.count >= 5 })
    }

    @Test func anArticleCountsWhereItsBestLinkIsItsCounterpart() {
        func link(_ base: String, _ other: String, _ score: Double) -> ScoredPair {
            ScoredPair(Gold.Pair(base: base, other: other), score: score)
        }
        let counts = CounterpartCounts(
            [link("1", "1", 0.9), link("1", "2", 0.8), link("2", "2", 0.7), link("3", "1", 0.95)],
            numbers: ["1", "2", "3", "4"])
        #expect(counts.fromBase == 2 && counts.fromOther == 0 && counts.mutual == 0 && counts.articles == 4)
        #expect(counts.unlinked == 1)
        let pooled = CounterpartCounts(pooling: [counts, CounterpartCounts([link("1", "1", 0)], numbers: ["1"])])
        #expect(pooled.fromBase == 3 && pooled.mutual == 1 && pooled.share(pooled.fromBase) == 0.6)
        #expect(CounterpartCounts.none.share(0) == 1)
    }

    @Test func baselinesChooseByTheTextAlone() {
        let baselines = Baselines(terms: SampleActs.terms)
        func pairs(_ baseline: Baseline, _ base: Regulation, _ other: Regulation) -> [String] {
            baselines.articles(baseline, base, other).map { "\($0.pair.base)-\($0.pair.other)" }
        }
        let nearest = pairs(.nearest, SampleActs.harbour, SampleActs.river)
        #expect(Set(nearest).isSuperset(of: ["1-1", "3-3", "4-2", "5-5", "6-6"]) && nearest.count == 6)
        let mutual = pairs(.mutual, SampleActs.harbour, SampleActs.river)
        #expect(Set(mutual).isSubset(of: nearest))
        let back = pairs(.mutual, SampleActs.river, SampleActs.harbour)
        #expect(Set(back) == Set(mutual.map { $0.split(separator: "-").reversed().joined(separator: "-") }))
        // Across languages only what the term table knows counts.
        #expect(Set(pairs(.mutual, SampleActs.river, SampleActs.lake)).isSuperset(of: ["2-2", "3-3", "5-4", "6-5"]))
        #expect(Baselines(terms: .empty).articles(.nearest, SampleActs.river, SampleActs.lake).isEmpty)
    }

    @Test func pointsAreComparedInsideTheArticlesOfGoldOnly() {
        let baselines = Baselines(terms: .empty)
        let pair = Gold.Pair(base: "3", other: "3")
        let links = baselines.points(.mutual, SampleActs.harbour, SampleActs.river, within: [pair]).map(\.pair)
        #expect(links == [Gold.Pair(base: "3/1", other: "3/2"), Gold.Pair(base: "3/2", other: "3/1")])
        #expect(baselines.points(.nearest, SampleActs.harbour, SampleActs.river, within: []).isEmpty)
    }

    @Test func goldNamesRepeatedPairsAndForeignHeaders() {
        let gold = Gold(parsing: "\u{FEFF}base\tother\tlink\r\n1\t1\tmain\r\n1\t1\tpart\r\n")
        #expect(gold.marks == [Gold.Pair(base: "1", other: "1"): .main] && gold.problems.map(\.line) == [3])
        #expect(Gold(parsing: "id\tname\n").problems.map(\.line) == [1])
    }
}
