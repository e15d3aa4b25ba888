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
            // Five characters of three bytes at once, as nearly all of a Chinese text are, or sixteen of ASCII.
            if index + 16 <= count {
                let (first, second) = (bytes.eight(at: index), bytes.eight(at: index + 8))
                if areFiveOfThree(first, second) {
                    index += 15
                    continue
                }
                if (first | second) & 0x8080_8080_8080_8080 == 0 {
                    index += 16
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

/// True where fifteen of sixteen bytes, the first of each word the lowest, are five characters of three bytes of any value.
/// Those that begin with E0 and ED have second bytes of their own and must be looked at alone.
@inline(__always)
private func areFiveOfThree(_ first: UInt64, _ second: UInt64) -> Bool {
    let shape =
        (first & 0xC0F0_C0C0_F0C0_C0F0 ^ 0x80E0_8080_E080_80E0)
        | (second & 0x00C0_C0F0_C0C0_F0C0 ^ 0x0080_80E0_8080_E080)
    return shape | unusual(first, leads: 0x0001_0000_0100_0001) | unusual(second, leads: 0x0000_0001_0000_0100) == 0
}

/// Not zero where one of the first bytes of three, which stand where `leads` has a 1, ends in the half byte 0 or D: added
/// to fifteen, only a half byte of 0 gives no carry.
@inline(__always)
private func unusual(_ word: UInt64, leads: UInt64) -> UInt64 {
    let fifteen = leads &* 0xF
    let halves = word & fifteen
    let carries = (halves &+ fifteen) & ((halves ^ (leads &* 0xD)) &+ fifteen)
    return (carries & (leads &* 0x10)) ^ (leads &* 0x10)
}

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
