#if canImport(Glibc)
    import Glibc
#endif

/// One conversion of the C library into UTF-8, closed when it goes out of use.
struct Conversion: ~Copyable {
    /// What stopped a conversion.
    enum Stop {
        /// The input is used up.
        case end
        /// Bytes at this offset of the input are no character of the encoding, or break off.
        case badBytes(Int)
    }

    private let handle: iconv_t
    private let buffer: UnsafeMutableBufferPointer<UInt8>

    /// Size of the buffer through which converted bytes go.
    private static let bufferSize = 65_536

    /// Nil where the C library does not have the conversion.
    init?(from name: String) {
        guard let opened = iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else { return nil }
        handle = opened
        buffer = .allocate(capacity: Self.bufferSize)
    }

    deinit {
        iconv_close(handle)
        buffer.deallocate()
    }

    /// Converts `input` from `start` up to `end`, adding UTF-8 to `output`; stops at the first bad byte.
    func convert(_ input: [UInt8], from start: Int, to end: Int, into output: inout [UInt8]) -> Stop {
        guard start < end else { return .end }
        // Nothing of an earlier call stays in the conversion.
        _ = iconv(handle, nil, nil, nil, nil)
        return input.withUnsafeBytes { raw in
            // iconv takes a mutable pointer and writes nothing through it (POSIX.1-2017, iconv).
            var source = UnsafeMutableRawPointer(mutating: raw.baseAddress)?.advanced(by: start)
                .assumingMemoryBound(to: CChar.self)
            var left = end - start
            while left > 0 {
                var target = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
                var room = Self.bufferSize
                let result = iconv(handle, &source, &left, &target, &room)
                let failure = errno
                output.append(contentsOf: buffer[..<(Self.bufferSize - room)])
                guard result == -1 else { break }
                guard failure == E2BIG else { return .badBytes(end - left) }
            }
            return .end
        }
    }
}

/// A conversion that is opened when it is first needed, and kept.
final class LateConversion {
    private let name: String
    private var isOpened = false
    private var conversion: Conversion?

    init(from name: String) { self.name = name }

    /// The character that the bytes from `start` to `end` are; nil where they are none.
    func character(_ input: [UInt8], from start: Int, to end: Int) -> [UInt8]? {
        if !isOpened {
            conversion = Conversion(from: name)
            isOpened = true
        }
        var character: [UInt8] = []
        switch conversion?.convert(input, from: start, to: end, into: &character) {
        case .end: return character
        case .badBytes, nil: return nil
        }
    }
}
