import RegulationModel

/// Decides the main language of a text by counting: one ideograph weighs as much as a word of five letters.
struct LanguageDetector {
    let scanner: Scanner

    /// The language of a span, without stretches that are no text of the act.
    func language(of span: ByteSpan, without outside: [DocumentPart] = []) -> Language {
        var ideographs = 0
        var letters = 0
        var index = span.start
        var outside = outside[...]
        while index < span.end {
            if let first = outside.first, index >= first.span.start {
                outside.removeFirst()
                index = max(index, first.span.end)
                continue
            }
            let byte = scanner.bytes[index]
            if byte < 0x80 {
                if UInt32(byte).isLetter { letters += 1 }
                index += 1
                continue
            }
            let (value, length) = scanner.scalar(at: index)
            if value.isHan { ideographs += 1 }
            index += length
        }
        return ideographs * 5 > letters ? .chinese : .english
    }

    /// Number of ideographs in a span.
    func ideographs(in span: ByteSpan) -> Int {
        var count = 0
        var index = span.start
        while index < span.end {
            let (value, length) = scanner.scalar(at: index)
            if value.isHan { count += 1 }
            index += length
        }
        return count
    }

    /// Number of ASCII letters in a span.
    func letters(in span: ByteSpan) -> Int {
        scanner.bytes[span.range].reduce(into: 0) { $0 += UInt32($1).isLetter ? 1 : 0 }
    }
}
