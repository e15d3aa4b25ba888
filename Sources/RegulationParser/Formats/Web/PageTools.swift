import RegulationModel

/// The names of a page's tools: [打印] [收藏] [关闭], 复制 收藏.
enum PageTools {
    /// The longest first, so that 打印本页 is not read as 打印 and something else.
    private static let tools = Cues.tools.sorted { ($1.count, $0) < ($0.count, $1) }

    /// True for a text of nothing but the names of tools.
    static func areAll(of text: String) -> Bool {
        var rest = text.lowercased().filter { $0.isLetter }[...]
        guard !rest.isEmpty else { return false }
        while !rest.isEmpty {
            guard let tool = tools.first(where: { rest.hasPrefix($0) }) else { return false }
            rest = rest.dropFirst(tool.count)
        }
        return true
    }

    /// Longest link that is a tool, in bytes.
    private static let longestName = 48

    /// True for a link behind the end of a sentence that is a tool of the page.
    static func isOne(_ link: ArraySlice<UInt8>, behind text: ArraySlice<UInt8>) -> Bool {
        guard link.count <= longestName else { return false }
        let scanner = Scanner(copying: text.suffix(longestName))
        let content = scanner.trimmed(scanner.span)
        return scanner.endsSentence(content) && !scanner.endsWithColon(content)
            && areAll(of: String(decoding: link, as: UTF8.self))
    }
}
