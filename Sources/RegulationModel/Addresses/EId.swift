/// The machine address of a provision inside one regulation, after the Akoma Ntoso Naming Convention:
/// `chp_2`, `art_16-1`, `art_12__para_2`, `art_12__para_1__list_1__point_3`.
///
/// Numbers in it are normalised; a printed mark never reaches an eId.
public struct EId: Hashable, Sendable, CustomStringConvertible {
    /// An act has thousands of addresses: most are held as numbers and written when they are shown. An address that can
    /// be packed is never held as text.
    private enum Form: Hashable, Sendable {
        case packed(PackedAddress)
        case text(String)
    }

    private let form: Form

    /// Takes an address as it is.
    public init(_ text: String) { form = PackedAddress(text).map(Form.packed) ?? .text(text) }

    private init(_ address: PackedAddress) { form = .packed(address) }

    /// The address as written.
    public var text: String {
        switch form {
        case .packed(let address): address.text
        case .text(let text): text
        }
    }

    /// True where the address is held as numbers: its text is letters, digits, `_` and `-` only.
    package var isPacked: Bool {
        switch form {
        case .packed: true
        case .text: false
        }
    }

    /// Room that `writePacked` needs.
    package static var longestPacked: Int { PackedAddress.longest }

    /// Writes the UTF-8 of a packed address and gives its length, for writing many of them; 0 for any other.
    package func writePacked(to room: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard case .packed(let address) = form else { return 0 }
        return address.write(to: room)
    }

    /// The address of a child of this one; points stand in `list_1` of their paragraph.
    public func child(_ level: Level, _ number: ProvisionNumber) -> EId {
        if case .packed(let address) = form, let child = address.child(level, number) { return EId(child) }
        return switch level {
        case .point, .subpoint: EId("\(text)__list_1__point_\(number.text)")
        case .paragraph: EId("\(text)__para_\(number.text)")
        default: EId("\(text)__\(level.eIdWord)_\(number.text)")
        }
    }

    /// The address of an article.
    package static func article(_ number: ProvisionNumber) -> EId {
        PackedAddress(number).map(EId.init) ?? EId("art_\(number.text)")
    }

    /// The address of the article this address lies in: everything before the first `__`.
    public var article: EId {
        switch form {
        case .packed(let address): EId(address.article)
        case .text(let text): EId.article(of: text) ?? self
        }
    }

    private static func article(of text: String) -> EId? {
        let bytes = text.utf8
        var end = bytes.startIndex
        while end < bytes.endIndex {
            let next = bytes.index(after: end)
            if bytes[end] == 0x5F, next < bytes.endIndex, bytes[next] == 0x5F { return EId(String(text[..<end])) }
            end = next
        }
        return nil
    }

    /// True where this address lies below `ancestor` or is it.
    public func isInside(_ ancestor: EId) -> Bool {
        if case .packed(let address) = form, case .packed(let above) = ancestor.form { return address.isInside(above) }
        return self == ancestor || text.hasPrefix(ancestor.text + "__")
    }

    /// The address as written.
    public var description: String { text }
}

extension EId: Comparable {
    /// Plain text order, for ties only; reading order is the order of the document.
    public static func < (a: EId, b: EId) -> Bool { a != b && a.text < b.text }
}
