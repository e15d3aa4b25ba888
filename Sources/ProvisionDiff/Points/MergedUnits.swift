import RegulationModel

/// Paragraphs of one text that the other prints as one: a drafter who joins two paragraphs takes nothing away.
///
/// A paragraph without an answer joins the one beside it, where the answer of that one says what it says too.
struct MergedUnits {
    let own: [UnitMatching.Candidate]
    let facing: [UnitMatching.Candidate]
    /// The facing unit of each own one that has an answer.
    let answers: [Int: Int]

    // Both by reading acts on auxiliaries, dogs and smoking: paragraphs that stand in another keep two thirds of their words
    // and more, those of another matter less than a third.

    /// Share of a paragraph's tokens and neighbours that have to stand in the answer.
    private static let leastHeld = 0.55
    /// Tokens of the shortest paragraph that is looked for.
    private static let fewestTokens = 6

    /// For each unit that others join, all of them, ascending.
    func groups() -> [Int: ClosedRange<Int>] {
        var taken: Set<Int> = []
        var groups: [Int: ClosedRange<Int>] = [:]
        for unit in answers.keys.sorted() {
            guard let answer = answers[unit], Self.isParagraph(own[unit]) else { continue }
            var range = unit...unit
            while true {
                let beside = [range.lowerBound - 1, range.upperBound + 1].filter {
                    own.indices.contains($0) && !taken.contains($0) && joins($0, range, unit, facing[answer])
                }
                guard let next = beside.first else { break }
                taken.insert(next)
                range = min(range.lowerBound, next)...max(range.upperBound, next)
            }
            if range.count > 1 { groups[unit] = range }
        }
        return groups
    }

    private func joins(
        _ unit: Int, _ group: ClosedRange<Int>, _ head: Int, _ answer: UnitMatching.Candidate
    ) -> Bool {
        guard answers[unit] == nil, Self.isParagraph(own[unit]), own[unit].tokens.tokens.count >= Self.fewestTokens,
            own[unit].unit.eId.article == own[head].unit.eId.article
        else { return false }
        let facing = TokenBag(answer.tokens)
        let held = TokenBag(own[unit].tokens)
        guard held.held(by: facing) >= Self.leastHeld else { return false }
        let before = TokenBag(of: group.map { own[$0].tokens })
        return TokenBag(of: group.map { own[$0].tokens } + [own[unit].tokens]).shared(with: facing)
            > before.shared(with: facing)
    }

    private static func isParagraph(_ candidate: UnitMatching.Candidate) -> Bool {
        candidate.unit.level == .paragraph && candidate.unit.part == .text
    }
}
