import RegulationModel

/// The title of a PDF's act, which stands in large characters on several lines, with room between them.
enum PDFTitle {
    /// Lines above an act among which its title is looked for, and most lines of one.
    private static let reach = 12
    private static let mostLines = 5

    /// The lines with those of a title as one.
    static func joined(_ lines: [PDFLine]) -> [PDFLine] {
        let visible = lines.indices.filter { !lines[$0].isBlank }.prefix(reach)
        for (place, first) in visible.enumerated() {
            for count in (2...mostLines).reversed() where place + count <= visible.count {
                let last = visible[place + count - 1]
                let pieces = visible[place..<place + count].map { lines[$0].text }
                guard isTitle(pieces) else { continue }
                var joined = lines
                joined[first] = lines[last].withText(pieces.flatMap(\.self))
                joined.removeSubrange((first + 1)...last)
                return joined
            }
            // What stands below a title or a provision is no title.
            guard !isWhole(lines[first]) else { break }
        }
        return lines
    }

    private static func isWhole(_ line: PDFLine) -> Bool {
        let scanner = line.scanner
        return LineForms(scanner: scanner, language: .chinese).isTitle(line.span) || scanner.endsSentence(line.span)
            || ActMarks(scanner: scanner).kind(of: line.span) != .none
    }

    /// True where lines make a title together, and all but the last do not.
    private static func isTitle(_ pieces: [[UInt8]]) -> Bool {
        let scanner = Scanner(copying: pieces.joined())
        let forms = LineForms(scanner: scanner, language: .chinese)
        let rest = ByteSpan(scanner.bytes.count - pieces[pieces.count - 1].count, scanner.bytes.count)
        return LanguageDetector(scanner: scanner).language(of: scanner.span) == .chinese && forms.isTitle(scanner.span)
            && ActMarks(scanner: scanner).kind(of: scanner.span) == .none
            && forms.goesOn(ByteSpan(0, rest.start), rest)
    }
}
