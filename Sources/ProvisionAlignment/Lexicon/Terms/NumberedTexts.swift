/// Numbers short texts by their bytes, from 0 in the order of their first appearance.
///
/// A table with open addresses over FNV-1a: dictionaries of strings took half the time of reading a term table. It is
/// looked up and never gone through, so that its order is nobody's order.
struct NumberedTexts: Sendable {
    private var bytes: [UInt8] = []
    private var starts = [0]
    private var hashes: [UInt64] = []
    /// Number of the text at each place, plus 1; 0 for a free place.
    private var slots = [UInt32](repeating: 0, count: 64)

    /// How many texts have a number.
    var count: Int { hashes.count }

    /// The number of a text; nil where it has none.
    func number(of text: String) -> Int? {
        var text = text
        return text.withUTF8(number(of:))
    }

    /// The number of a text; nil where it has none.
    func number(of text: UnsafeBufferPointer<UInt8>) -> Int? { number(of: text, Self.hash(text)).number }

    /// The text of a number.
    func text(_ number: Int) -> String {
        String(decoding: bytes[starts[number]..<starts[number + 1]], as: UTF8.self)
    }

    /// The bytes of the text of a number.
    func withText<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            body(UnsafeBufferPointer(rebasing: bytes[starts[number]..<starts[number + 1]]))
        }
    }

    /// The numbers of all texts in the order of their bytes.
    func ascendingOrder() -> [Int32] {
        // The first eight bytes decide nearly always, and numbers are compared fast.
        let keys = (0..<count).map { number in
            withText(number) { bytes in
                (0..<8).reduce(UInt64(0)) { $0 << 8 | ($1 < bytes.count ? UInt64(bytes[$1]) : 0) }
            }
        }
        return (0..<Int32(truncatingIfNeeded: count)).sorted { a, b in
            if keys[Int(a)] != keys[Int(b)] { return keys[Int(a)] < keys[Int(b)] }
            return withText(Int(a)) { first in withText(Int(b)) { first.lexicographicallyPrecedes($0) } }
        }
    }

    /// The number of a text, a new one where it had none.
    mutating func number(adding text: String) -> (number: Int, isNew: Bool) {
        var text = text
        return text.withUTF8 { number(adding: $0) }
    }

    /// The number of a text, a new one where it had none.
    mutating func number(adding text: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        let hash = Self.hash(text)
        let (known, place) = number(of: text, hash)
        if let known { return (known, false) }
        bytes.append(contentsOf: text)
        starts.append(bytes.count)
        hashes.append(hash)
        slots[place] = UInt32(count)
        if count * 2 > slots.count { grow() }
        return (count - 1, true)
    }

    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash ^ hash >> 32
    }

    /// The number of a text, and its place, or where it would have it.
    private func number(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> (number: Int?, place: Int) {
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place] != 0 {
            let number = Int(slots[place]) - 1
            if hashes[number] == hash, isText(number, text) { return (number, place) }
            place = (place + 1) & (slots.count - 1)
        }
        return (nil, place)
    }

    private func isText(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = starts[number]
        guard starts[number + 1] - start == text.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for place in 0..<text.count where bytes[start + place] != text[place] { return false }
            return true
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in hashes.indices {
            var place = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = UInt32(number + 1)
        }
    }
}
