/// The address of an article with one branch at most, of a paragraph in it, of a point and of a sub-point, in one word:
/// `art_16-1__para_2__list_1__point_3`. Numbers that need more bits have no packed address.
struct PackedAddress: Hashable, Sendable {
    /// From the highest bit on: the article's ordinal, its branch plus one, the paragraph, the point, the sub-point; 0
    /// where there is none.
    private let bits: UInt64

    /// A stretch of the word.
    private struct Field {
        let shift: UInt64
        let width: UInt64

        var largest: UInt64 { (1 << width) - 1 }
        /// All bits of this field and the higher ones.
        var prefix: UInt64 { ~0 << shift }

        @inline(__always)
        func value(in bits: UInt64) -> UInt64 { bits >> shift & largest }
    }

    // 131,071 articles, 1,022 branches, 8,191 paragraphs, 4,095 points and sub-points.
    private static var ordinal: Field { Field(shift: 47, width: 17) }
    private static var branch: Field { Field(shift: 37, width: 10) }
    private static var paragraph: Field { Field(shift: 24, width: 13) }
    private static var point: Field { Field(shift: 12, width: 12) }
    private static var subpoint: Field { Field(shift: 0, width: 12) }

    private init(bits: UInt64) { self.bits = bits }

    /// The address of an article.
    init?(_ number: ProvisionNumber) {
        var branch: UInt64 = 0
        if number.isBranch {
            let branches = number.branches
            guard branches.count == 1, branches[0] < Self.branch.largest else { return nil }
            branch = UInt64(branches[0]) + 1
        }
        guard number.ordinal <= Self.ordinal.largest else { return nil }
        bits = UInt64(number.ordinal) << Self.ordinal.shift | branch << Self.branch.shift
    }

    /// The address of a child; nil where it cannot be packed.
    func child(_ level: Level, _ number: ProvisionNumber) -> PackedAddress? {
        guard !number.isBranch, number.ordinal > 0 else { return nil }
        let field: Field
        switch level {
        case .paragraph:
            guard bits & ~Self.branch.prefix == 0 else { return nil }
            field = Self.paragraph
        case .point, .subpoint:
            guard Self.paragraph.value(in: bits) > 0, Self.subpoint.value(in: bits) == 0 else { return nil }
            field = Self.point.value(in: bits) == 0 ? Self.point : Self.subpoint
        default: return nil
        }
        guard number.ordinal <= field.largest else { return nil }
        return PackedAddress(bits: bits | UInt64(number.ordinal) << field.shift)
    }

    /// The article.
    var article: PackedAddress { PackedAddress(bits: bits & Self.branch.prefix) }

    /// True where this address lies below another or is it.
    func isInside(_ ancestor: PackedAddress) -> Bool { bits & ancestor.prefix == ancestor.bits }

    /// The bits that say where the provision lies.
    private var prefix: UInt64 {
        if Self.subpoint.value(in: bits) > 0 { return Self.subpoint.prefix }
        if Self.point.value(in: bits) > 0 { return Self.point.prefix }
        return Self.paragraph.value(in: bits) > 0 ? Self.paragraph.prefix : Self.branch.prefix
    }
}

// MARK: - As written

extension PackedAddress {
    private static var articleWord: StaticString { "art_" }
    private static var paragraphWord: StaticString { "__para_" }
    private static var pointWord: StaticString { "__list_1__point_" }

    /// `art_131071-1021__para_8191__list_1__point_4095__list_1__point_4095` has 66 bytes.
    static let longest = 72

    /// The address as written.
    var text: String { String(unsafeUninitializedCapacity: Self.longest) { write(to: $0) } }

    /// Writes the address into `longest` bytes; gives its length.
    func write(to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var end = 0
        Self.append(Self.articleWord, Self.ordinal.value(in: bits), to: buffer, at: &end)
        let branch = Self.branch.value(in: bits)
        if branch > 0 { Self.append("-", branch - 1, to: buffer, at: &end) }
        let paragraph = Self.paragraph.value(in: bits)
        guard paragraph > 0 else { return end }
        Self.append(Self.paragraphWord, paragraph, to: buffer, at: &end)
        let point = Self.point.value(in: bits)
        if point > 0 { Self.append(Self.pointWord, point, to: buffer, at: &end) }
        let subpoint = Self.subpoint.value(in: bits)
        if subpoint > 0 { Self.append(Self.pointWord, subpoint, to: buffer, at: &end) }
        return end
    }

    @inline(__always)
    private static func append(
        _ word: StaticString, _ number: UInt64, to buffer: UnsafeMutableBufferPointer<UInt8>, at end: inout Int
    ) {
        for place in 0..<word.utf8CodeUnitCount { buffer[end + place] = word.utf8Start[place] }
        end += word.utf8CodeUnitCount
        guard number >= 10 else {
            buffer[end] = 0x30 + UInt8(number)
            end += 1
            return
        }
        let first = end
        var rest = number
        repeat {
            end += 1
            rest /= 10
        } while rest > 0
        rest = number
        var place = end
        while place > first {
            place -= 1
            buffer[place] = 0x30 + UInt8(rest % 10)
            rest /= 10
        }
    }

    /// Reads an address; nil where it is another one, or is not written as `append` writes it.
    init?(_ text: String) {
        var rest = Substring(text).utf8
        guard let ordinal = Self.number(behind: Self.articleWord, in: &rest) else { return nil }
        let branch = rest.first == UInt8(ascii: "-") ? Self.number(behind: "-", in: &rest) : nil
        guard var address = PackedAddress(ProvisionNumber(ordinal, branches: branch.map { [$0] } ?? [])) else {
            return nil
        }
        for (level, word) in [
            (Level.paragraph, Self.paragraphWord), (.point, Self.pointWord), (.subpoint, Self.pointWord),
        ] {
            guard !rest.isEmpty else { break }
            guard let number = Self.number(behind: word, in: &rest),
                let child = address.child(level, ProvisionNumber(number))
            else { return nil }
            address = child
        }
        guard rest.isEmpty else { return nil }
        self = address
    }

    /// A number of at most six digits and without zeros in front of it, behind a word.
    private static func number(behind word: StaticString, in rest: inout Substring.UTF8View) -> Int? {
        let isThere = word.withUTF8Buffer { rest.starts(with: $0) }
        guard isThere else { return nil }
        let tail = rest.dropFirst(word.utf8CodeUnitCount)
        let digits = tail.prefix { (0x30...0x39).contains($0) }
        guard let first = digits.first, digits.count <= 6, first != 0x30 || digits.count == 1 else { return nil }
        rest = tail.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
