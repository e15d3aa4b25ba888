import RegulationModel

/// A text that was copied out of pages: the lines with their numbers (`— 3 —`, 第 3 页) go behind the text, so that no
/// article holds them.
struct PagedText {
    let text: MovedText
    let outside: [DocumentPart]

    private static let fewestPages = 2
    private static let longestLine = 32

    private struct Row {
        let range: Range<Int>
        let page: Int?
    }

    /// Nil where the lines of a file hold no numbers of pages that count.
    init?(_ file: [UInt8]) {
        let rows = Self.rows(of: file)
        let pages = rows.compactMap(\.page)
        guard pages.count >= Self.fewestPages else { return nil }
        let steps = zip(pages, pages.dropFirst()).count { $1 == $0 + 1 }
        guard steps * 5 >= (pages.count - 1) * 4 else { return nil }
        var text = MovedText(file)
        for (number, row) in rows.enumerated() where row.page == nil {
            text.copy(row.range, line: number + 1, column: 1)
        }
        if text.bytes.last != 0x0A { text.add([0x0A]) }
        let start = text.bytes.count
        for (number, row) in rows.enumerated() where row.page != nil {
            text.copy(row.range, line: number + 1, column: 1)
        }
        text.finish()
        self.text = text
        outside = [DocumentPart(.runningHead, ByteSpan(start, text.bytes.count))]
    }

    private static func rows(of file: [UInt8]) -> [Row] {
        var rows: [Row] = []
        var start = 0
        file.withUnsafeBytes { bytes in
            while start < bytes.count {
                let end = bytes.first(0x0A, from: start).map { $0 + 1 } ?? bytes.count
                rows.append(Row(range: start..<end, page: end - start <= longestLine ? page(file[start..<end]) : nil))
                start = end
            }
        }
        return rows
    }

    /// The number on a line that names a page: with dashes around it or as 第 3 页; a number alone may be a row of a table.
    private static func page(_ line: ArraySlice<UInt8>) -> Int? {
        guard line.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        let content = line.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x0C }
        guard content.count > 2 else { return nil }
        let laidOut = PDFLine(content[...])
        guard RunningHeads.isPageNumber(laidOut) else { return nil }
        let text = String(decoding: laidOut.text, as: UTF8.self)
        let digits = text.drop { !$0.isNumber }.prefix { $0.isNumber }
        let isFramed = text.first?.isNumber == false && text.last?.isNumber == false
        return isFramed || text.lowercased().hasPrefix("page") ? Int(digits) : nil
    }
}
