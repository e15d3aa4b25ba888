import RegulationModel

/// Says once which levels of government act otherwise in provisions that were compared at once: where an act names the
/// level in each of five paragraphs and the other in none, a reader learns it from one line.
struct LevelSummary {
    let base: Regulation
    let other: Regulation

    /// The differences, those of levels as one.
    func summed(_ differences: [NormDifference]) -> [NormDifference] {
        let levels = differences.filter { $0.reason == .levels && !$0.isDoubtful }
        guard let first = levels.first else { return differences }
        let sum = NormDifference(
            kind: first.kind, reason: first.reason, baseProvision: first.baseProvision,
            base: named(levels.flatMap(\.base), base), otherProvision: first.otherProvision,
            other: named(levels.flatMap(\.other), other), isDoubtful: false)
        return differences.filter { $0.reason != .levels || $0.isDoubtful } + [sum]
    }

    /// Each name once, the whole of it where another one is its beginning.
    private func named(_ spans: [ByteSpan], _ regulation: Regulation) -> [ByteSpan] {
        let outer = spans.filter { span in !spans.contains { $0 != span && $0.contains(span) } }
        var said: Set<String> = []
        return outer.sorted().filter { said.insert(regulation.source.flowed([$0])).inserted }
    }
}
