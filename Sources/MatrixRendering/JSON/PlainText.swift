/// Text that is written in JSON as it stands: no white space that is folded, nothing that is escaped.
enum PlainText {
    private typealias Block = SIMD16<UInt8>
    private typealias Mask = SIMDMask<SIMD16<Int8>>

    /// True where a text holds such characters only; false where that is not sure.
    static func fills(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(text)
        var doubts = Mask(repeating: false)
        var place = 0
        // A block is looked at together with the two bytes behind it.
        while place <= text.count &- 18 {
            doubts = doubts
                .| Self.doubts(
                    raw.loadUnaligned(fromByteOffset: place, as: Block.self),
                    raw.loadUnaligned(fromByteOffset: place &+ 1, as: Block.self),
                    raw.loadUnaligned(fromByteOffset: place &+ 2, as: Block.self))
            place &+= 16
        }
        let words = unsafeBitCast(doubts, to: SIMD2<UInt64>.self)
        guard words[0] | words[1] == 0 else { return false }
        // The rest is read from the start of a character on.
        while place > 0, place < text.count, text[place] & 0xC0 == 0x80 { place &-= 1 }
        return restIsPlain(text, from: place)
    }

    /// Where a character begins that may be none of such a text; never inside a character.
    @inline(__always)
    private static func doubts(_ lead: Block, _ second: Block, _ third: Block) -> Mask {
        let ascii: Mask = (lead .<= all(0x20)) .| (lead .== all(0x22)) .| (lead .== all(0x5C)) .| (lead .== all(0x7F))
        // General punctuation without white space, separators and controls of direction: dashes, quotation marks, …
        let hasPlainTail: Mask = (second .== all(0x80)) .& ((third &- all(0x90)) .< all(0x18))
        let punctuation: Mask = (lead .== all(0xE2)) .& hasPlainTail
        let short: Mask = (lead .>= all(0xC0)) .& (lead .< all(0xE3)) .& .!punctuation
        let space: Mask = (lead .== all(0xE3)) .& (second .== all(0x80)) .& (third .== all(0x80))
        let byteOrderMark: Mask = (lead .== all(0xEF)) .& (second .== all(0xBB))
        return ascii .| short .| space .| byteOrderMark .| (lead .>= all(0xF0))
    }

    @inline(__always)
    private static func all(_ byte: UInt8) -> Block { Block(repeating: byte) }

    private static func restIsPlain(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        var place = start
        while place < text.count {
            let lead = text[place]
            if lead >= 0xE4, lead <= 0xE9 {
                place &+= 3
                continue
            }
            guard place + 2 < text.count || lead < 0x80 else { return false }
            switch lead {
            case 0x21, 0x23...0x5B, 0x5D...0x7E: place &+= 1
            case 0xE2 where text[place &+ 1] == 0x80 && (0x90...0xA7).contains(text[place &+ 2]): place &+= 3
            case 0xE3 where text[place &+ 1] != 0x80 || text[place &+ 2] != 0x80: place &+= 3
            case 0xEF where text[place &+ 1] != 0xBB: place &+= 3
            default: return false
            }
        }
        return true
    }
}
