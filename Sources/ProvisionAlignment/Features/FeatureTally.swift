/// Counts the features of one unit after the other, and gives each feature a number when it is first met.
struct FeatureTally {
    /// The features met, by their numbers.
    private(set) var keys: [UInt64] = []
    /// False where features that were not met before are passed over.
    var isOpen = true
    private var slots: [Int32]
    private var sums: [Float] = []
    private var met: [Int32] = []

    /// - Parameter capacity: about how many features are expected.
    init(capacity: Int) {
        var size = 1024
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
    }

    /// Counts a feature of the unit at hand.
    @inline(__always)
    mutating func add(_ key: UInt64, _ weight: Float) {
        guard let number = number(of: key) else { return }
        if sums[number] == 0 { met.append(Int32(truncatingIfNeeded: number)) }
        sums[number] += weight
    }

    /// The features counted since the last unit, in the order in which they were met.
    mutating func unit() -> FeatureBag {
        let bag = FeatureBag(ids: met, counts: met.map { sums[Int($0)] })
        for number in met { sums[Int(number)] = 0 }
        met.removeAll(keepingCapacity: true)
        return bag
    }

    @inline(__always)
    private mutating func number(of key: UInt64) -> Int? {
        let mask = slots.count - 1
        var place = Self.place(key) & mask
        while slots[place] >= 0 {
            let number = Int(slots[place])
            if keys[number] == key { return number }
            place = (place + 1) & mask
        }
        guard isOpen else { return nil }
        slots[place] = Int32(truncatingIfNeeded: keys.count)
        keys.append(key)
        sums.append(0)
        if keys.count * 2 > slots.count { grow() }
        return keys.count - 1
    }

    @inline(__always)
    private static func place(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 29)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for (number, key) in keys.enumerated() {
            var place = Self.place(key) & mask
            while slots[place] >= 0 { place = (place + 1) & mask }
            slots[place] = Int32(truncatingIfNeeded: number)
        }
    }
}
