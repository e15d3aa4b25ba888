/// A tree of sequences of symbols; finds all sequences that stand in a text.
struct SymbolTree: Sendable {
    private struct Node {
        /// The least and the largest of the terms that end here, as places in `terms`; -1 for none.
        var first: Int32 = -1
        var last: Int32 = -1
        /// Whether an edge leaves it.
        var goesOn = false
    }

    /// Where each small symbol leads from the root; 0 for nowhere. Most symbols of a text begin nothing.
    private var roots: [UInt32] = []
    private var edges = EdgeTable()
    private var nodes = [Node()]
    private var terms: [Int32] = []
    /// For each place in `terms` the next one of the same node; -1 for none.
    private var nextTerms: [Int32] = []

    /// Whether a sequence begins with a symbol that is not among the roots.
    private var hasFarRoots = false
    /// Symbols from here on are not among the roots.
    private static let mostRoots: UInt32 = 1 << 16

    /// Adds a sequence that stands for a term.
    mutating func insert(_ symbols: some Sequence<UInt32>, _ term: Int) {
        var node: UInt32 = 0
        for symbol in symbols {
            let fresh = UInt32(nodes.count)
            let parent = node
            node = edges.target(from: parent, by: symbol, orElse: fresh)
            guard node == fresh else { continue }
            nodes.append(Node())
            nodes[Int(parent)].goesOn = true
            if parent == 0 { addRoot(symbol, to: fresh) }
        }
        add(Int32(truncatingIfNeeded: term), to: Int(node))
    }

    /// Adds a term among those of a node, which rise.
    private mutating func add(_ term: Int32, to node: Int) {
        let last = nodes[node].last
        // Most terms come in their order.
        let isLast = last >= 0 && terms[Int(last)] < term
        var before = isLast ? Int(last) : nil
        var next = isLast ? -1 : nodes[node].first
        while next >= 0, terms[Int(next)] < term {
            before = Int(next)
            next = nextTerms[Int(next)]
        }
        guard next < 0 || terms[Int(next)] != term else { return }
        let place = Int32(truncatingIfNeeded: terms.count)
        terms.append(term)
        nextTerms.append(next)
        if let before { nextTerms[before] = place } else { nodes[node].first = place }
        if next < 0 { nodes[node].last = place }
    }

    private mutating func addRoot(_ symbol: UInt32, to node: UInt32) {
        guard symbol < Self.mostRoots else {
            hasFarRoots = true
            return
        }
        let place = Int(symbol)
        if place >= roots.count { roots += repeatElement(0, count: max(place + 1, roots.count * 2) - roots.count) }
        roots[place] = node
    }

    /// All sequences in a text, overlapping ones too, in order of place, length and term.
    func matches(_ symbols: [UInt32]) -> [TermIndex.Match] {
        var result: [TermIndex.Match] = []
        symbols.withUnsafeBufferPointer { symbols in
            forEachMatch(symbols.count, { symbols[$0] }) { term, range in
                result.append(TermIndex.Match(term: term, range: range))
            }
        }
        return result
    }

    /// The same, one by one, in a text of `count` symbols.
    @inline(__always)
    func forEachMatch(_ count: Int, _ symbol: (Int) -> UInt32, _ body: (_ term: Int, _ range: Range<Int>) -> Void) {
        roots.withUnsafeBufferPointer { roots in
            for start in 0..<count {
                let first = Int(symbol(start))
                var node = first < roots.count ? roots[first] : hasFarRoots ? target(from: 0, by: symbol(start)) : 0
                var end = start + 1
                while node != 0 {
                    let met = nodes[Int(node)]
                    var place = Int(met.first)
                    while place >= 0 {
                        body(Int(terms[place]), start..<end)
                        place = Int(nextTerms[place])
                    }
                    node = met.goesOn && end < count ? target(from: node, by: symbol(end)) : 0
                    end += 1
                }
            }
        }
    }

    /// The next node; the root, where no edge leads, for none.
    private func target(from node: UInt32, by symbol: UInt32) -> UInt32 { edges.target(from: node, by: symbol) ?? 0 }
}

/// Where an edge leads, by the node it leaves and its symbol: a table with open addresses. It is looked up and never
/// gone through, so that its order is nobody's order.
struct EdgeTable: Sendable {
    /// An edge, its node and symbol as one number and 1 more; 0 for a free place.
    private typealias Edge = (key: UInt64, target: UInt32)
    private var edges = [Edge](repeating: (0, 0), count: 64)
    private var count = 0
    private var shift: UInt64 = 64 - 6

    func target(from node: UInt32, by symbol: UInt32) -> UInt32? {
        let key = Self.key(node, symbol)
        let edge = edges[place(of: key)]
        return edge.key == key ? edge.target : nil
    }

    /// Where the edge leads; a new one leads to `fresh`.
    mutating func target(from node: UInt32, by symbol: UInt32, orElse fresh: UInt32) -> UInt32 {
        let key = Self.key(node, symbol)
        let place = place(of: key)
        if edges[place].key == key { return edges[place].target }
        edges[place] = (key, fresh)
        count += 1
        if count * 2 > edges.count { grow() }
        return fresh
    }

    private static func key(_ node: UInt32, _ symbol: UInt32) -> UInt64 { (UInt64(node) << 32 | UInt64(symbol)) &+ 1 }

    /// Where a key stands, or would stand. The multiplier is 2⁶⁴ divided by the golden ratio.
    private func place(of key: UInt64) -> Int {
        edges.withUnsafeBufferPointer { edges in
            var place = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
            while edges[place].key != 0, edges[place].key != key { place = (place + 1) & (edges.count - 1) }
            return place
        }
    }

    private mutating func grow() {
        let filled = edges
        edges = [Edge](repeating: (0, 0), count: filled.count * 2)
        shift -= 1
        for edge in filled where edge.key != 0 { edges[place(of: edge.key)] = edge }
    }
}
