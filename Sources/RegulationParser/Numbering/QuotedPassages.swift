import RegulationModel

/// Passages between “ and ”: an article that a decision quotes is no article of the decision.
///
/// Example: 将第三条修改为：“第三条　…　第四条　…” A quotation over several paragraphs opens anew at each and closes
/// once. A mark that opens without closing makes no passage.
struct QuotedPassages {
    private let passages: [ByteSpan]

    init(document: Document) {
        var found: [ByteSpan] = []
        var open: Int?
        QuotationMarks(document: document).forEach { mark in
            if mark.opens, open == nil || !mark.beginsLine { open = mark.span.start }
            if !mark.opens, let start = open {
                found.append(ByteSpan(start, mark.span.end))
                open = nil
            }
        }
        passages = found
    }

    /// True where nothing is quoted.
    var isEmpty: Bool { passages.isEmpty }

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
