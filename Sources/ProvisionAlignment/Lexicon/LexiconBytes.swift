import CLexicon

/// The numbers of one section. What lies beyond its end is 0, never a trap.
struct LexiconColumn<Number: FixedWidthInteger>: @unchecked Sendable {
    private let start: UnsafePointer<Number>
    /// How many numbers the section holds.
    let count: Int

    fileprivate init(_ start: UnsafeRawPointer, _ range: Range<Int>) {
        self.start = (start + range.lowerBound).assumingMemoryBound(to: Number.self)
        count = range.count / MemoryLayout<Number>.size
    }

    /// The number at a place.
    subscript(index: Int) -> Number {
        index >= 0 && index < count ? Number(littleEndian: start[index]) : 0
    }

    /// The range between two neighbouring numbers, which are starts, within `0..<limit`.
    func range(_ index: Int, limit: Int) -> Range<Int> {
        let lower = min(Int(self[index]), limit)
        return lower..<max(lower, min(Int(self[index + 1]), limit))
    }
}

/// The sections of a lexicon file, see `LexiconLayout`, and the memory they lie in.
final class LexiconBytes: Sendable {
    private nonisolated(unsafe) let start: UnsafeRawPointer
    private let isOwned: Bool
    let stemStarts: LexiconColumn<UInt32>
    let stemText: LexiconColumn<UInt8>
    let stemRarity: LexiconColumn<UInt8>
    let characterNumbers: LexiconColumn<UInt16>
    let characterRarity: LexiconColumn<UInt8>
    let characterGlosses: LexiconColumn<UInt32>
    let pairStarts: LexiconColumn<UInt32>
    let pairSeconds: LexiconColumn<UInt16>
    let pairRarity: LexiconColumn<UInt8>
    let pairGlosses: LexiconColumn<UInt32>
    let glossStems: LexiconColumn<UInt16>
    let glossWeights: LexiconColumn<UInt8>
    let formulaStarts: LexiconColumn<UInt32>
    let formulaHashes: LexiconColumn<UInt64>
    let formulaRarity: LexiconColumn<UInt8>

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
        func column<Number>(_ section: LexiconLayout.Section) -> LexiconColumn<Number> {
            LexiconColumn(start, ranges[section.rawValue])
        }
        self.start = start
        self.isOwned = isOwned
        stemStarts = column(.stemStarts)
        stemText = column(.stemText)
        stemRarity = column(.stemRarity)
        characterNumbers = column(.characterNumbers)
        characterRarity = column(.characterRarity)
        characterGlosses = column(.characterGlosses)
        pairStarts = column(.pairStarts)
        pairSeconds = column(.pairSeconds)
        pairRarity = column(.pairRarity)
        pairGlosses = column(.pairGlosses)
        glossStems = column(.glossStems)
        glossWeights = column(.glossWeights)
        formulaStarts = column(.formulaStarts)
        formulaHashes = column(.formulaHashes)
        formulaRarity = column(.formulaRarity)
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
}
