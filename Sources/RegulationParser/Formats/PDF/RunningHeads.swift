import RegulationModel

/// Lines that stand on every page: headers, footers, page numbers.
enum RunningHeads {
    /// True where a line says something: it has a letter or an ideograph. 第 3 页 and `Page 3 of 9` say nothing.
    static func says(_ scanner: Scanner) -> Bool {
        var index = 0
        var words: [UInt32] = []
        while index < scanner.bytes.count {
            let (value, length) = scanner.scalar(at: index)
            index += length
            if value.isLetter || value.isHan { words.append(value | (value.isLetter ? 0x20 : 0)) }
        }
        let text = String(String.UnicodeScalarView(words.compactMap(Unicode.Scalar.init)))
        return !text.isEmpty && !pageWords.contains(text)
    }

    private static let pageWords: Set<String> = ["page", "pageof", "p", "第页", "第页共页", "共页", "页", "頁", "第頁", "第頁共頁"]
}
