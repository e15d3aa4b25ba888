import ArgumentParser
import Duizhao

/// `duizhao diff`: what differs in provisions that answer each other.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what differs between two texts, in provisions that answer each other.",
        discussion: """
            Provisions are compared where they answer each other, in whatever order they stand; paragraphs and points one \
            by one. Words are compared within one language only. Punctuation, width, script, numbering and the texts’ own \
            short forms are no differences; they are counted at the end.

            Before the words of each group stands what it demands otherwise: who acts, values, words of duty, references, \
            penalties, paragraphs and points of one side, words that one side has more in Chinese (≠); what is doubtful, \
            as a translator’s word, what the other side may say in other words, or anything under a doubtful link, has a \
            question mark. Below a paragraph or point without \
            counterpart stands what the other text says nearest to it, in any article, for the reader to judge. A \
            provision that nothing answers is listed at the end, with the one that comes nearest.

            On a terminal, [-removed-] and {+added+} mark the words, in colour as well unless NO_COLOR is set; labels are \
            Chinese where the locale is (LANG=zh_CN.UTF-8). With --check the exit status is 1 where the texts differ.

            Example: duizhao diff lianyungang draft.txt --changes-only
            Example: duizhao diff lianyungang draft.txt --article 12 --format markdown
            """)

    @Argument(help: ArgumentHelp("The base text: a file, “-”, or an id of the corpus.", valueName: "base"))
    var base: String

    @Argument(help: ArgumentHelp("The other text.", valueName: "other"))
    var other: String

    @Option(
        help: ArgumentHelp(
            "Only what answers this article of the base: 12, 16-1, 第十二条.", valueName: "number"))
    var article: String?

    @Option(help: "What is written.")
    var format = DifferenceFormat.terminal

    @Option(help: "Both texts in columns, or as one with marks. (default: what fits)")
    var view: DifferenceLayout.View?

    @Flag(help: "Leave out what does not differ.")
    var changesOnly = false

    @Option(help: "When the terminal shows colour.")
    var color = ColourChoice.auto

    @Option(help: ArgumentHelp("Columns of the terminal. (default: as it is, or 80)", valueName: "columns"))
    var width: Int?

    @Flag(help: "Exit with status 1 where the texts differ.")
    var check = false

    @OptionGroup var dictionary: DictionaryOption
    @OptionGroup var decisions: OverridesOption
    @OptionGroup var output: OutputOption
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let width, width < 1 { throw ValidationError("--width \(width): a terminal has columns.") }
    }

    func run() throws {
        guard base != "-" || other != "-" else { throw SurroundingsError("only one of the two texts can be “-”") }
        let inputs = try Inputs(shared)
        let pair = [try inputs.witness(base), try inputs.witness(other)]
        let comparison = Comparison(
            pair, base: 0, corpus: inputs.corpus, dictionary: try dictionary.read(),
            overrides: try decisions.read(pair, inputs.corpus))
        let all = comparison.differences(0, 1)
        let shown = try article.map { all.about([try address(of: $0, in: pair[0])]) } ?? all
        try output.write(render(shown, as: format, layout: layout))
        let hasErrors = Findings(style: shared.diagnostics).report(pair.map(\.regulation), .errors)
        try Findings.finish(hasErrors: hasErrors || (check && !shown.isEqual))
    }

    private var layout: DifferenceLayout {
        let isTerminal = output.path == nil && Terminal.showsOutput
        return DifferenceLayout(
            view: view, width: width ?? (isTerminal ? Terminal.columns : nil) ?? DifferenceLayout().width,
            hasColour: color.isOn(isTerminal: isTerminal), showsChangesOnly: changesOnly,
            labels: Terminal.speaksChinese ? .chinese : .english)
    }

    /// The article a number names, written as people or as addresses write it.
    private func address(of number: String, in witness: Witness) throws -> EId {
        let provisions = witness.regulation.provisions
        let found = provisions.first { provision in
            let citation = Citation(provision.eId, in: witness.regulation)
            return [provision.number.text, provision.eId.text, citation?.chinese, citation?.english].contains(number)
        }
        guard let found else {
            throw SurroundingsError(
                "--article \(number): \(witness.id) has no such article; write 12, art_12, 第十二条 or “Article 12”")
        }
        return found.eId
    }
}

/// When output is coloured.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
    case always, never, auto

    /// `auto` is on where a person looks at a terminal and has not said NO_COLOR (https://no-color.org).
    func isOn(isTerminal: Bool) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: isTerminal && !Terminal.refusesColour
        }
    }
}
