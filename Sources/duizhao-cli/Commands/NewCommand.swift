import ArgumentParser
import Duizhao

/// `duizhao new`: a corpus from a folder of files.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Start a corpus from a folder of texts.",
        discussion: """
            Makes DIR/corpus.yaml, copies the texts byte for byte into DIR/Texts, and adds empty folders for topics, \
            terms and decisions with a word on each. Place, rank, dates, document number and the act that is \
            implemented are guessed from titles and texts; a comment beside each guess says from what. DIR must be new \
            or empty. What cannot be read, holds no provision, or is there twice is named and left out; the exit \
            status is then 1.

            Example: duizhao new Dogs --from Downloads/养犬
            Example: duizhao build --corpus Dogs -o Dogs/Output
            """)

    @Argument(help: ArgumentHelp("The folder of the new corpus.", valueName: "dir"))
    var folder: String

    @Option(help: ArgumentHelp("Where the texts lie. (default: none, for an empty corpus)", valueName: "folder"))
    var from: String?

    @Option(help: ArgumentHelp("What the corpus is about. (default: guessed from the titles)", valueName: "title"))
    var title: String?

    func run() throws {
        try CorpusDraft.refuseUnlessFree(folder)
        let draft = try CorpusDraft(from: from, title: title) { Progress(of: $1).show($0) }
        for problem in draft.leftOut { Terminal.error(TerminalText.line(problem.text)) }
        guard from == nil || !draft.documents.isEmpty else {
            throw SurroundingsError("\(from ?? ""): none of the files holds a text; nothing was written")
        }
        try draft.write(to: folder)
        for document in draft.documents {
            let regulation = document.witness.regulation
            try Terminal.out(TerminalText.line("\(document.id)\t\(regulation.title)") + "\n")
        }
        let count = Findings.count(draft.documents.count, "text")
        try Terminal.out(
            """
            \(TerminalText.line(folder)): \(count), \(draft.leftOut.count) left out
            Look at what was guessed in corpus.yaml, then: duizhao build --corpus \(TerminalText.line(folder)) -o OUTPUT

            """)
        try Findings.finish(hasErrors: !draft.leftOut.isEmpty)
    }
}
