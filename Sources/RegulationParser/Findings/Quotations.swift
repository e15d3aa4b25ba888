import RegulationModel

/// Finds quotation marks without a counterpart.
struct Quotations {
    let document: Document

    private var scanner: Scanner { document.scanner }

    func unmatched() -> [Diagnostic] { straight() + curled() }

    // MARK: Straight marks, line by line

    private func straight() -> [Diagnostic] {
        var result: [Diagnostic] = []
        for line in document.lines where line.count.traits.contains(.straightQuote) {
            guard !line.isBlank, !line.isComment else { continue }
            let marks = (line.content.start..<line.content.end).filter { scanner.bytes[$0] == 0x22 }
            guard marks.count % 2 == 1, !isMeasure(marks, line.content) else { continue }
            let odd = oddMark(marks, in: line.content)
            result.append(finding(ByteSpan(odd, odd + 1)))
        }
        return result
    }

    /// The first mark that cannot have the role its place in the row gives it; the last one where all can.
    private func oddMark(_ marks: [Int], in span: ByteSpan) -> Int {
        for (place, mark) in marks.enumerated() {
            let before = mark > span.start ? scanner.bytes[mark - 1] : 0x20
            let after = mark + 1 < span.end ? scanner.bytes[mark + 1] : 0x20
            let opens = place % 2 == 0
            if opens, after == 0x20, before != 0x20 { return mark }
            if !opens, before == 0x20, after != 0x20 { return mark }
        }
        return marks[marks.count - 1]
    }

    /// 5" as inches.
    private func isMeasure(_ marks: [Int], _ span: ByteSpan) -> Bool {
        marks.count == 1 && marks[0] > span.start && UInt32(scanner.bytes[marks[0] - 1]).digit != nil
    }

    // MARK: “ and ”, over the whole text

    /// A quotation over several paragraphs opens anew at each and closes once; so an opening mark at the start of a
    /// line is no fault while one is open.
    private func curled() -> [Diagnostic] {
        var result: [Diagnostic] = []
        var open: ByteSpan?
        QuotationMarks(document: document).forEach { mark in
            if mark.opens {
                if let held = open, !mark.beginsLine { result.append(finding(held)) }
                open = mark.span
            } else {
                if open == nil { result.append(finding(mark.span)) }
                open = nil
            }
        }
        if let open { result.append(finding(open)) }
        return result
    }

    private func finding(_ span: ByteSpan) -> Diagnostic {
        Diagnostic(.quotationUnmatched, span, "This quotation mark has no counterpart.")
    }
}
