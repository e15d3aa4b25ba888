import RegulationModel

/// Passages between “ and ”: an article that a decision quotes is no article of the decision.
///
/// Example: 将第三条修改为：“第三条　…　第四条　…” A quotation over several paragraphs opens anew at each and closes
/// once. A mark that opens without closing makes no passage.
struct QuotedPassages {
    private let passages: [ByteSpan]

    init(scanner: Scanner, lines: [Line]) {
        var found: [ByteSpan] = []
        var open: Int?
        for line in lines where !line.isBlank {
            var index = line.content.start
            while index + 2 < line.content.end {
                guard scanner.bytes[index] == 0xE2, scanner.bytes[index + 1] == 0x80 else {
                    index += 1
                    continue
                }
                if scanner.bytes[index + 2] == 0x9C, open == nil || index != line.content.start { open = index }
                if scanner.bytes[index + 2] == 0x9D, let start = open {
                    found.append(ByteSpan(start, index + 3))
                    open = nil
                }
                index += 3
            }
        }
        passages = found
    }

    /// True where the byte at `offset` is quoted.
    func contains(_ offset: Int) -> Bool {
        var low = 0
        var high = passages.count
        while low < high {
            let middle = (low + high) / 2
            if passages[middle].end <= offset { low = middle + 1 } else { high = middle }
        }
        return low < passages.count && passages[low].contains(offset)
    }
}
