import Duizhao

/// What goes to standard error while many texts are read one after the other, and what is counted.
struct FolderReport: Sendable {
    private let style: DiagnosticStyle
    private let progress: Progress
    private let total: Int
    private var done = 0
    private var unread = 0
    private var withErrors = 0
    /// True where an element stands in the array of diagnostics.
    private var hasElement = false

    init(_ style: DiagnosticStyle, of total: Int) {
        self.style = style
        self.total = total
        progress = Progress(of: total)
    }

    /// What is written of the diagnostics of a text: lines, or elements of an array. Made where the text is read.
    static func findings(_ regulation: Regulation, _ style: DiagnosticStyle) -> String {
        switch style {
        case .json: DiagnosticLine.jsonElements(regulation)
        case .text:
            regulation.diagnostics.map { DiagnosticLine.text($0, in: regulation.source) }.joined(separator: "\n")
        }
    }

    /// Takes a text.
    mutating func add(_ findings: String, hasErrors: Bool) {
        done += 1
        if hasErrors { withErrors += 1 }
        write(findings)
        progress.show(done)
    }

    /// Takes a file that could not be read.
    mutating func add(_ problem: FileProblem) {
        done += 1
        unread += 1
        switch style {
        case .text: write(TerminalText.line(problem.text))
        case .json:
            write(
                DiagnosticLine.jsonElement(
                    unread: problem.file, id: FileProblem.id, message: problem.message))
        }
        progress.show(done)
    }

    /// Takes a text of which nothing is said, or a file that could not be read.
    mutating func note(_ problem: FileProblem?) {
        guard let problem else { return add("", hasErrors: false) }
        add(problem)
    }

    private mutating func write(_ findings: String) {
        guard !findings.isEmpty else { return }
        switch style {
        case .text: Terminal.error(findings)
        case .json:
            Terminal.error((hasElement ? ",\n" : "[\n") + findings, endsLine: false)
            hasElement = true
        }
    }

    /// Ends the report, and the command with status 1 where something was wrong with the input.
    func finish() throws {
        switch style {
        case .json: Terminal.error((hasElement ? "" : "[\n") + "\n]\n", endsLine: true)
        case .text:
            if unread > 0 {
                Terminal.error("\(Findings.count(unread, "file")) of \(total) could not be read")
            }
            if total > 1, withErrors > 0 {
                Terminal.error("\(Findings.count(withErrors, "text")) of \(total) with errors")
            }
        }
        try Findings.finish(hasErrors: unread + withErrors > 0)
    }
}
