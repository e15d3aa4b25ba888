/// Passages as sets of Chinese units and of stems, numbered, each in rising order.
struct PassageBags {
    struct Bag {
        let units: [Int32]
        let stems: [Int32]
    }

    private(set) var bags: [Bag] = []
    /// The units in the order in which they were met.
    private(set) var keys: [UInt32] = []

    /// The passages of statutes; stems that stand in fewer than `leastArticles` articles are left out.
    init(_ statutes: [ParallelStatutes.Statute], unit: ChineseUnit, stemFrequencies: [Int32], leastArticles: Int32) {
        var numbers: [UInt32: Int32] = [:]
        for passage in statutes.lazy.flatMap(\.articles).joined() {
            var units: [Int32] = []
            for key in passage.chinese.flatMap(unit.keys) {
                if let known = numbers[key] {
                    units.append(known)
                } else {
                    numbers[key] = Int32(keys.count)
                    units.append(Int32(keys.count))
                    keys.append(key)
                }
            }
            let stems = passage.english.filter { stemFrequencies[Int($0)] >= leastArticles }
            guard !units.isEmpty, !stems.isEmpty else { continue }
            bags.append(Bag(units: Self.distinct(units), stems: Self.distinct(stems)))
        }
    }

    private static func distinct(_ numbers: [Int32]) -> [Int32] {
        var result: [Int32] = []
        for number in numbers.sorted() where result.last != number { result.append(number) }
        return result
    }
}
