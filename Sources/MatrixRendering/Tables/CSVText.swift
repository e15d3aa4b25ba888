/// Comma-separated values after RFC 4180: CR LF after each record, fields quoted where they must be.
package enum CSVText {
    /// Records as text.
    static func text(_ records: [[String]]) -> String {
        records.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ value: String) -> String {
        let safe = defused(visible(value))
        return safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) } ? inQuotes(safe) : safe
    }

    /// A field in quotation marks, for programs that take nothing for a formula.
    static func quoted(_ value: String) -> String { inQuotes(visible(value)) }

    /// Controls would act on a terminal, and no spreadsheet shows them.
    private static func visible(_ value: String) -> String {
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: VisibleText.scalars(value))
        return String(visible)
    }

    private static func inQuotes(_ value: String) -> String {
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in value.unicodeScalars {
            if scalar == "\"" { quoted.append("\"") }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }

    /// A spreadsheet takes a cell that begins with one of these for a formula; an apostrophe in front makes it text
    /// (OWASP, CSV Injection; the full-width forms are read as formulas by Japanese and Chinese versions).
    package static func defused(_ value: String) -> String {
        guard let first = value.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else {
            return value
        }
        return "'" + value
    }
}
