import ProvisionAlignment
import RegulationModel

/// Which statutes of a parallel collection are measured.
public struct StatuteChoice: Sendable {
    /// How many at most; nil for all.
    public var count: Int?
    /// Only those that training leaves out.
    public var heldOut: Bool

    /// Makes a choice.
    public init(count: Int? = nil, heldOut: Bool = false) {
        self.count = count
        self.heldOut = heldOut
    }
}

/// Measures whether articles of parallel statutes find their counterparts.
struct StatuteMeasurement: Sendable {
    /// Terms of the corpus, without its texts.
    let terms: Corpus?
    /// Further terms.
    let dictionary: TermTable
    let methods: [StatuteMethod]

    private struct Found: Sendable {
        let unread: Int
        let counts: [CounterpartCounts]
    }

    func measure(
        _ collection: ParallelCollection, name: String, _ choice: StatuteChoice,
        progress: @Sendable (Int, Int) -> Void
    ) -> MeasuredStatutes {
        let laws = ParallelLaw.chosen(from: collection.laws, count: choice.count, heldOut: choice.heldOut)
        let found = Concurrent.map(laws, progress: progress) { measured($0) }
        let pooled = methods.indices.map { index in
            MeasuredStatutes.Method(
                name: methods[index].name, counts: CounterpartCounts(pooling: found.map { $0.counts[index] }))
        }
        return MeasuredStatutes(
            name: name, collected: collection.laws.count, laws: laws.count, heldOut: choice.heldOut,
            unread: found.reduce(0) { $0 + $1.unread }, methods: pooled)
    }

    private func measured(_ law: ParallelLaw) -> Found {
        let texts = [("zh", law.chineseText), ("en", law.englishText)].map { language, text in
            EvaluationTexts.witness(
                Array(text.utf8), name: "\(law.pcode).\(language).txt", id: "\(law.pcode)-\(language)")
        }
        let comparison = Comparison(texts, base: 0, corpus: terms, dictionary: dictionary)
        let numbers = law.articles.map(\.number)
        let held = texts.map { Set($0.regulation.provisions.map { Gold.address(of: $0.eId) }) }
        return Found(
            unread: numbers.count { number in !held.allSatisfy { $0.contains(number) } },
            counts: methods.map { CounterpartCounts($0.links(comparison), numbers: numbers) })
    }
}
