import CLexicon

/// Bytes of a lexicon file and where its sections lie. Reading beyond a section gives 0, never a trap.
final class LexiconBytes: Sendable {
    private nonisolated(unsafe) let start: UnsafeRawPointer
    private let isOwned: Bool
    private let ranges: [Range<Int>]

    /// The bytes mapped with the program. They are not summed up again: a test does that.
    static func shipped() -> LexiconBytes? {
        guard let start = lexicon_bytes() else { return nil }
        let bytes = UnsafeRawBufferPointer(start: start, count: lexicon_length())
        guard let ranges = sections(bytes) else { return nil }
        return LexiconBytes(start, isOwned: false, ranges)
    }

    /// A copy of the bytes; nil where they are no lexicon of this version or damaged.
    convenience init?(copying bytes: [UInt8]) {
        let checked = bytes.withUnsafeBytes { Self.isWhole($0) ? Self.sections($0) : nil }
        guard let checked else { return nil }
        let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 8)
        bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: copy, count: $0.count).copyMemory(from: $0) }
        self.init(UnsafeRawPointer(copy), isOwned: true, checked)
    }

    /// Sections without anything.
    static var empty: LexiconBytes {
        let nothing = UnsafeMutableRawPointer.allocate(byteCount: 8, alignment: 8)
        return LexiconBytes(UnsafeRawPointer(nothing), isOwned: true, LexiconLayout.Section.allCases.map { _ in 0..<0 })
    }

    private init(_ start: UnsafeRawPointer, isOwned: Bool, _ ranges: [Range<Int>]) {
        self.start = start
        self.isOwned = isOwned
        self.ranges = ranges
    }

    deinit {
        if isOwned { start.deallocate() }
    }

    /// Where the sections lie; nil where the bytes are no lexicon of this version.
    private static func sections(_ bytes: UnsafeRawBufferPointer) -> [Range<Int>]? {
        guard bytes.count >= LexiconLayout.tableEnd, bytes.prefix(4).elementsEqual(LexiconLayout.magic),
            number(bytes, 4, UInt16.self) == LexiconLayout.version,
            Int(number(bytes, 6, UInt16.self)) == LexiconLayout.Section.allCases.count
        else { return nil }
        var ranges: [Range<Int>] = []
        for section in LexiconLayout.Section.allCases {
            let place = LexiconLayout.headerLength + 8 * section.rawValue
            let offset = Int(number(bytes, place, UInt32.self))
            let length = Int(number(bytes, place + 4, UInt32.self))
            guard offset >= LexiconLayout.tableEnd, offset % 8 == 0, offset + length <= bytes.count else { return nil }
            ranges.append(offset..<offset + length)
        }
        return ranges
    }

    private static func isWhole(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= LexiconLayout.headerLength else { return false }
        return number(bytes, 8, UInt64.self) == LexiconLayout.checksum(bytes.dropFirst(LexiconLayout.headerLength))
    }

    private static func number<N: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _: N.Type) -> N {
        N(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: N.self))
    }

    /// How many numbers of a type a section holds.
    func count<N: FixedWidthInteger>(_ section: LexiconLayout.Section, _: N.Type) -> Int {
        ranges[section.rawValue].count / MemoryLayout<N>.size
    }

    /// The number at a place of a section; 0 beyond its end.
    @inline(__always)
    func number<N: FixedWidthInteger>(_ section: LexiconLayout.Section, _ index: Int, _: N.Type) -> N {
        let range = ranges[section.rawValue]
        let offset = index &* MemoryLayout<N>.size
        guard index >= 0, offset &+ MemoryLayout<N>.size <= range.count else { return 0 }
        return N(littleEndian: start.load(fromByteOffset: range.lowerBound &+ offset, as: N.self))
    }

    /// The range between two neighbouring starts of a section, within `0..<limit`.
    @inline(__always)
    func range(_ section: LexiconLayout.Section, _ index: Int, limit: Int) -> Range<Int> {
        let lower = min(Int(number(section, index, UInt32.self)), limit)
        return lower..<max(lower, min(Int(number(section, index + 1, UInt32.self)), limit))
    }
}
