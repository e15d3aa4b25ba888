import RegulationModel

/// The mark of a note in a line of a page: [1], ［注2］, ①, raised or as a link to the note.
enum NoteMark {
    private static let brackets = [("[", "]"), ("［", "］"), ("〔", "〕"), ("【", "】")].map { (utf8($0), utf8($1)) }
    private static let roundBrackets = [("(", ")"), ("（", "）")].map { (utf8($0), utf8($1)) }
    private static let word = utf8("注")
    private static let mostDigits = 3

    /// - Parameters:
    ///   - isRaised: the text is raised above its line.
    ///   - leadsInside: it is a link to a place of the same page.
    static func isOne(_ bytes: ArraySlice<UInt8>, isRaised: Bool, leadsInside: Bool) -> Bool {
        let text = trimmed(bytes)
        guard !text.isEmpty, text.count <= 16 else { return false }
        if let inner = inside(isRaised ? brackets + roundBrackets : brackets, text) {
            return isNumber(inner) || (inner.count == 1 && UInt32(inner[inner.startIndex]).isLetter)
        }
        guard isRaised else { return false }
        // A raised number alone may be the power of a unit.
        if isCircled(text) { return true }
        return (leadsInside || text.starts(with: word)) && isNumber(text)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let text = bytes.drop { $0 == 0x20 }
        return text.prefix((text.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? text.startIndex) - text.startIndex)
    }

    private static func inside(_ brackets: [([UInt8], [UInt8])], _ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        for (opening, closing) in brackets
        where text.count > opening.count + closing.count && text.starts(with: opening)
            && text.suffix(closing.count).elementsEqual(closing)
        {
            return trimmed(text.dropFirst(opening.count).dropLast(closing.count))
        }
        return nil
    }

    /// Digits, with 注 before them or without.
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        let digits = trimmed(text.starts(with: word) ? text.dropFirst(word.count) : text)
        return (1...mostDigits).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// ① to ⑳.
    private static func isCircled(_ text: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(text)
        return bytes.count == 3 && bytes[0] == 0xE2 && bytes[1] == 0x91 && (0xA0...0xB3).contains(bytes[2])
    }
}
