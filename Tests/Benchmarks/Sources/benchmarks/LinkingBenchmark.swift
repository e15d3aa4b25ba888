import Duizhao

/// Times of linking: two acts, and thirty all against all. A text is parsed before, and the clock starts there.
struct LinkingBenchmark {
    private let acts: Acts
    private let baselines: Baselines

    init(_ acts: Acts) {
        self.acts = acts
        baselines = Baselines(terms: acts.corpus.terms)
    }

    func run() {
        pair("Chinese–Chinese", acts.many[0], acts.many[1], target: 5)
        pair("Chinese–English, jiangsu–lianyungang", acts.english, acts.chinese, target: 10)
        allAgainstAll()
        growth()
    }

    /// Two acts: their features, then their links.
    private func pair(_ name: String, _ base: Regulation, _ other: Regulation, target: Int) {
        let terms = acts.corpus.terms
        let texts = [base, other]
        // The first use of the lexicon reads its pages.
        _ = Aligner(witnesses: texts, terms: terms).align(0, 1, level: .article)
        let features = Measure.seconds(runs: 30) { _ = Aligner(witnesses: texts, terms: terms) }
        let both = Measure.seconds(runs: 30) {
            _ = Aligner(witnesses: texts, terms: terms).align(0, 1, level: .article)
        }
        print("linking \(base.provisions.count) articles to \(other.provisions.count), \(name)")
        let links = Measure.milliseconds(max(0, both - features))
        print(
            "  engine \(Measure.milliseconds(both)) (features \(Measure.milliseconds(features)), links \(links)); "
                + "target \(target) ms")
        if base.language != other.language {
            print("  of which the table of terms \(Measure.milliseconds(indexing(like: texts)))")
        }
        for baseline in Baseline.allCases {
            let time = Measure.seconds(runs: 10) { _ = baselines.articles(baseline, base, other) }
            print(
                "  baseline \(baseline.rawValue) \(Measure.milliseconds(time)); "
                    + "the engine takes \(Measure.rounded(both / time)) times as long")
        }
    }

    /// What two texts of one word cost, which is to index the table.
    private func indexing(like texts: [Regulation]) -> Double {
        let words = texts.map { text in
            let article = text.language == .chinese ? "办法\n第一条　甲。\n" : "Measures\nArticle 1 One.\n"
            return RegulationParser.parse(Array(article.utf8), name: "text.txt", id: text.id)
        }
        return Measure.seconds(runs: 30) { _ = Aligner(witnesses: words, terms: acts.corpus.terms) }
    }

    private func allAgainstAll() {
        let texts = acts.many
        func pairs(_ link: (Int, Int) -> Void) {
            for base in texts.indices {
                for other in texts.indices where other > base { link(base, other) }
            }
        }
        let engine = Measure.seconds(runs: 2) {
            let aligner = Aligner(witnesses: texts, terms: acts.corpus.terms)
            pairs { _ = aligner.align($0, $1, level: .article) }
        }
        print("linking \(texts.count) acts all against all, \(texts.count * (texts.count - 1) / 2) pairs")
        print("  engine \(Measure.rounded(engine)) s; target 5 s")
        if let memory = Measure.peakMemory { print("  most memory until here \(memory) MB; target 300 MB") }
        for baseline in Baseline.allCases {
            let time = Measure.seconds(runs: 1) { pairs { _ = baselines.articles(baseline, texts[$0], texts[$1]) } }
            print(
                "  baseline \(baseline.rawValue) \(Measure.rounded(time)) s; "
                    + "the engine takes \(Measure.rounded(engine / time)) times as long")
        }
    }

    /// Linking two long acts against reading them.
    private func growth() {
        let bytes = SyntheticAct.bytes(articles: 500)
        let texts = [SyntheticAct.parse(bytes), SyntheticAct.parse(bytes)]
        let reading = Measure.seconds { _ = SyntheticAct.parse(bytes) }
        let linking = Measure.seconds {
            _ = Aligner(witnesses: texts, terms: .empty).align(0, 1, level: .article)
        }
        print("linking 500 articles to 500 against reading 500: \(Measure.rounded(linking / reading)) times")
    }
}
