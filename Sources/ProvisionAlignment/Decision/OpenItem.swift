import RegulationModel

/// The item that ends a list and leaves it open: "other duties prescribed by laws".
///
/// Its words say little of its matter, and much the same in every list; what it does and where it stands tell it.
enum OpenItem {
    /// Which units are open items: the last points of their lists that are worded as such.
    static func flags(_ units: [WitnessUnits.Unit], _ language: Language) -> [Bool] {
        let lists = units.map { list($0.eId) }
        return units.indices.map { index in
            guard let list = lists[index] else { return false }
            let next = index + 1 < units.count ? lists[index + 1] : nil
            let isLast = next.map { !$0.elementsEqual(list) } ?? true
            return isLast && isOpen(units[index].scalars, language)
        }
    }

    /// The list a point stands in; nil for anything else.
    private static func list(_ eId: EId) -> Substring.UTF8View? {
        let text = eId.text.utf8
        var end = text.endIndex
        var previous: UInt8 = 0
        while end > text.startIndex {
            let before = text.index(before: end)
            if text[before] == underscore, previous == underscore { break }
            previous = text[before]
            end = before
        }
        let step = text[end...].dropFirst()
        return step.starts(with: point) ? text[..<end] : nil
    }

    private static let underscore = UInt8(ascii: "_")
    private static let point = Array((Level.point.eIdWord + "_").utf8)

    /// Whether a folded text is worded as an open item.
    static func isOpen(_ text: [Unicode.Scalar], _ language: Language) -> Bool {
        switch language {
        case .chinese: isOpen(chinese: text)
        case .english: isOpen(english: text)
        }
    }

    // MARK: - Wording

    /// `其他条件`, `国家规定的其他条件`, or a bare reference: `法律、法规规定停止执行的`. Of the 1,700 items of Chinese acts
    /// that begin with the last, seven of eight have `其他` too.
    private static func isOpen(chinese text: [Unicode.Scalar]) -> Bool {
        if others.contains(where: { text.starts(with: $0) }) || furtherOthers.contains(where: text.has) { return true }
        var rest = text[...]
        while let word = authorities.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(word.count) }
        return rest.count < text.count && rest.starts(with: provided)
    }

    private static let others = ["其他", "其它"].map { Array($0.unicodeScalars) }
    private static let furtherOthers = others.map { Array("的".unicodeScalars) + $0 }
    private static let provided = Array("规定".unicodeScalars)
    /// Who leaves a list open, and what joins them.
    private static let authorities = ["行政法规", "法律", "法规", "国家", "有关", "以及", "或者", "省", "市", "和", "、", ",", "本"]
        .map { Array($0.unicodeScalars) }

    /// "other conditions …", "any other conditions …".
    private static func isOpen(english text: [Unicode.Scalar]) -> Bool {
        let words = Words.latin(text.prefix(longestOpening))
        guard let first = words.first(where: { !leadIns.contains($0) }) else { return false }
        return first == "other" || first == "others"
    }

    private static let leadIns: Set<String> = ["and", "or", "any", "the", "also", "all"]
    /// Characters that hold the words in front of "other".
    private static let longestOpening = 40
}

extension [Unicode.Scalar] {
    /// Whether a text holds another.
    func has(_ part: [Unicode.Scalar]) -> Bool {
        guard let first = part.first, count >= part.count else { return false }
        return (0...(count - part.count)).contains { start in
            self[start] == first && self[start..<(start + part.count)].elementsEqual(part)
        }
    }
}
