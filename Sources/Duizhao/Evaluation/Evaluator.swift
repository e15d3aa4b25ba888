import ComparisonMatrix
import ProvisionAlignment
import RegulationModel

/// Measures the alignment, and the baselines beside it, on links that people made.
///
/// Two texts are aligned as `duizhao align` does it: with the terms of the corpus, and with its texts as bridges. Sets
/// that stand outside the corpus (`renumber` sets, parallel statutes) get its terms only. People's decisions on links
/// are not applied: they would measure the people.
public struct Evaluator: Sendable {
    private let corpus: Corpus?
    private let texts: EvaluationTexts
    private let baselines: Baselines
    private let dictionary: TermTable

    /// Takes the corpus, if there is one.
    ///
    /// - Parameters:
    ///   - corpus: gives texts, terms and bridges.
    ///   - dictionary: further terms, after those of the corpus, for the engine and the baselines.
    ///   - files: paths of texts by their ids; they go before those of the corpus. Throws `SurroundingsError` where one
    ///     cannot be read.
    public init(corpus: Corpus?, dictionary: TermTable = .empty, files: [String: String] = [:]) throws {
        var given: [String: Witness] = [:]
        for (id, path) in files { given[id] = try EvaluationTexts.read(path, id: id) }
        self.corpus = corpus?.withoutDecisions
        texts = EvaluationTexts(corpus: corpus, given: given)
        baselines = Baselines(terms: (corpus?.terms ?? .empty).joined(with: dictionary))
        self.dictionary = dictionary
    }

    /// What was measured, and what is wrong in the files it was measured by.
    public struct Outcome: Sendable {
        /// The figures.
        public let report: EvaluationReport
        /// Lines and addresses that could not be used.
        public let problems: [EvaluationProblem]
    }

    /// Measures inputs; figures come in their order.
    ///
    /// - Parameters:
    ///   - inputs: gold, renumber sets, and at most one collection of parallel statutes.
    ///   - choice: which parallel statutes are taken.
    ///   - methods: ways of linking parallel statutes besides the engine.
    ///   - progress: is told how many pieces of work are done, of how many.
    /// - Throws: `SurroundingsError` where the collection cannot be read.
    public func evaluate(
        _ inputs: [EvaluationInput], choosing choice: StatuteChoice = StatuteChoice(), methods: [StatuteMethod] = [],
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) throws -> Outcome {
        var problems: [EvaluationProblem] = []
        var links: [EvaluationInput] = []
        var parallel: MeasuredStatutes?
        for input in inputs {
            guard case .parallel(let path) = input else {
                links.append(input)
                continue
            }
            guard parallel == nil else { throw SurroundingsError("\(path): one collection of statutes at a time") }
            let collection = try ParallelCollection(reading: path)
            problems += collection.problems
            let measurement = StatuteMeasurement(
                terms: corpus?.withoutTexts, dictionary: dictionary,
                methods: [.engine, .withoutOrder, .nearest(baselines)] + methods)
            parallel = measurement.measure(collection, name: input.name, choice, progress: progress)
        }
        let found = Concurrent.map(links, progress: progress) { measured($0) }
        let report = EvaluationReport(
            measured: found.compactMap(\.links), parallel: parallel, unmeasured: found.compactMap(\.unmeasured))
        return Outcome(report: report, problems: problems + found.flatMap(\.problems))
    }
}

// MARK: - One input

extension Evaluator {
    private struct Found: Sendable {
        var links: MeasuredLinks?
        var unmeasured: Unmeasured?
        var problems: [EvaluationProblem] = []
    }

    private func measured(_ input: EvaluationInput) -> Found {
        do {
            switch input {
            case .gold(let path): return try measured(gold: path, input)
            case .renumbering(let path): return try measured(renumbering: path, input)
            case .parallel: return Found()
            }
        } catch {
            return Found(unmeasured: Unmeasured(name: input.name, reason: "\(error)"))
        }
    }

    private func measured(gold path: String, _ input: EvaluationInput) throws -> Found {
        guard let ids = try texts.ids(input, besides: path) else {
            return Found(unmeasured: Unmeasured(name: input.name, reason: "its name does not hold two ids, A-B"))
        }
        let pair = [
            try texts.witness(ids.base, besides: path), try texts.witness(ids.other, besides: path),
        ]
        let missing = zip([ids.base, ids.other], pair).filter { $0.1 == nil }.map(\.0)
        guard missing.isEmpty else {
            let names = missing.map { "“\($0)”" }.joined(separator: " and ")
            let reason = "no text \(names): neither in the corpus nor given with --text ID=FILE nor beside the gold"
            return Found(unmeasured: Unmeasured(name: input.name, reason: reason))
        }
        let gold = Gold(parsing: String(decoding: try TextFile.read(path), as: UTF8.self))
        let isOfPoints = input.name.hasPrefix("points")
        let comparison = Comparison(pair.compactMap(\.self), base: 0, corpus: corpus, dictionary: dictionary)
        let links = isOfPoints ? points(comparison, gold, input.name) : articles(comparison, gold, input.name)
        return Found(links: links, problems: problems(gold, path, comparison, isOfPoints: isOfPoints))
    }

    private func articles(_ comparison: Comparison, _ gold: Gold, _ name: String) -> MeasuredLinks {
        let (base, other) = (comparison.witnesses[0].regulation, comparison.witnesses[1].regulation)
        let alignment = comparison.alignment(0, 1)
        let found = Baseline.allCases.map { baseline in
            (baseline, Evaluation(predicted: baselines.articles(baseline, base, other).map(\.pair), gold: gold))
        }
        let kind: MeasuredKind =
            switch (base.language, other.language) {
            case (.chinese, .chinese): .chinese
            case (.english, .english): .english
            case (.chinese, .english), (.english, .chinese): .bilingual
            }
        return MeasuredLinks(
            name: name, kind: kind, engine: Evaluation(alignment, gold: gold),
            mainLinks: Evaluation(alignment, gold: gold, strength: .main),
            baselines: Dictionary(uniqueKeysWithValues: found))
    }

    /// Points are measured inside the article pairs that the reader went through.
    private func points(_ comparison: Comparison, _ gold: Gold, _ name: String) -> MeasuredLinks {
        let (base, other) = (comparison.witnesses[0].regulation, comparison.witnesses[1].regulation)
        let read = gold.articlePairs
        let predicted = comparison.alignment(0, 1, level: .point).links.map(Gold.pair)
        let found = Baseline.allCases.map { baseline in
            let pairs = baselines.points(baseline, base, other, within: read).map(\.pair)
            return (baseline, Evaluation(predicted: pairs, gold: gold))
        }
        return MeasuredLinks(
            name: name, kind: .points,
            engine: Evaluation(predicted: predicted.filter { read.contains($0.ofArticles) }, gold: gold),
            mainLinks: nil, baselines: Dictionary(uniqueKeysWithValues: found))
    }

    private func measured(renumbering folder: String, _ input: EvaluationInput) throws -> Found {
        let map = RenumberMap(parsing: String(decoding: try TextFile.read(folder + "/map.tsv"), as: UTF8.self))
        let pair = try ["old", "new"].map { try EvaluationTexts.read("\(folder)/\($0).txt", id: $0) }
        let comparison = Comparison(pair, base: 0, corpus: corpus?.withoutTexts, dictionary: dictionary)
        let found = Baseline.allCases.map { baseline in
            let links = baselines.articles(baseline, pair[0].regulation, pair[1].regulation)
            return (baseline, map.evaluation(of: links.map(\.pair)))
        }
        let links = MeasuredLinks(
            name: input.name, kind: .renumbered,
            engine: map.evaluation(of: comparison.alignment(0, 1).links.map(Gold.pair)), mainLinks: nil,
            baselines: Dictionary(uniqueKeysWithValues: found))
        return Found(
            links: links,
            problems: problems(map.gold, folder + "/map.tsv", comparison, isOfPoints: false))
    }
}

// MARK: - What is wrong in gold

extension Evaluator {
    private func problems(_ gold: Gold, _ path: String, _ comparison: Comparison, isOfPoints: Bool)
        -> [EvaluationProblem]
    {
        let lines = gold.problems.map {
            EvaluationProblem(kind: .line, file: path, line: $0.line, message: $0.message)
        }
        let held = comparison.witnesses.map { Self.addresses($0.regulation, ofPoints: isOfPoints) }
        var named: Set<String> = []
        var missing: [EvaluationProblem] = []
        for (pair, line) in gold.lines.sorted(by: { $0.value < $1.value }) {
            for (side, address) in [pair.base, pair.other].enumerated() where !held[side].contains(address) {
                let id = comparison.witnesses[side].id
                guard named.insert("\(side) \(address)").inserted else { continue }
                missing.append(
                    EvaluationProblem(
                        kind: .address, file: path, line: line,
                        message: "\(id) was read without \(address); the link counts as missed."))
            }
        }
        return lines + missing
    }

    private static func addresses(_ regulation: Regulation, ofPoints: Bool) -> Set<String> {
        func points(_ provision: Provision) -> [Provision] {
            provision.level == .point ? [provision] : provision.children.flatMap(points)
        }
        let provisions = ofPoints ? regulation.provisions.flatMap(points) : regulation.provisions
        return Set(provisions.map { Gold.address(of: $0.eId) })
    }
}

extension Corpus {
    /// The corpus without people's decisions on links.
    var withoutDecisions: Corpus {
        Corpus(
            title: title, folder: folder, witnesses: witnesses, base: base, topics: topics, terms: terms,
            overrides: .none, problems: problems)
    }

    /// Terms only: nothing serves as a bridge.
    var withoutTexts: Corpus {
        Corpus(
            title: title, folder: folder, witnesses: [], base: nil, topics: TopicTable(topics: []), terms: terms,
            problems: [])
    }
}
