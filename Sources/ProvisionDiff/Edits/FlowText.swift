import RegulationModel

/// The visible characters of a text, folded one by one, with their bytes.
struct FlowText {
    /// Folded characters without white space.
    private(set) var scalars: [Unicode.Scalar] = []
    /// Offset of the first byte of each.
    private(set) var starts: [Int] = []
    /// Offset after the last byte of each.
    private(set) var ends: [Int] = []
    /// True where white space or a line break stands before the character.
    private(set) var isApart: [Bool] = []

    init(_ pieces: [ByteSpan], in source: SourceText) {
        let size = pieces.reduce(0) { $0 + $1.length }
        scalars.reserveCapacity(size / 2)
        starts.reserveCapacity(size / 2)
        ends.reserveCapacity(size / 2)
        isApart.reserveCapacity(size / 2)
        for piece in pieces { append(piece.range.clamped(to: 0..<source.bytes.count), source.bytes) }
    }

    private mutating func append(_ range: Range<Int>, _ bytes: [UInt8]) {
        var offset = range.lowerBound
        var isApart = true
        for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
            let start = offset
            offset += UTF8.width(scalar)
            guard !Folding.isInvisible(scalar) else {
                if scalar.isWhiteSpace { isApart = true }
                continue
            }
            scalars.append(Folding.folded(scalar))
            starts.append(start)
            ends.append(offset)
            self.isApart.append(isApart)
            isApart = false
        }
    }

    var count: Int { scalars.count }

    /// FNV-1a, 64 bits, of the folded characters.
    var fingerprint: UInt64 {
        scalars.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1.value)) &* 1_099_511_628_211 }
    }

    /// The bytes of some characters.
    func span(_ range: Range<Int>) -> ByteSpan { ByteSpan(starts[range.lowerBound], ends[range.upperBound - 1]) }

    /// Characters as a string.
    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }
}

extension Unicode.Scalar {
    /// True for letters, digits and ideographs; the rest is punctuation.
    var isWordCharacter: Bool {
        switch value {
        case 0x61...0x7A, 0x30...0x39, 0x4E00...0x9FFF: true
        case 0x20...0x2F, 0x3A...0x60, 0x3000...0x3003: false
        default: properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .otherSymbol
        }
    }

    /// True for folded letters and digits of scripts that write words.
    var isLetter: Bool { isWordCharacter && !isHan }

    /// True for a Western digit.
    var isDigit: Bool { value >= 0x30 && value <= 0x39 }
}
