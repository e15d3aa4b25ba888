/// Says in words why two provisions are linked.
struct LinkReasons: Sendable {
    let base: WitnessUnits
    let other: WitnessUnits
    /// Articles linked as main, to say that neighbours are.
    let linked: Set<[Int]>

    init(base: WitnessUnits, other: WitnessUnits, pairs: [LinkDecision.Pair]) {
        self.base = base
        self.other = other
        linked = Set(pairs.filter { $0.strength == .main }.map { [$0.row, $0.column] })
    }

    /// The reasons for a pair of articles, the strongest kind first.
    func reasons(_ pair: LinkDecision.Pair, shared: [String], bridge: String?) -> [String] {
        var reasons: [String] = []
        if !shared.isEmpty { reasons.append("shares " + shared.joined(separator: ", ")) }
        if let lists = lists(pair.row, pair.column) { reasons.append(lists) }
        let functions = base.functions[pair.row].filter { other.functions[pair.column].contains($0) }
        if !functions.isEmpty {
            let names = functions.prefix(Self.mostFunctions).map { ProvisionFunction.all[$0].name }
            reasons.append("both on " + names.joined(separator: ", "))
        }
        let numbers = base.quantities[pair.row].filter { other.quantities[pair.column].contains($0) }
        if !numbers.isEmpty { reasons.append("both say " + numbers.map(String.init).joined(separator: ", ")) }
        let heading = base.headings[pair.row]
        if !heading.isEmpty, heading == other.headings[pair.column] { reasons.append("same chapter heading") }
        if linked.contains([pair.row - 1, pair.column - 1]) || linked.contains([pair.row + 1, pair.column + 1]) {
            reasons.append("neighbours linked")
        }
        if let bridge { reasons.append("by way of " + bridge) }
        return reasons
    }

    private static let mostFunctions = 2

    private func lists(_ row: Int, _ column: Int) -> String? {
        let lengths = [base.listLengths[row], other.listLengths[column]].sorted()
        guard lengths[0] > 1 else { return nil }
        return lengths[0] == lengths[1] ? "both lists of \(lengths[0])" : "lists of \(lengths[0]) and \(lengths[1])"
    }
}
