import RegulationModel

/// Text made safe for GitHub-flavoured Markdown: a parser gives back the same words, and nothing in them acts.
enum MarkdownText {
    /// Signs with a meaning inside a line (CommonMark 0.31 §2.4, GFM tables, `~~`, and GitHub's `$` for formulas).
    private static let special = "\\`*_[]<>|~#$&".unicodeScalars

    /// Text in one line for a cell, a list item or a heading that our own words begin.
    ///
    /// White space becomes single spaces; control characters become their pictures; an address loses what would make
    /// it a link.
    static func inline(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isPending = false
        for scalar in VisibleText.scalars(text) {
            if scalar.properties.isWhitespace, scalar != "\u{3000}", scalar != "\u{A0}" {
                isPending = !result.isEmpty
                continue
            }
            if isPending { result.append(" ") }
            isPending = false
            if special.contains(scalar) || startsLink(scalar, after: result) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// A label in both languages, as `中文 English`.
    static func inline(_ label: BilingualText) -> String { inline(label.joined) }

    /// A row of a table.
    static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    /// A table with its head; every row has as many cells as the head.
    static func table(_ header: [String], _ rows: [[String]]) -> [String] {
        [row(header), row(header.map { _ in "---" })] + rows.map(row)
    }

    /// True for the `:` of `http://` and the `.` of `www.`, which GFM makes links of.
    private static func startsLink(_ scalar: Unicode.Scalar, after text: String.UnicodeScalarView) -> Bool {
        switch scalar {
        case ":": endsWith(text, "http") || endsWith(text, "https") || endsWith(text, "ftp") || endsWith(text, "mailto")
        case ".": endsWith(text, "www")
        default: false
        }
    }

    private static func endsWith(_ text: String.UnicodeScalarView, _ word: String) -> Bool {
        String(text.suffix(word.unicodeScalars.count)).lowercased() == word
    }
}

/// Text in which every character is one a page may hold.
enum VisibleText {
    /// The scalars of a text; controls other than white space as their pictures (U+001B as ␛), noncharacters as U+FFFD.
    static func scalars(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.map(visible) }

    /// One scalar, made visible.
    static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: scalar
        case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        case 0x85, 0x2028, 0x2029: " "
        case 0x80...0x9F, 0xFDD0...0xFDEF: "\u{FFFD}"
        case let value where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
        default: scalar
        }
    }
}
