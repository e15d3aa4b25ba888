import RegulationModel

/// The visible characters of a text, folded one by one, with their bytes.
struct FlowText {
    /// Folded characters without white space.
    private(set) var scalars: [Unicode.Scalar] = []
    private var places: [Place] = []

    /// Where a character stands.
    private struct Place {
        /// Offset of its first byte.
        let start: Int
        let width: UInt8
        let isApart: Bool
        let kind: Kind
    }

    /// What a folded character is.
    enum Kind: UInt8 {
        case sign, ideograph, letter

        @inline(__always)
        init(_ folded: Unicode.Scalar) {
            switch folded.value {
            case 0x4E00...0x9FFF: self = .ideograph
            case 0x61...0x7A, 0x30...0x39: self = .letter
            default: self = !folded.isWordCharacter ? .sign : folded.isHan ? .ideograph : .letter
            }
        }
    }

    init(_ pieces: [ByteSpan], in source: SourceText) {
        source.bytes.withUnsafeBufferPointer { bytes in
            let ranges = pieces.map { $0.range.clamped(to: 0..<bytes.count) }
            // A character has one byte that does not continue another.
            let most = ranges.reduce(0) { count, range in
                count + bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
            }
            scalars = [Unicode.Scalar](unsafeUninitializedCapacity: most) { scalars, count in
                places = [Place](unsafeUninitializedCapacity: most) { places, placeCount in
                    var writer = Writer(scalars: scalars, places: places, simplified: SimplifiedCharacters.table)
                    for range in ranges { writer.append(range, bytes) }
                    count = writer.count
                    placeCount = writer.count
                }
            }
        }
    }

    /// Writes characters into room that was made for them.
    private struct Writer {
        let scalars: UnsafeMutableBufferPointer<Unicode.Scalar>
        let places: UnsafeMutableBufferPointer<Place>
        /// Asked for once: a look-up for each character would cost more than the rest.
        let simplified: [UInt16]
        private(set) var count = 0

        mutating func append(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
            var offset = range.lowerBound
            var isApart = true
            while offset < range.upperBound {
                guard let (scalar, width) = FlowText.scalar(at: offset, before: range.upperBound, bytes) else {
                    return appendRare(offset..<range.upperBound, bytes, isApart: isApart)
                }
                append(scalar, at: offset, width, &isApart)
                offset += width
            }
        }

        /// What begins with a character of two or four bytes, or with bytes that are none.
        private mutating func appendRare(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, isApart: Bool) {
            var offset = range.lowerBound
            var isApart = isApart
            let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
            for scalar in text.unicodeScalars {
                let width = UTF8.width(scalar)
                append(scalar, at: offset, width, &isApart)
                offset += width
            }
        }

        @inline(__always)
        private mutating func append(_ scalar: Unicode.Scalar, at offset: Int, _ width: Int, _ isApart: inout Bool) {
            guard count < scalars.count else { return }
            let index = Int(scalar.value) - Int(SimplifiedCharacters.first)
            if simplified.indices.contains(index), let folded = Unicode.Scalar(simplified[index]) {
                return write(folded, at: offset, width, &isApart)
            }
            guard !Folding.isInvisible(scalar) else {
                if scalar.isWhiteSpace { isApart = true }
                return
            }
            write(Folding.folded(scalar), at: offset, width, &isApart)
        }

        @inline(__always)
        private mutating func write(_ folded: Unicode.Scalar, at offset: Int, _ width: Int, _ isApart: inout Bool) {
            scalars.initializeElement(at: count, to: folded)
            let place = Place(start: offset, width: UInt8(width), isApart: isApart, kind: Kind(folded))
            places.initializeElement(at: count, to: place)
            count += 1
            isApart = false
        }
    }

    /// A character of one or three bytes, and how many; nil for any other.
    @inline(__always)
    private static func scalar(
        at offset: Int, before end: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (Unicode.Scalar, Int)? {
        let lead = bytes[offset]
        if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
        guard lead & 0xF0 == 0xE0, offset + 2 < end, bytes[offset + 1] & 0xC0 == 0x80, bytes[offset + 2] & 0xC0 == 0x80
        else { return nil }
        let value =
            UInt32(lead & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
        guard value >= 0x800, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, 3)
    }

    var count: Int { scalars.count }

    /// True where white space or a line break stands before the character.
    func isApart(_ index: Int) -> Bool { places[index].isApart }

    /// What a character is.
    func kind(_ index: Int) -> Kind { places[index].kind }

    /// FNV-1a, 64 bits, of the folded characters.
    var fingerprint: UInt64 {
        scalars.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1.value)) &* 1_099_511_628_211 }
    }

    /// The bytes of some characters.
    func span(_ range: Range<Int>) -> ByteSpan {
        let last = places[range.upperBound - 1]
        return ByteSpan(places[range.lowerBound].start, last.start + Int(last.width))
    }

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
