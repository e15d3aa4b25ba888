/// Decodes UTF-8. Each maximal bad sequence becomes one U+FFFD (Unicode 15, §3.9, “substitution of maximal
/// subparts”); everything else stays byte for byte.
func decodeUTF8(_ input: [UInt8]) -> DecodedFile {
    var index = validPrefix(input)
    guard index < input.count else { return DecodedFile(bytes: input) }
    var output: [UInt8] = []
    output.reserveCapacity(input.count)
    var replacements = Replacements()
    var clean = 0
    while index < input.count {
        if input[index] < 0x80 {
            index += 1
            continue
        }
        let length = sequenceLength(input, index)
        if length > 0 {
            index += length
            continue
        }
        output += input[clean..<index]
        let bad = badLength(input, index)
        replacements.add(at: output.count, for: input[index..<index + bad])
        output += [0xEF, 0xBF, 0xBD]
        index += bad
        clean = index
    }
    if replacements.count == 0 { return DecodedFile(bytes: input) }
    output += input[clean...]
    return DecodedFile(bytes: output, replacements: replacements)
}

/// Offset up to which the bytes are valid and which does not cut a sequence; the count where all are.
private func validPrefix(_ input: [UInt8]) -> Int {
    input.withUnsafeBytes { bytes in
        let count = bytes.count
        var index = 0
        while index < count {
            // Two characters of three bytes at once, as nearly all of a Chinese text are; those that begin with E0 and ED
            // have second bytes of their own and are looked at alone.
            if index + 8 <= count {
                let word = UInt64(
                    littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                if word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0, isUsualLead(word), isUsualLead(word >> 24) {
                    index += 6
                    continue
                }
            }
            let first = bytes[index]
            if first < 0x80 {
                index += 1
            } else if first & 0xF0 == 0xE0, index + 2 < count {
                // Nearly every character of a Chinese text: three bytes.
                let second = bytes[index + 1]
                let isWhole = second & 0xC0 == 0x80 && bytes[index + 2] & 0xC0 == 0x80
                guard isWhole, first != 0xE0 || second >= 0xA0, first != 0xED || second < 0xA0 else { return index }
                index += 3
            } else {
                let length = sequenceLength(input, index)
                guard length > 0 else { return index }
                index += length
            }
        }
        return index
    }
}

/// True where the lowest byte begins three bytes of any value: not E0, not ED.
@inline(__always)
private func isUsualLead(_ word: UInt64) -> Bool { word & 0xF != 0 && word & 0xF != 0xD }

/// Length of the valid multi-byte sequence at `index`, or 0.
private func sequenceLength(_ bytes: [UInt8], _ index: Int) -> Int {
    let first = bytes[index]
    let length = expectedLength(first)
    guard length > 0, index + length <= bytes.count else { return 0 }
    for offset in 1..<length where !isContinuation(bytes, index, offset) { return 0 }
    return length
}

private func expectedLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
}

/// True where the byte at `offset` of the sequence at `index` may stand there (no overlong forms, no surrogates).
private func isContinuation(_ bytes: [UInt8], _ index: Int, _ offset: Int) -> Bool {
    guard index + offset < bytes.count else { return false }
    let byte = bytes[index + offset]
    guard offset == 1 else { return byte & 0xC0 == 0x80 }
    switch bytes[index] {
    case 0xE0: return (0xA0...0xBF).contains(byte)
    case 0xED: return (0x80...0x9F).contains(byte)
    case 0xF0: return (0x90...0xBF).contains(byte)
    case 0xF4: return (0x80...0x8F).contains(byte)
    default: return byte & 0xC0 == 0x80
    }
}

/// Length of the maximal bad subpart at `index`, at least 1.
private func badLength(_ bytes: [UInt8], _ index: Int) -> Int {
    let expected = expectedLength(bytes[index])
    guard expected > 1 else { return 1 }
    var length = 1
    while length < expected, isContinuation(bytes, index, length) { length += 1 }
    return length
}
