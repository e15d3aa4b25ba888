import ArgumentParser
import Duizhao

/// `duizhao guide`: study material.
struct GuideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide",
        abstract:
            "Make a study guide of texts: who may do what, how the texts differ, terms, and questions with answers.",
        discussion: """
            Every rule is a quotation with its citation. The questions are made from what the provisions demand and from \
            their values; each has its answer with the words that prove it. “csv” gives the questions alone: front and \
            back are the first two columns; “anki” gives them with the lines that Anki needs to import them unasked. The \
            same texts and options give the same guide. Without input, all texts of the corpus are used.

            Example: duizhao guide -o guide.html --format html
            Example: duizhao guide lianyungang --sections bans,controlled --format csv --questions 30
            """)

    @Argument(help: ArgumentHelp("Files, folders, “-”, or ids of the corpus.", valueName: "input"))
    var inputs: [String] = []

    @Option(help: "What is written.")
    var format = GuideFormat.markdown

    @Option(
        help: ArgumentHelp(
            "Kinds of rules to show and ask about, in this order: \(StudyKind.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "kinds"))
    var sections: String?

    @Option(help: "Order: by matter, text by text, or questions by kind.")
    var order = StudyOptions.Order.matter

    @Option(help: ArgumentHelp("At most so many questions, spread over texts, kinds and matters.", valueName: "n"))
    var questions: Int?

    @Option(
        name: .customLong("kind"),
        help: ArgumentHelp("Ask only questions of this kind; may be repeated.", valueName: "kind"))
    var kinds: [StudyCard.Kind] = []

    @Option(
        name: .customLong("language"),
        help: ArgumentHelp("Ask only about texts in this language (zh, en); may be repeated.", valueName: "language"))
    var languages: [Language] = []

    @OptionGroup var dictionary: DictionaryOption
    @OptionGroup var decisions: OverridesOption
    @OptionGroup var output: OutputOption
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let questions, questions < 0 { throw ValidationError("--questions needs a number that is not negative") }
        _ = try chosenSections()
    }

    func run() throws {
        let resolved = try Inputs(shared, withTopics: true)
        let witnesses = try resolved.compared(inputs, shared)
        let comparison = Comparison(
            witnesses, base: 0, corpus: resolved.corpus, dictionary: try dictionary.read(),
            overrides: try decisions.read(witnesses, resolved.corpus))
        let options = StudyOptions(
            sections: try chosenSections(), order: order, questions: questions,
            kinds: kinds.isEmpty ? Set(StudyCard.Kind.allCases) : Set(kinds),
            languages: languages.isEmpty ? Set(Language.allCases) : Set(languages))
        let guide = comparison.guide(
            options, differences: comparison.differences, parameters: comparison.parameters())
        guard let guide else { throw SurroundingsError("none of the texts holds a provision to make a guide of") }
        try output.write(render(guide, as: format))
        let hasErrors = Findings(style: shared.diagnostics).report(witnesses.map(\.regulation), .errors)
        try Findings.finish(hasErrors: hasErrors)
    }

    private func chosenSections() throws -> [StudyKind] {
        guard let sections else { return StudyKind.allCases }
        return try sections.split(separator: ",").map { name in
            guard let kind = StudyKind(rawValue: String(name)) else {
                let known = StudyKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--sections \(name): known are \(known)")
            }
            return kind
        }
    }
}
