import ArgumentParser
import Duizhao

/// `duizhao evaluate`: how good the links are.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure the links against gold: precision, recall, F1, with simple baselines beside.",
        discussion: """
            Gold is a file articles.A-B.tsv or points.A-B.tsv (A--B where an id has a dash), a folder of them, a \
            folder with old.txt, new.txt and map.tsv (an act, its full revision, and what became of its articles), or \
            a folder of those. Without gold, that of the corpus is taken. A and B are texts of the corpus, texts given \
            with --text, or files A.txt beside the gold.

            Parallel statutes are JSON lines with pcode, art, zh and en, one article each, not compressed. Besides what is \
            linked, the likeliest article by words alone is counted: order and numbers unused.

            Exit status: 1 where a text is missing or a line of gold cannot be read; what can be measured is.

            Example: duizhao evaluate
            Example: duizhao evaluate articles.a-b.tsv --text a=a.txt --text b=b.txt
            Example: xz -dc statutes.jsonl.xz | duizhao evaluate --parallel - --held-out --laws 50
            """)

    @Argument(help: ArgumentHelp("Gold files, folders, or statutes (.jsonl, “-”).", valueName: "gold"))
    var gold: [String] = []

    @Option(help: ArgumentHelp("A text that gold names. Can be repeated.", valueName: "id=file"))
    var text: [String] = []

    @Option(help: ArgumentHelp("Parallel statutes: a file of JSON lines, or “-”.", valueName: "file"))
    var parallel: String?

    @Option(help: ArgumentHelp("Take this many statutes at most, chosen by a hash of their codes.", valueName: "n"))
    var laws: Int?

    @Flag(help: "Take only the tenth of the statutes that is kept out of training.")
    var heldOut = false

    @Option(help: "What is written.")
    var format = EvaluationFormat.table

    @OptionGroup var dictionary: DictionaryOption
    @OptionGroup var output: OutputOption
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let laws, laws < 1 { throw ValidationError("--laws needs a number of 1 or more.") }
        let takesStatutes = parallel != nil || gold.contains { $0 == "-" || $0.hasSuffix(".jsonl") }
        guard takesStatutes || (laws == nil && !heldOut) else {
            throw ValidationError("--laws and --held-out choose among parallel statutes, and none are given.")
        }
    }

    func run() throws {
        let corpus = try Inputs(shared).corpus
        let evaluator = try Evaluator(corpus: corpus, dictionary: try dictionary.read(), files: try files())
        let outcome = try evaluator.evaluate(
            try inputs(corpus), choosing: StatuteChoice(count: laws, heldOut: heldOut)
        ) { done, total in Terminal.progress(done, of: total) }
        for problem in outcome.problems { Terminal.error(problem.text) }
        for missing in outcome.report.unmeasured {
            Terminal.error("\(missing.name): not measured: \(missing.reason)")
        }
        try output.write(render(outcome.report, as: format))
        let hasErrors = outcome.problems.contains { $0.severity == .error } || !outcome.report.unmeasured.isEmpty
        try Findings.finish(hasErrors: hasErrors)
    }

    private func inputs(_ corpus: Corpus?) throws -> [EvaluationInput] {
        let named = try gold.flatMap(EvaluationInput.find) + (parallel.map { [.parallel($0)] } ?? [])
        guard named.isEmpty else { return named }
        guard let corpus else {
            throw SurroundingsError("no gold is named, and there is no corpus in \(shared.corpusFolder)")
        }
        return try EvaluationInput.find(corpus.folder + "/Gold")
    }

    /// Paths by id.
    private func files() throws -> [String: String] {
        var files: [String: String] = [:]
        for pair in text {
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2 else { throw ValidationError("--text \(pair): ID=FILE is needed.") }
            guard files.updateValue(sides[1], forKey: sides[0]) == nil else {
                throw ValidationError("--text \(sides[0]) stands twice.")
            }
        }
        return files
    }
}
