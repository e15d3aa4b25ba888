import RegulationModel

/// The bytes of a text of lines, cut by places: a string is made of what is kept only.
struct ByteText: Sendable {
    let bytes: [UInt8]

    /// Calls `body` with each line and its number from 1; the ends of lines are those of Unicode.
    func forEachLine(_ body: (Int, Range<Int>) -> Void) {
        var number = 1
        var start = 0
        var place = 0
        while place < bytes.count {
            let length = newline(at: place)
            guard length > 0 else {
                place += 1
                continue
            }
            body(number, start..<place)
            number += 1
            place += length
            start = place
        }
        body(number, start..<bytes.count)
    }

    /// How many bytes of a line's end stand at a place.
    private func newline(at place: Int) -> Int {
        switch bytes[place] {
        case 0x0A...0x0C: 1
        case 0x0D: place + 1 < bytes.count && bytes[place + 1] == 0x0A ? 2 : 1
        case 0xC2: place + 1 < bytes.count && bytes[place + 1] == 0x85 ? 2 : 0
        case 0xE2:
            place + 2 < bytes.count && bytes[place + 1] == 0x80 && bytes[place + 2] & 0xFE == 0xA8 ? 3 : 0
        default: 0
        }
    }

    /// A range without the white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while !range.isEmpty, let length = whiteSpace(at: range.lowerBound, range) {
            range = range.lowerBound + length..<range.upperBound
        }
        while !range.isEmpty {
            var last = range.upperBound - 1
            while last > range.lowerBound, bytes[last] & 0xC0 == 0x80 { last -= 1 }
            guard let length = whiteSpace(at: last, range), last + length == range.upperBound else { break }
            range = range.lowerBound..<last
        }
        return range
    }

    /// The length of the white space at a place; nil where there is none.
    private func whiteSpace(at place: Int, _ range: Range<Int>) -> Int? {
        let byte = bytes[place]
        guard byte >= 0x80 else { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : nil }
        // White space outside ASCII begins with one of these bytes, ideographs with none.
        guard byte == 0xC2 || (0xE1...0xE3).contains(byte) else { return nil }
        let scalar = scalar(at: place, range.upperBound)
        return scalar.value.properties.isWhitespace ? scalar.length : nil
    }

    /// What of a range stands from a place up to a byte, or to its end.
    func part(from start: Int, of range: Range<Int>, at separator: UInt8) -> Range<Int> {
        bytes.withUnsafeBufferPointer { bytes in
            var end = start
            while end < range.upperBound, bytes[end] != separator { end += 1 }
            return start..<end
        }
    }

    /// The characters of a range.
    func scalars(_ range: Range<Int>) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let scalar = scalar(at: place, range.upperBound)
            scalars.append(scalar.value)
            place += scalar.length
        }
        return scalars
    }

    /// Whether a range holds an ideograph.
    func holdsIdeograph(_ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        while place < range.upperBound {
            let scalar = scalar(at: place, range.upperBound)
            if scalar.value.isHan { return true }
            place += scalar.length
        }
        return false
    }

    /// A range as a string; bytes that are no text become U+FFFD.
    func string(_ range: Range<Int>) -> String {
        bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
    }

    /// The character at a place and its length; U+FFFD for a byte that begins none.
    private func scalar(at place: Int, _ end: Int) -> (value: Unicode.Scalar, length: Int) {
        let lead = bytes[place]
        let length =
            switch lead {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        guard length > 1 else { return (lead < 0x80 ? Unicode.Scalar(lead) : "\u{FFFD}", 1) }
        guard place + length <= end else { return ("\u{FFFD}", 1) }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for next in place + 1..<place + length { value = value << 6 | UInt32(bytes[next] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
