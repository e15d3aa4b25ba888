/// Bytes that are written one after the other, into memory that is lent to it while it suffices, else into its own.
struct ByteBuffer: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// True where the memory grew, and is freed with the buffer.
    private var isOwn: Bool
    /// Number of bytes written.
    private(set) var count = 0

    private static let least = 256

    private init(base: UnsafeMutablePointer<UInt8>, capacity: Int, isOwn: Bool) {
        self.base = base
        self.capacity = capacity
        self.isOwn = isOwn
    }

    init() { self.init(base: .allocate(capacity: Self.least), capacity: Self.least, isOwn: true) }

    deinit {
        if isOwn { base.deallocate() }
    }

    /// The bytes that `body` writes; they are not copied where they are as many as expected.
    static func bytes(expecting expected: Int, _ body: (consuming ByteBuffer) -> ByteBuffer) -> [UInt8] {
        var grown: [UInt8]?
        let lent = [UInt8](unsafeUninitializedCapacity: max(expected, least)) { memory, count in
            guard let start = memory.baseAddress else { return }
            let buffer = body(ByteBuffer(base: start, capacity: memory.count, isOwn: false))
            if buffer.isOwn { grown = buffer.bytes } else { count = buffer.count }
        }
        return grown ?? lent
    }

    /// A copy of what was written.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

    /// Adds what `write` puts into a room of so many bytes at most: one look at the capacity for all of it.
    @inline(__always)
    mutating func append(most: Int, _ write: (inout ByteRoom) -> Void) {
        if most > capacity &- count { grow(most) }
        var room = ByteRoom(start: base + count)
        write(&room)
        let written = room.end - (base + count)
        precondition(written <= most)
        count &+= written
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let wider = max(capacity * 2, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: wider)
        moved.moveInitialize(from: base, count: count)
        if isOwn { base.deallocate() }
        base = moved
        capacity = wider
        isOwn = true
    }

    /// Adds a byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) { append(most: 1) { $0.append(byte) } }

    /// Adds a word of the program.
    @inline(__always)
    mutating func append(_ word: StaticString) { append(most: word.utf8CodeUnitCount) { $0.append(word) } }

    /// Adds bytes.
    @inline(__always)
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) { append(most: piece.count) { $0.append(piece) } }

    /// Adds so many spaces.
    mutating func appendSpaces(_ number: Int) {
        for _ in 0..<number { append(0x20) }
    }
}

/// A place in a buffer where bytes are written one after the other. Whoever asked for it knows how many there can be.
struct ByteRoom {
    /// Where the next byte stands.
    private(set) var end: UnsafeMutablePointer<UInt8>

    /// Digits of the largest integer, and a sign.
    static let longestInteger = 20

    @inline(__always)
    fileprivate init(start: UnsafeMutablePointer<UInt8>) { end = start }

    /// Adds a byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        end.pointee = byte
        end += 1
    }

    /// Adds a word of the program; a short one becomes a few stores.
    @inline(__always)
    mutating func append(_ word: StaticString) {
        end.update(from: word.utf8Start, count: word.utf8CodeUnitCount)
        end += word.utf8CodeUnitCount
    }

    /// Adds bytes.
    @inline(__always)
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let start = piece.baseAddress else { return }
        end.update(from: start, count: piece.count)
        end += piece.count
    }

    /// Adds what `write` puts at the place; it gives the number of bytes.
    @inline(__always)
    mutating func append(most: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
        end += write(UnsafeMutableBufferPointer(start: end, count: most))
    }

    /// Adds an integer in digits.
    @inline(__always)
    mutating func append(integer value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        let rest = value.magnitude
        if rest < 10 { return append(0x30 &+ UInt8(truncatingIfNeeded: rest)) }
        end = Self.write(rest, at: end)
    }

    /// Writes two digits or more; gives where they end. Lines, columns and most offsets have four at most.
    private static func write(_ value: UInt, at start: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        guard value >= 10_000 else { return writeShort(UInt32(truncatingIfNeeded: value), at: start) }
        guard value >= 100_000_000 else {
            let ends = UInt32(truncatingIfNeeded: value)
            let high = ends / 10_000
            let next: UnsafeMutablePointer<UInt8>
            if high < 10 {
                start.pointee = 0x30 &+ UInt8(truncatingIfNeeded: high)
                next = start + 1
            } else {
                next = writeShort(high, at: start)
            }
            let low = ends &- high &* 10_000
            pair(low / 100, at: next)
            pair(low % 100, at: next + 2)
            return next + 4
        }
        return writeLong(value, at: start)
    }

    /// Two digits to four.
    @inline(__always)
    private static func writeShort(
        _ value: UInt32, at start: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        let hundreds = value / 100
        let rest = value &- hundreds &* 100
        guard hundreds > 0 else {
            pair(rest, at: start)
            return start + 2
        }
        guard hundreds >= 10 else {
            start.pointee = 0x30 &+ UInt8(truncatingIfNeeded: hundreds)
            pair(rest, at: start + 1)
            return start + 3
        }
        pair(hundreds, at: start)
        pair(rest, at: start + 2)
        return start + 4
    }

    @inline(__always)
    private static func pair(_ value: UInt32, at place: UnsafeMutablePointer<UInt8>) {
        place.update(from: pairs.utf8Start + 2 &* Int(value), count: 2)
    }

    private static func writeLong(_ value: UInt, at start: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        let end = start + digits(of: value)
        var place = end
        var rest = value
        while rest >= 10 {
            let hundreds = rest / 100
            place -= 2
            place.update(from: pairs.utf8Start + 2 * Int(rest &- hundreds &* 100), count: 2)
            rest = hundreds
        }
        if place > start { start.pointee = 0x30 &+ UInt8(truncatingIfNeeded: rest) }
        return end
    }

    private static func digits(of value: UInt) -> Int {
        var digits = 1
        var rest = value / 10
        while rest > 0 {
            digits &+= 1
            rest /= 10
        }
        return digits
    }

    /// 00 to 99.
    private static var pairs: StaticString {
        """
        0001020304050607080910111213141516171819\
        2021222324252627282930313233343536373839\
        4041424344454647484950515253545556575859\
        6061626364656667686970717273747576777879\
        8081828384858687888990919293949596979899
        """
    }
}
