import RegulationModel

/// The marks “ and ” of a text, in order.
struct QuotationMarks {
    let document: Document

    /// One mark.
    struct Mark {
        let span: ByteSpan
        /// True for “.
        let opens: Bool
        /// True where it is the first visible character of its line.
        let beginsLine: Bool
    }

    func forEach(_ body: (Mark) -> Void) {
        let lines = document.lines
        var line = 0
        for offset in document.survey.quotes {
            while line + 1 < lines.count, lines[line].next <= offset { line += 1 }
            body(
                Mark(
                    span: ByteSpan(offset, offset + 3), opens: document.scanner.bytes[offset + 2] == 0x9C,
                    beginsLine: lines[line].content.start == offset))
        }
    }
}
