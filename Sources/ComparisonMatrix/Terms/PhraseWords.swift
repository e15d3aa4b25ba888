import ProvisionDiff
import RegulationModel

/// The words of an English text with their bytes, to find phrases in whatever number or tense.
struct PhraseWords {
    struct Word {
        let stem: String
        let span: ByteSpan
    }

    let words: [Word]

    init(_ source: SourceText, _ spans: [ByteSpan]) {
        words = spans.flatMap { Self.read(source, $0) }
    }

    /// Stems of a phrase in order; articles at its beginning left out.
    static func stems(of phrase: String) -> [String] {
        let bytes = Array(phrase.utf8)
        let source = SourceText(name: "", bytes: bytes)
        let stems = read(source, source.span).map(\.stem)
        return Array(stems.drop { ["the", "a", "an"].contains($0) })
    }

    private static func read(_ source: SourceText, _ span: ByteSpan) -> [Word] {
        var words: [Word] = []
        var start: Int?
        for index in span.start...span.end {
            let isLetter = index < span.end && isWordByte(source.bytes[index], after: start != nil)
            if isLetter {
                start = start ?? index
            } else if let first = start {
                let bytes = source.bytes[first..<index].map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }
                let word = String(decoding: bytes, as: UTF8.self)
                words.append(Word(stem: EnglishStems.stem(word), span: ByteSpan(first, index)))
                start = nil
            }
        }
        return words
    }

    /// Letters, digits, and the apostrophe and hyphen inside a word.
    private static func isWordByte(_ byte: UInt8, after isInside: Bool) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "'"), UInt8(ascii: "-"): isInside
        default: false
        }
    }

    /// The first place of a phrase that no other phrase has taken.
    func place(of stems: [String], free: [Bool]) -> Range<Int>? {
        guard let head = stems.first, stems.count <= words.count else { return nil }
        for start in 0...(words.count - stems.count)
        where words[start].stem == head && free[start..<start + stems.count].allSatisfy(\.self) {
            if stems.indices.allSatisfy({ words[start + $0].stem == stems[$0] }) { return start..<start + stems.count }
        }
        return nil
    }

    /// The bytes of some words.
    func span(_ range: Range<Int>) -> ByteSpan {
        ByteSpan(words[range.lowerBound].span.start, words[range.upperBound - 1].span.end)
    }
}
