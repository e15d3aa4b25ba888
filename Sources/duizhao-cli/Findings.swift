import ArgumentParser
import Duizhao

/// Writes diagnostics to standard error and decides whether the input had errors.
struct Findings {
    /// Which diagnostics are written one by one.
    enum Detail {
        /// All of them: the command is about reading.
        case all
        /// Errors one by one, warnings and notes counted.
        case errors
    }

    let style: DiagnosticStyle

    /// Reports the diagnostics of all texts; true where one is an error.
    func report(_ regulations: [Regulation], _ detail: Detail) -> Bool {
        let hasErrors = regulations.contains { $0.diagnostics.contains { $0.severity == .error } }
        switch style {
        case .json: Terminal.error(DiagnosticLine.json(shown(regulations, detail)))
        case .text: reportText(regulations, detail)
        }
        return hasErrors
    }

    private func shown(_ regulations: [Regulation], _ detail: Detail) -> [Regulation] {
        guard case .errors = detail else { return regulations }
        return regulations.map { regulation in
            var copy = regulation
            copy.diagnostics = regulation.diagnostics.filter { $0.severity == .error }
            return copy
        }
    }

    private func reportText(_ regulations: [Regulation], _ detail: Detail) {
        for regulation in shown(regulations, detail) {
            for diagnostic in regulation.diagnostics {
                Terminal.error(DiagnosticLine.text(diagnostic, in: regulation.source))
            }
        }
        guard case .errors = detail else { return }
        let all = regulations.flatMap(\.diagnostics)
        let warnings = all.filter { $0.severity == .warning }.count
        let notes = all.filter { $0.severity == .note }.count
        guard warnings + notes > 0 else { return }
        Terminal.error(
            "\(Self.count(warnings, "warning")), \(Self.count(notes, "note")) on the texts; see duizhao lint")
    }

    /// `1 warning`, `3 warnings`
    static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

    /// Ends the command with status 1 where the input had errors.
    static func finish(hasErrors: Bool) throws {
        if hasErrors { throw ExitCode(1) }
    }
}
