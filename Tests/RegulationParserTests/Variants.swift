import RegulationModel

/// A small generator of pseudo-random numbers (SplitMix64, Steele et al. 2014) whose runs repeat from their seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

/// Damaged copies of a text: what a copyist, a translator or a bad disk makes of it.
struct Variants {
    let bytes: [UInt8]

    private var lineStarts: [Int] { SourceText(name: "", bytes: bytes).lineStarts }

    /// Each line deleted in turn.
    var withoutOneLine: [[UInt8]] {
        let starts = lineStarts + [bytes.count]
        return zip(starts, starts.dropFirst()).filter { $0 < $1 }.map { start, end in
            Array(bytes[..<start] + bytes[end...])
        }
    }

    /// Each mark of `regulation`, which was read from these bytes, doubled in turn.
    func withDoubledMarks(_ regulation: Regulation) -> [[UInt8]] {
        guard regulation.source.bytes == bytes else { return [] }
        func marks(_ node: Provision) -> [ByteSpan] { (node.mark.map { [$0] } ?? []) + node.children.flatMap(marks) }
        let all = regulation.groupings.map(\.mark) + (regulation.articles + regulation.sections).flatMap(marks)
        return all.map { Array(bytes[..<$0.end] + bytes[$0.range] + bytes[$0.end...]) }
    }

    func truncated(using random: inout SeededGenerator) -> [UInt8] {
        Array(bytes[..<Int.random(in: 0...bytes.count, using: &random)])
    }

    func withFlippedBytes(using random: inout SeededGenerator) -> [UInt8] {
        guard !bytes.isEmpty else { return bytes }
        var copy = bytes
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            copy[Int.random(in: copy.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        return copy
    }

    func withShuffledLines(using random: inout SeededGenerator) -> [UInt8] {
        let starts = lineStarts + [bytes.count]
        let lines = zip(starts, starts.dropFirst()).map { Array(bytes[$0..<$1]) }
        return Array(lines.shuffled(using: &random).joined())
    }
}
