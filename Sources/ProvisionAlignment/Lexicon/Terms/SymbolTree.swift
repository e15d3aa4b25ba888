/// A tree of sequences of symbols; finds all sequences that stand in a text.
struct SymbolTree: Sendable {
    private var edges = EdgeTable()
    /// For each node the first and the last of the terms that end there, as places in `terms`; -1 for none.
    private var firstTerms: [Int32] = [-1]
    private var lastTerms: [Int32] = [-1]
    private var terms: [Int32] = []
    /// For each place in `terms` the next one of the same node; -1 for none.
    private var nextTerms: [Int32] = []

    /// Adds a sequence that stands for a term.
    mutating func insert(_ symbols: some Sequence<UInt32>, _ term: Int) {
        var node: UInt32 = 0
        for symbol in symbols {
            let fresh = UInt32(firstTerms.count)
            node = edges.target(from: node, by: symbol, orElse: fresh)
            guard node == fresh else { continue }
            firstTerms.append(-1)
            lastTerms.append(-1)
        }
        let last = Int(lastTerms[Int(node)])
        guard last < 0 || terms[last] != term else { return }
        let place = Int32(terms.count)
        terms.append(Int32(term))
        nextTerms.append(-1)
        if last < 0 { firstTerms[Int(node)] = place } else { nextTerms[last] = place }
        lastTerms[Int(node)] = place
    }

    /// All sequences in a text, overlapping ones too, in order of place, length and insertion.
    func matches(_ symbols: [UInt32]) -> [TermIndex.Match] {
        var result: [TermIndex.Match] = []
        forEachMatch(symbols) { result.append($0) }
        return result
    }

    /// The same, one by one.
    @inline(__always)
    func forEachMatch(_ symbols: [UInt32], _ body: (TermIndex.Match) -> Void) {
        for start in symbols.indices {
            var node: UInt32 = 0
            var end = start
            while end < symbols.count, let next = edges.target(from: node, by: symbols[end]) {
                node = next
                end += 1
                var place = Int(firstTerms[Int(node)])
                while place >= 0 {
                    body(TermIndex.Match(term: Int(terms[place]), range: start..<end))
                    place = Int(nextTerms[place])
                }
            }
        }
    }
}

/// Where an edge leads, by the node it leaves and its symbol: a table with open addresses. It is looked up and never
/// gone through, so that its order is nobody's order.
struct EdgeTable: Sendable {
    /// Node and symbol, plus 1; 0 for a free place.
    private var keys = [UInt64](repeating: 0, count: 64)
    private var targets = [UInt32](repeating: 0, count: 64)
    private var count = 0
    private var shift: UInt64 = 64 - 6

    func target(from node: UInt32, by symbol: UInt32) -> UInt32? {
        let key = Self.key(node, symbol)
        let place = place(of: key)
        return keys[place] == key ? targets[place] : nil
    }

    /// Where the edge leads; a new one leads to `fresh`.
    mutating func target(from node: UInt32, by symbol: UInt32, orElse fresh: UInt32) -> UInt32 {
        let key = Self.key(node, symbol)
        let place = place(of: key)
        if keys[place] == key { return targets[place] }
        keys[place] = key
        targets[place] = fresh
        count += 1
        if count * 2 > keys.count { grow() }
        return fresh
    }

    private static func key(_ node: UInt32, _ symbol: UInt32) -> UInt64 { (UInt64(node) << 32 | UInt64(symbol)) &+ 1 }

    /// Where a key stands, or would stand. The multiplier is 2⁶⁴ divided by the golden ratio.
    private func place(of key: UInt64) -> Int {
        keys.withUnsafeBufferPointer { keys in
            var place = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
            while keys[place] != 0, keys[place] != key { place = (place + 1) & (keys.count - 1) }
            return place
        }
    }

    private mutating func grow() {
        let (filled, leading) = (keys, targets)
        keys = [UInt64](repeating: 0, count: filled.count * 2)
        targets = [UInt32](repeating: 0, count: filled.count * 2)
        shift -= 1
        for (key, target) in zip(filled, leading) where key != 0 {
            let place = place(of: key)
            keys[place] = key
            targets[place] = target
        }
    }
}
