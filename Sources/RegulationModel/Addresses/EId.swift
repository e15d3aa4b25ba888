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
        var address = text
        switch level {
        case .point, .subpoint: address += "__list_1__point_"
        case .paragraph: address += "__para_"
        default: address += "__\(level.eIdWord)_"
        }
        address += number.text
        return EId(address)
    }

    /// The address of the article this address lies in: everything before the first `__`.
    public var article: EId {
        var end = text.startIndex
        while end < text.endIndex {
            let next = text.index(after: end)
            if text[end] == "_", next < text.endIndex, text[next] == "_" { break }
            end = next
        }
        return EId(String(text[..<end]))
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
