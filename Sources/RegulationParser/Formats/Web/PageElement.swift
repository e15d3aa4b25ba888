/// Elements of a page and what they hold.
struct PageElement {
    let text: PageText
    let units: [PageUnit]

    /// An element and the units in it.
    struct Found {
        let node: Int
        let units: Range<Int>
    }

    /// The innermost element that holds at least `share` of the weights, and more than one line that has any; of those
    /// around it the first that is whole.
    func holding(_ weights: [Int], share: Double, isWhole: (Found) -> Bool) -> Found {
        let nodes = text.nodes
        var sums = [Int](repeating: 0, count: nodes.count)
        var holders = [Int](repeating: 0, count: nodes.count)
        for (index, unit) in units.enumerated() where weights[index] > 0 {
            sums[Int(unit.node)] += weights[index]
            holders[Int(unit.node)] += 1
        }
        for index in nodes.indices.reversed() where index > 0 {
            sums[Int(nodes[index].parent)] += sums[index]
            holders[Int(nodes[index].parent)] += holders[index]
        }
        let needed = share * Double(sums[0])
        let several = min(2, holders[0])
        // A parent stands before its children: the last one that suffices is the innermost, since two that do not
        // hold each other cannot both have more than half.
        var node = nodes.indices.last { Double(sums[$0]) >= needed && holders[$0] >= several } ?? 0
        var found = Found(node: node, units: units(below: node))
        // An element that holds no more of them than the one in it is as little whole.
        while node > 0, !isWhole(found) {
            let held = sums[node]
            repeat { node = Int(nodes[node].parent) } while node > 0 && sums[node] == held
            found = Found(node: node, units: units(below: node))
        }
        return found
    }

    private func units(below node: Int) -> Range<Int> {
        guard node > 0 else { return units.indices }
        var isBelow = [Bool](repeating: false, count: text.nodes.count)
        isBelow[node] = true
        for index in text.nodes.indices where index > node { isBelow[index] = isBelow[Int(text.nodes[index].parent)] }
        guard let first = units.firstIndex(where: { isBelow[Int($0.node)] }),
            let last = units.lastIndex(where: { isBelow[Int($0.node)] })
        else { return units.indices }
        return first..<(last + 1)
    }

    /// A number for the elements between a unit and an element around it.
    func path(of unit: Int, below node: Int) -> UInt64 {
        var path: UInt64 = 1
        var index = Int(units[unit].node)
        while index > node {
            path = path &* 0x100_0000_01B3 ^ text.nodes[index].step
            index = Int(text.nodes[index].parent)
        }
        return path
    }
}
