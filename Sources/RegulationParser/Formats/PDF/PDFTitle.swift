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
                let pieces = visible[place..<place + count].map { lines[$0] }
                guard isTitle(pieces) else { continue }
                var joined = lines
                joined[first] = lines[last].withText(pieces.flatMap(\.text))
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
    private static func isTitle(_ lines: [PDFLine]) -> Bool {
        let pieces = lines.map(\.text)
        let scanner = Scanner(copying: pieces.joined())
        let forms = LineForms(scanner: scanner, language: .chinese)
        let start = scanner.bytes.count - pieces[pieces.count - 1].count
        let (head, rest) = (ByteSpan(0, start), ByteSpan(start, scanner.bytes.count))
        guard LanguageDetector(scanner: scanner).language(of: scanner.span) == .chinese, forms.isTitle(scanner.span),
            scanner.span.length - forms.withoutTrailingBracket(scanner.span).length <= longestQualifier,
            ActMarks(scanner: scanner).kind(of: scanner.span) == .none
        else { return false }
        return forms.goesOn(head, rest) || (forms.isTitle(head) && forms.isBracketed(rest))
            || (isSetBelow(lines) && !forms.isTitle(head) && !forms.isHeadOfItsOwn(head)
                && !forms.ends(with: orders, head))
    }

    /// （试行）, （2018年修正）, in bytes.
    private static let longestQualifier = 33
    /// Last words of what stands above a title and is none of it.
    private static let orders = utf8(["令", "号", "文件", "公报", "公告", "汇编"])
    /// Columns by which the middles of centred lines differ, twice over.
    private static let mostAside = 6

    /// True where the last line stands below the middle of the others, which are as long as each other and longer.
    private static func isSetBelow(_ lines: [PDFLine]) -> Bool {
        guard let last = lines.last, let first = lines.first else { return false }
        let heads = lines.dropLast()
        // Large characters take more room than the columns they are counted in, so that the middle of a full line lies left.
        let isCentred =
            abs(first.indent + first.end - last.indent - last.end) <= mostAside
            || (first.indent <= 2 && last.indent > first.indent)
        return isCentred
            && heads.allSatisfy { $0.width >= last.width && abs($0.width - first.width) * 8 <= first.width }
    }
}
