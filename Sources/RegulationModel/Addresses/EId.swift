/// The machine address of a provision inside one regulation, after the Akoma Ntoso Naming Convention:
/// `chp_2`, `art_16-1`, `art_12__para_2`, `art_12__para_1__list_1__point_3`.
///
/// Numbers in it are normalised; a printed mark never reaches an eId.
public struct EId: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The address as written.
    public let text: String

    /// Takes an address as it is.
    public init(_ text: String) { self.text = text }

    /// The address of a child of this one; points stand in `list_1` of their paragraph.
    public func child(_ level: Level, _ number: ProvisionNumber) -> EId {
        switch level {
        case .point, .subpoint: joined("__list_1__point_", number)
        case .paragraph: joined("__para_", number)
        default: EId("\(text)__\(level.eIdWord)_\(number.text)")
        }
    }

    /// The address of an article.
    package static func article(_ number: ProvisionNumber) -> EId { EId("").joined("art_", number) }

    /// Written in one piece: an act has thousands of addresses.
    private func joined(_ word: StaticString, _ number: ProvisionNumber) -> EId {
        guard !number.isBranch, number.ordinal >= 0 else {
            return EId("\(text)\(word)\(number.text)")
        }
        var digits = 1
        var rest = number.ordinal / 10
        while rest > 0 {
            digits += 1
            rest /= 10
        }
        let parent = text.utf8
        let count = parent.count + word.utf8CodeUnitCount + digits
        return EId(
            String(unsafeUninitializedCapacity: count) { buffer in
                var end = buffer.initialize(from: parent).index
                for place in 0..<word.utf8CodeUnitCount {
                    buffer[end] = word.utf8Start[place]
                    end += 1
                }
                var ordinal = number.ordinal
                for place in stride(from: count - 1, through: end, by: -1) {
                    buffer[place] = 0x30 + UInt8(ordinal % 10)
                    ordinal /= 10
                }
                return count
            })
    }

    /// The address of the article this address lies in: everything before the first `__`.
    public var article: EId {
        let bytes = text.utf8
        var end = bytes.startIndex
        while end < bytes.endIndex {
            let next = bytes.index(after: end)
            if bytes[end] == 0x5F, next < bytes.endIndex, bytes[next] == 0x5F { break }
            end = next
        }
        return end == bytes.endIndex ? self : EId(String(text[..<end]))
    }

    /// True where this address lies below `ancestor` or is it.
    public func isInside(_ ancestor: EId) -> Bool {
        self == ancestor || text.hasPrefix(ancestor.text + "__")
    }

    /// The address as written.
    public var description: String { text }

    /// Plain text order, for ties only; reading order is the order of the document.
    public static func < (a: EId, b: EId) -> Bool { a.text < b.text }
}
