import RegulationModel

/// Bytes that are written one after the other: memory of its own, which grows and is freed with it.
struct ByteBuffer: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Number of bytes written.
    private(set) var count = 0

    private static let least = 256
    /// Digits of the largest integer, and a sign.
    private static let longestInteger = 20

    init(capacity: Int) {
        self.capacity = max(capacity, Self.least)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// A copy of what was written.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if count &+ more > capacity { grow(more) }
    }

    private mutating func grow(_ more: Int) {
        let wider = max(capacity * 2, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: wider)
        moved.moveInitialize(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = wider
    }

    /// Adds a byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count &+= 1
    }

    /// Adds a word of the program.
    @inline(__always)
    mutating func append(_ word: StaticString) {
        let length = word.utf8CodeUnitCount
        reserve(length)
        (base + count).update(from: word.utf8Start, count: length)
        count &+= length
    }

    /// Adds bytes.
    @inline(__always)
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let start = piece.baseAddress else { return }
        reserve(piece.count)
        (base + count).update(from: start, count: piece.count)
        count &+= piece.count
    }

    /// Adds an integer in digits.
    @inline(__always)
    mutating func append(integer value: Int) {
        reserve(Self.longestInteger)
        var rest = value.magnitude
        if value < 0 { append(UInt8(ascii: "-")) }
        var end = count
        var lengths = rest
        repeat {
            end &+= 1
            lengths /= 10
        } while lengths > 0
        var place = end
        repeat {
            place &-= 1
            base[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while place > count
        count = end
    }

    /// Adds so many spaces.
    mutating func appendSpaces(_ number: Int) {
        for _ in 0..<number { append(0x20) }
    }
}
