extension SourceText {
    /// Adds to `output` the UTF-8 of what `flowed` gives for the same spans. Made for writing many documents: bytes are
    /// copied in runs, and characters are decoded at white space only.
    package func appendFlowed(_ spans: [ByteSpan], to output: inout [UInt8]) {
        var flow = ByteFlow(first: output.count)
        bytes.withUnsafeBufferPointer { source in
            for span in spans {
                flow.append(UnsafeBufferPointer(rebasing: source[span.range]), to: &output)
                flow.isPending = true
            }
        }
    }
}

/// Joins pieces of UTF-8 with white space folded; see `SourceText.flowed`.
private struct ByteFlow {
    /// Where the text begins in the output.
    let first: Int
    var isPending = false

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var place = 0
        while place < piece.count {
            let space = Self.spaceLength(at: place, of: piece)
            if space > 0 {
                isPending = true
                place += space
                continue
            }
            if isPending, output.count > first, !(Self.endsWide(output, from: first) && Self.isWide(piece, at: place)) {
                output.append(0x20)
            }
            isPending = false
            let end = Self.endOfRun(from: place, of: piece)
            output.append(contentsOf: UnsafeBufferPointer(rebasing: piece[place..<end]))
            place = end
        }
    }

    /// Where the next byte stands that can begin white space.
    private static func endOfRun(from start: Int, of piece: UnsafeBufferPointer<UInt8>) -> Int {
        var place = start
        while place < piece.count, spaceLength(at: place, of: piece) == 0 { place += 1 }
        return place
    }

    /// Length of the white space or byte order mark that begins at a byte; 0 where none does.
    @inline(__always)
    private static func spaceLength(at place: Int, of piece: UnsafeBufferPointer<UInt8>) -> Int {
        let lead = piece[place]
        if lead <= 0x20 { return lead == 0x20 || (0x09...0x0D).contains(lead) ? 1 : 0 }
        // White space outside ASCII begins with C2, E1, E2 or E3; the byte order mark with EF.
        guard lead == 0xC2 || (lead >= 0xE1 && lead <= 0xE3) || lead == 0xEF else { return 0 }
        guard let scalar = scalar(piece, at: place), scalar.isWhiteSpace || scalar == "\u{FEFF}" else { return 0 }
        return lead == 0xC2 ? 2 : 3
    }

    private static func isWide(_ piece: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        scalar(piece, at: place)?.isWide ?? false
    }

    private static func endsWide(_ output: [UInt8], from first: Int) -> Bool {
        var begin = output.count - 1
        while begin > first, output[begin] & 0xC0 == 0x80 { begin -= 1 }
        return output.withUnsafeBufferPointer { isWide($0, at: begin) }
    }

    /// The character that begins at a byte; nil where none does.
    private static func scalar(_ piece: UnsafeBufferPointer<UInt8>, at place: Int) -> Unicode.Scalar? {
        let lead = piece[place]
        let length = lead < 0x80 ? 1 : lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard length > 0, place + length <= piece.count else { return nil }
        guard length > 1 else { return Unicode.Scalar(lead) }
        var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(piece[place + offset] & 0x3F) }
        return Unicode.Scalar(value)
    }
}
