import RegulationModel

/// Diagnostics as compilers print them, and as JSON.
public enum DiagnosticLine {
    /// `file:line:column: severity: message [id]`, in one line, safe on a terminal.
    public static func text(_ diagnostic: Diagnostic, in source: SourceText) -> String {
        let position = source.position(at: diagnostic.span.start)
        let place = "\(source.name):\(position.line):\(position.column)"
        let line = "\(place): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.id.rawValue)]"
        return TerminalText.line(line)
    }

    /// A JSON array; each element has `file`, `id`, `severity`, `message`, `provision` and `span`.
    public static func json(_ regulations: [Regulation]) -> String {
        JSONText.pretty(regulations.flatMap(entries))
    }

    /// The elements of that array for one regulation, as they stand between its brackets; empty where nothing was noticed.
    /// Arrays of many texts are put together from them, `",\n"` between each two.
    public static func jsonElements(_ regulation: Regulation) -> String { inner(entries(regulation)) }

    /// The element of that array for a file that could not be read.
    public static func jsonElement(unread file: String, id: String, message: String) -> String {
        let nowhere = JSONSpan(start: 0, end: 0, line: 1, column: 1)
        return inner([
            Entry(
                file: file, id: id, severity: Severity.error.rawValue, message: message, provision: nil, span: nowhere)
        ])
    }

    private static func inner(_ entries: [Entry]) -> String {
        guard !entries.isEmpty else { return "" }
        return String(JSONText.pretty(entries).dropFirst("[\n".count).dropLast("\n]\n".count))
    }

    private struct Entry: Encodable, Sendable {
        let file: String
        let id: String
        let severity: String
        let message: String
        @OrNull var provision: String?
        let span: JSONSpan
    }

    private static func entries(_ regulation: Regulation) -> [Entry] {
        var cursor = PositionCursor(regulation.source)
        return regulation.diagnostics.map { diagnostic in
            Entry(
                file: regulation.source.name, id: diagnostic.id.rawValue, severity: diagnostic.severity.rawValue,
                message: diagnostic.message, provision: diagnostic.provision?.text,
                span: cursor.span(diagnostic.span))
        }
    }
}
