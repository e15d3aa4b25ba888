import RegulationModel

/// Whether a Chinese paragraph first of all forbids or encourages: the one answers no other, however alike their words.
enum Stance {
    case forbids, encourages, neither

    private static let forbidding = ["禁止", "严禁", "不得", "不准"].map { Array($0.utf8) }
    private static let encouraging = ["鼓励", "提倡", "倡导"].map { Array($0.utf8) }
    private static let ordering = ["应当", "必须", "可以"].map { Array($0.utf8) }

    /// By the first word of a ban, a duty, a power or encouragement.
    init(of pieces: [ByteSpan], in source: SourceText) {
        let all = [(Self.forbidding, Stance.forbids), (Self.encouraging, .encourages), (Self.ordering, .neither)]
        self = source.bytes.withUnsafeBufferPointer { bytes in
            for piece in pieces {
                for place in piece.range where bytes[place] & 0xF0 == 0xE0 {
                    for (words, stance) in all
                    where words.contains(where: { Self.stands($0, at: place, in: bytes, piece) }) {
                        return stance
                    }
                }
            }
            return .neither
        }
    }

    private static func stands(
        _ word: [UInt8], at place: Int, in bytes: UnsafeBufferPointer<UInt8>, _ piece: ByteSpan
    ) -> Bool {
        place + word.count <= piece.end && word.indices.allSatisfy { bytes[place + $0] == word[$0] }
    }

    /// True where one forbids and the other encourages.
    func contradicts(_ other: Stance) -> Bool {
        switch (self, other) {
        case (.forbids, .encourages), (.encourages, .forbids): true
        case (.forbids, _), (.encourages, _), (.neither, _): false
        }
    }
}
