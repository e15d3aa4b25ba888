/// Decodes UTF-8. Each maximal bad sequence becomes one U+FFFD (Unicode 15, §3.9, “substitution of maximal
/// subparts”); everything else stays byte for byte.
func decodeUTF8(_ input: [UInt8]) -> DecodedFile {
    var output: [UInt8] = []
    var replacements = Replacements()
    var index = 0
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
