import ArgumentParser
import Duizhao

/// `duizhao align`: which provision answers which.
struct AlignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "align",
        abstract: "Find which provision of one text answers which of another, across order and language.",
        discussion: """
            The other texts of the corpus serve as bridges where there are any. The table “tsv” has the columns base, \
            other, link (main or part), relation, score, reasons. People’s decisions in Corpus/Overrides are applied.

            With --review the doubtful pairs are written as a table to fill in: link, part or unlink in the column \
            “decision”. With --reviewed a filled-in table is read back and its decisions are written as a file for \
            Corpus/Overrides.

            Example: duizhao align jilin lianyungang --format tsv
            Example: duizhao align jilin lianyungang --review doubtful.tsv
            Example: duizhao align jilin lianyungang --reviewed doubtful.tsv --author "Wang Fang" --date 2026-03-01
            """)

    @Argument(help: ArgumentHelp("The base text: a file, “-”, or an id of the corpus.", valueName: "base"))
    var base: String

    @Argument(help: ArgumentHelp("The other text.", valueName: "other"))
    var other: String

    @Option(help: "Level of the provisions linked.")
    var level = AlignedLevel.article

    @Option(help: "What is written.")
    var format = AlignmentFormat.table

    @Option(help: ArgumentHelp("Write the doubtful pairs of articles to this new file.", valueName: "file"))
    var review: String?

    @Option(help: ArgumentHelp("Read decisions from this filled-in table and write them as YAML.", valueName: "file"))
    var reviewed: String?

    @Option(help: ArgumentHelp("Who decided, with --reviewed.", valueName: "name"))
    var author: String?

    @Option(help: ArgumentHelp("When, with --reviewed.", valueName: "YYYY-MM-DD"))
    var date: String?

    @OptionGroup var dictionary: DictionaryOption
    @OptionGroup var decisions: OverridesOption
    @OptionGroup var output: OutputOption
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if review != nil, reviewed != nil { throw ValidationError("--review and --reviewed exclude each other.") }
        if review != nil || reviewed != nil, level != .article {
            throw ValidationError("Doubtful pairs are pairs of articles; --level \(level.rawValue) has none.")
        }
        if review != nil, output.path != nil {
            throw ValidationError("--review names the file; -o has no use with it.")
        }
        if reviewed == nil, author != nil || date != nil {
            throw ValidationError("--author and --date belong to --reviewed.")
        }
    }

    func run() throws {
        guard base != "-" || other != "-" else { throw SurroundingsError("only one of the two texts can be “-”") }
        let inputs = try Inputs(shared)
        let pair = [try inputs.witness(base), try inputs.witness(other)]
        if let reviewed {
            try writeDecisions(from: reviewed, pair)
        } else {
            let comparison = Comparison(
                pair, base: 0, corpus: inputs.corpus, dictionary: try dictionary.read(),
                overrides: try decisions.read(pair, inputs.corpus))
            if let review { try writeDoubtful(comparison, to: review) } else { try writeLinks(comparison) }
        }
        let hasErrors = Findings(style: shared.diagnostics).report(pair.map(\.regulation), .errors)
        try Findings.finish(hasErrors: hasErrors)
    }

    private func writeLinks(_ comparison: Comparison) throws {
        let texts = comparison.witnesses.map(\.regulation)
        let alignment = comparison.alignment(0, 1, level: level.level)
        try output.write(render(alignment, base: texts[0], other: texts[1], as: format))
    }

    // MARK: Review

    /// A table that is there may be filled in: it is never written over.
    private func writeDoubtful(_ comparison: Comparison, to path: String) throws {
        guard !TextFile.exists(path) else {
            throw SurroundingsError(
                "\(path): is there already and may hold decisions; read it with --reviewed, or name a new file")
        }
        let texts = comparison.witnesses.map(\.regulation)
        let pairs = comparison.doubtful(0, 1)
        try TextFile.write(ReviewTable.text(pairs, base: texts[0], other: texts[1]), to: path)
        try Terminal.out("\(path): \(Findings.count(pairs.count, "pair")) to decide on\n")
    }

    private func writeDecisions(from path: String, _ pair: [Witness]) throws {
        guard let author = author?.trimmed, !author.isEmpty, let date else {
            throw ValidationError("--reviewed needs --author NAME and --date YYYY-MM-DD.")
        }
        guard let day = CalendarDate(iso: date) else { throw ValidationError("--date \(date): no date YYYY-MM-DD.") }
        let table = ReviewTable(
            parsing: try TextFile.read(path), name: path, base: pair[0].regulation, other: pair[1].regulation,
            author: author, date: day)
        for problem in table.problems { Terminal.error(problem) }
        guard table.problems.isEmpty else { throw ExitCode(1) }
        if let file = output.path, TextFile.exists(file), try TextFile.read(file) != Array(table.yaml.utf8) {
            throw SurroundingsError("\(file): is there already and holds other decisions; name a new file")
        }
        try output.write(table.yaml)
        if table.overrides.isEmpty { Terminal.error("\(path): no line has a decision") }
    }
}

extension String {
    /// White space at both ends left out, and folded between words.
    fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
