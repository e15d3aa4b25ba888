/// Numbers keys from 0 in the order in which they are first met.
///
/// A table with open addresses; it is looked up and never gone through, so that its order is nobody's order.
struct KeyNumbers: Sendable {
    /// The keys met, by their numbers.
    private(set) var keys: [UInt64] = []
    private var slots: [Int32]

    /// - Parameter capacity: about how many keys are expected.
    init(capacity: Int) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
    }

    /// The number of a key; nil where it was not met.
    @inline(__always)
    func number(of key: UInt64) -> Int? {
        let number = slots.withUnsafeBufferPointer { slots in
            keys.withUnsafeBufferPointer { keys in Int(slots[Self.slot(of: key, slots, keys)]) }
        }
        return number >= 0 ? number : nil
    }

    /// The number of a key, and whether it is a new one.
    @inline(__always)
    mutating func number(adding key: UInt64) -> (number: Int, isNew: Bool) {
        let slot = slots.withUnsafeBufferPointer { slots in
            keys.withUnsafeBufferPointer { keys in Self.slot(of: key, slots, keys) }
        }
        let known = Int(slots[slot])
        if known >= 0 { return (known, false) }
        add(key, slot)
        return (keys.count - 1, true)
    }

    @inline(never)
    private mutating func add(_ key: UInt64, _ slot: Int) {
        slots[slot] = Int32(truncatingIfNeeded: keys.count)
        keys.append(key)
        guard keys.count * 2 > slots.count else { return }
        var grown = [Int32](repeating: -1, count: slots.count * 2)
        for (number, key) in keys.enumerated() {
            var slot = Self.first(key) & (grown.count - 1)
            while grown[slot] >= 0 { slot = (slot + 1) & (grown.count - 1) }
            grown[slot] = Int32(truncatingIfNeeded: number)
        }
        slots = grown
    }

    /// Where a key stands, or would stand.
    @inline(__always)
    private static func slot(
        of key: UInt64, _ slots: UnsafeBufferPointer<Int32>, _ keys: UnsafeBufferPointer<UInt64>
    ) -> Int {
        let mask = slots.count - 1
        var slot = first(key) & mask
        while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & mask }
        return slot
    }

    /// The multiplier is 2⁶⁴ divided by the golden ratio.
    @inline(__always)
    private static func first(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 29)
    }
}
