/// Counts the articles of a Chinese act in the plainest way, apart from the parser: a number in 第…条 that begins a
/// line, or stands behind a full stop and is not followed by a word that refers. It knows nothing of sequences and
/// quotations.
enum ArticleCount {
    private static let digits: [Character: Int] = [
        "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1_000]
    private static let decoration: Set<Character> = ["#", "*", ">", "-", "\u{FEFF}"]

    /// The numbers as `16` or `16-1`, in the order of the text.
    static func numbers(in text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).flatMap { numbers(inLine: Array($0)) }
    }

    private static func numbers(inLine line: [Character]) -> [String] {
        var found: [String] = []
        var start = 0
        while start < line.count, line[start].isWhitespace || decoration.contains(line[start]) { start += 1 }
        for index in start..<line.count where line[index] == "第" {
            let isFirst = index == start
            guard isFirst || isBehindFullStop(index, in: line), let (number, end) = number(at: index + 1, in: line)
            else { continue }
            if isFirst || !refers(at: end, in: line) { found.append(number) }
        }
        return found
    }

    private static func isBehindFullStop(_ index: Int, in line: [Character]) -> Bool {
        var before = index - 1
        while before >= 0, line[before].isWhitespace { before -= 1 }
        return before >= 0 && line[before] == "。"
    }

    private static let referring: Set<Character> = ["第", "规", "所", "的", "、", "至", "和", "或", "，", "及", "与", "中", "以"]

    private static func refers(at index: Int, in line: [Character]) -> Bool {
        index >= line.count || referring.contains(line[index])
    }

    private static func number(at index: Int, in line: [Character]) -> (String, Int)? {
        guard let (value, end) = numeral(at: index, in: line), end < line.count, line[end] == "条" else { return nil }
        var text = String(value)
        var position = end + 1
        while position < line.count, line[position] == "之", let (branch, next) = numeral(at: position + 1, in: line) {
            text += "-\(branch)"
            position = next
        }
        return (text, position)
    }

    private static func numeral(at index: Int, in line: [Character]) -> (Int, Int)? {
        var end = index
        var total = 0
        var last: Int?
        while end < line.count {
            let character = line[end]
            if let digit = digits[character] ?? (character.isASCII ? character.wholeNumberValue : nil) {
                last = character.isASCII ? (last ?? 0) * 10 + digit : digit
            } else if let unit = units[character] {
                total += (last ?? 1) * unit
                last = nil
            } else if !character.isWhitespace || end == index {
                break
            }
            end += 1
        }
        return end > index ? (total + (last ?? 0), end) : nil
    }
}
