/// The best of many, as they come: the highest scores, of equal ones those that came first.
struct BestOf<Value: Sendable>: Sendable {
    private let limit: Int
    private(set) var items: [(score: Double, value: Value)] = []

    init(_ limit: Int) { self.limit = limit }

    /// Takes one, and lets the worst go where there are more than the limit.
    mutating func add(_ value: Value, score: Double) {
        guard limit > 0, items.count < limit || score > items[items.count - 1].score else { return }
        let place = items.firstIndex { $0.score < score } ?? items.count
        items.insert((score, value), at: place)
        if items.count > limit { items.removeLast() }
    }
}
