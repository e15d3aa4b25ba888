import RegulationModel

/// Finds titles in 《》 or English quotation marks, with a bracketed document number straight behind.
struct QuotedTitles {
    let scanner: Scanner

    /// All titles of a span in order.
    func all(in span: ByteSpan) -> [ByteSpan] {
        var result: [ByteSpan] = []
        var index = span.start
        while index < span.end {
            let (value, length) = scanner.scalar(at: index)
            guard let close = Self.closing(value), let end = end(of: close, from: index + length, span.end) else {
                index += length
                continue
            }
            let whole = ByteSpan(index, withNumber(after: end, span.end))
            result.append(value == 0x300A ? whole : ByteSpan(index + length, end - Self.width(close)))
            index = whole.end
        }
        return result
    }

    private static func closing(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x300A: 0x300B
        case 0x22: 0x22
        case 0x201C: 0x201D
        default: nil
        }
    }

    private static func width(_ value: UInt32) -> Int { value < 0x80 ? 1 : 3 }

    private func end(of close: UInt32, from start: Int, _ end: Int) -> Int? {
        var index = start
        while index < end {
            let (value, length) = scanner.scalar(at: index)
            index += length
            if value == close { return index }
        }
        return nil
    }

    /// （连政办发〔2018〕181号） behind a title belongs to it.
    private func withNumber(after title: Int, _ end: Int) -> Int {
        guard title < end, [0x28, 0xFF08].contains(scanner.scalar(at: title).value) else { return title }
        var index = title
        while index < end {
            let (value, length) = scanner.scalar(at: index)
            index += length
            if value == 0x29 || value == 0xFF09 { return index }
        }
        return title
    }
}
