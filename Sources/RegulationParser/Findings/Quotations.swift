import RegulationModel

/// Finds quotation marks without a counterpart.
struct Quotations {
    let scanner: Scanner
    let lines: [Line]

    func unmatched() -> [Diagnostic] { straight() + curled() }

    // MARK: Straight marks, line by line

    private func straight() -> [Diagnostic] {
        var result: [Diagnostic] = []
        for line in lines where !line.isBlank && !line.isComment {
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
        for line in lines where !line.isBlank {
            var index = line.content.start
            while index + 2 < line.content.end {
                guard scanner.bytes[index] == 0xE2, scanner.bytes[index + 1] == 0x80 else {
                    index += 1
                    continue
                }
                let mark = ByteSpan(index, index + 3)
                if scanner.bytes[index + 2] == 0x9C {
                    if let held = open, index != line.content.start { result.append(finding(held)) }
                    open = mark
                } else if scanner.bytes[index + 2] == 0x9D {
                    if open == nil { result.append(finding(mark)) }
                    open = nil
                }
                index += 3
            }
        }
        if let open { result.append(finding(open)) }
        return result
    }

    private func finding(_ span: ByteSpan) -> Diagnostic {
        Diagnostic(.quotationUnmatched, span, "This quotation mark has no counterpart.")
    }
}
