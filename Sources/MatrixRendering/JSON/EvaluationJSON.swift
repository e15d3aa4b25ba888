import ProvisionAlignment

/// The figures of an evaluation as JSON; `evaluation.schema.json` describes every field.
struct EvaluationJSON: Encodable, Sendable {
    let measured: [Links]
    let pooled: [Pool]
    @OrNull var parallel: Statutes?
    let unmeasured: [Absence]

    struct Links: Encodable, Sendable {
        let name: String
        let kind: String
        let pairs: Int
        let engine: Figures
        @OrNull var mainLinks: Figures?
        @OrNull var nearest: Figures?
        @OrNull var mutual: Figures?
    }

    struct Pool: Encodable, Sendable {
        let name: String
        let pairs: Int
        let engine: Figures
        @OrNull var mainLinks: Figures?
        @OrNull var nearest: Figures?
        @OrNull var mutual: Figures?
    }

    struct Figures: Encodable, Sendable {
        let predicted: Int
        let right: Int
        let wrong: Int
        let skipped: Int
        let main: Int
        let mainFound: Int
        let all: Int
        let allFound: Int
        let precision: Double
        let mainRecall: Double
        let allRecall: Double
        let mainF1: Double
        let allF1: Double
    }

    struct Statutes: Encodable, Sendable {
        let name: String
        let collected: Int
        let laws: Int
        let heldOut: Bool
        let articles: Int
        let unread: Int
        let methods: [Method]
    }

    struct Method: Encodable, Sendable {
        let name: String
        let fromChinese: Double
        let fromEnglish: Double
        let mutual: Double
        let unlinked: Int
    }

    struct Absence: Encodable, Sendable {
        let name: String
        let reason: String
    }

    init(_ report: EvaluationReport) {
        measured = report.measured.map(Links.init)
        pooled = EvaluationGroup.all.compactMap { report.pooled($0).map(Pool.init) }
        unmeasured = report.unmeasured.map { Absence(name: $0.name, reason: $0.reason) }
        parallel = report.parallel.map(Statutes.init)
    }

    /// Four decimals: what lies behind them is noise.
    fileprivate static func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }
}

extension EvaluationJSON.Links {
    init(_ links: MeasuredLinks) {
        name = links.name
        kind = links.kind.rawValue
        pairs = links.pairs
        engine = EvaluationJSON.Figures(links.engine)
        mainLinks = links.mainLinks.map(EvaluationJSON.Figures.init)
        nearest = links.baselines[.nearest].map(EvaluationJSON.Figures.init)
        mutual = links.baselines[.mutual].map(EvaluationJSON.Figures.init)
    }
}

extension EvaluationJSON.Pool {
    init(_ links: MeasuredLinks) {
        name = links.name
        pairs = links.pairs
        engine = EvaluationJSON.Figures(links.engine)
        mainLinks = links.mainLinks.map(EvaluationJSON.Figures.init)
        nearest = links.baselines[.nearest].map(EvaluationJSON.Figures.init)
        mutual = links.baselines[.mutual].map(EvaluationJSON.Figures.init)
    }
}

extension EvaluationJSON.Figures {
    init(_ evaluation: Evaluation) {
        predicted = evaluation.predicted
        right = evaluation.right
        wrong = evaluation.wrong
        skipped = evaluation.skipped
        main = evaluation.main
        mainFound = evaluation.mainFound
        all = evaluation.all
        allFound = evaluation.allFound
        precision = EvaluationJSON.rounded(evaluation.precision)
        mainRecall = EvaluationJSON.rounded(evaluation.mainRecall)
        allRecall = EvaluationJSON.rounded(evaluation.allRecall)
        mainF1 = EvaluationJSON.rounded(evaluation.mainF1)
        allF1 = EvaluationJSON.rounded(evaluation.allF1)
    }
}

extension EvaluationJSON.Statutes {
    init(_ measured: MeasuredStatutes) {
        name = measured.name
        collected = measured.collected
        laws = measured.laws
        heldOut = measured.heldOut
        articles = measured.methods.first?.counts.articles ?? 0
        unread = measured.unread
        methods = measured.methods.map { method in
            let counts = method.counts
            return EvaluationJSON.Method(
                name: method.name, fromChinese: EvaluationJSON.rounded(counts.share(counts.fromBase)),
                fromEnglish: EvaluationJSON.rounded(counts.share(counts.fromOther)),
                mutual: EvaluationJSON.rounded(counts.share(counts.mutual)), unlinked: counts.unlinked)
        }
    }
}
