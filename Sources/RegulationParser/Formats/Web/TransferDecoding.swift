/// How the bytes of a part of a message are written (RFC 2045, §6).
enum TransferEncoding {
    case plain, quotedPrintable, base64

    init(_ name: String?) {
        switch name?.filter({ !$0.isWhitespace }).lowercased() {
        case "quoted-printable": self = .quotedPrintable
        case "base64": self = .base64
        default: self = .plain
        }
    }

    /// The bytes that are meant, and how many of those written cannot be.
    func decoded(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], faults: Int) {
        switch self {
        case .plain: (Array(bytes), 0)
        case .quotedPrintable: Self.quotedPrintable(bytes)
        case .base64: Self.base64(bytes)
        }
    }

    /// `=E6` is a byte, `=` at a line's end joins the lines. A faulty sequence stays as it is written.
    private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], faults: Int) {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var faults = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            guard byte == 0x3D else {
                output.append(byte)
                continue
            }
            if index + 1 < bytes.endIndex, let high = hexadecimal(bytes[index]), let low = hexadecimal(bytes[index + 1])
            {
                output.append(high << 4 | low)
                index += 2
            } else if let next = behindSoftBreak(index, bytes) {
                index = next
            } else {
                output.append(byte)
                faults += 1
            }
        }
        return (output, faults)
    }

    private static func behindSoftBreak(_ index: Int, _ bytes: ArraySlice<UInt8>) -> Int? {
        var index = index
        while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        guard index < bytes.endIndex else { return index }
        if bytes[index] == 0x0A { return index + 1 }
        guard bytes[index] == 0x0D else { return nil }
        return index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A ? index + 2 : index + 1
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    private static func base64(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], faults: Int) {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count / 4 * 3)
        var faults = 0
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes where byte > 0x20 && byte != 0x3D {
            guard let value = sixBits(byte) else {
                faults += 1
                continue
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return (output, faults)
    }

    private static func sixBits(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte) - 0x41
        case 0x61...0x7A: UInt32(byte) - 0x61 + 26
        case 0x30...0x39: UInt32(byte) - 0x30 + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }
}
