import RegulationModel

/// Cuts the prose of an explainer into clauses, since one of its paragraphs runs through many matters ("first … ;
/// second … ;"). A clause keeps its closing mark.
enum ClauseCutter {
    /// The clauses of a text in pieces; each a list of spans without white space around it. Together they hold every
    /// visible byte of the pieces.
    static func clauses(of pieces: [ByteSpan], in source: SourceText) -> [[ByteSpan]] {
        var clauses: [[ByteSpan]] = []
        var open: [ByteSpan] = []
        for piece in pieces {
            var start = piece.start
            var index = piece.start
            while index < piece.end {
                let mark = markLength(at: index, in: piece, of: source.bytes)
                index += max(mark, 1)
                guard mark > 0 else { continue }
                open.append(ByteSpan(start, index))
                close(&open, into: &clauses, source)
                start = index
            }
            open.append(ByteSpan(start, piece.end))
        }
        close(&open, into: &clauses, source)
        return clauses
    }

    /// Bytes of the clause mark at an offset: `;`, `.` (not inside a number), `；`, `。`; 0 where there is none.
    private static func markLength(at index: Int, in piece: ByteSpan, of bytes: [UInt8]) -> Int {
        switch bytes[index] {
        case UInt8(ascii: ";"): 1
        case UInt8(ascii: "."): isDecimalPoint(at: index, in: piece, of: bytes) ? 0 : 1
        case 0xEF: bytes[index..<piece.end].starts(with: [0xEF, 0xBC, 0x9B]) ? 3 : 0
        case 0xE3: bytes[index..<piece.end].starts(with: [0xE3, 0x80, 0x82]) ? 3 : 0
        default: 0
        }
    }

    private static func isDecimalPoint(at index: Int, in piece: ByteSpan, of bytes: [UInt8]) -> Bool {
        [index - 1, index + 1].allSatisfy { neighbour in
            piece.contains(neighbour) && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[neighbour])
        }
    }

    private static func close(_ open: inout [ByteSpan], into clauses: inout [[ByteSpan]], _ source: SourceText) {
        let spans = open.compactMap { trimmed($0, source.bytes) }
        open = []
        let hasWords = spans.contains { span in
            source.string(span).unicodeScalars.map(\.properties).contains { $0.isAlphabetic || $0.numericType != nil }
        }
        if hasWords {
            clauses.append(spans)
        } else if !spans.isEmpty, !clauses.isEmpty {
            clauses[clauses.count - 1] += spans
        }
    }

    private static func trimmed(_ span: ByteSpan, _ bytes: [UInt8]) -> ByteSpan? {
        var start = span.start
        var end = span.end
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return start < end ? ByteSpan(start, end) : nil
    }
}
