/// Topics that no unit of a text shows, but one of its points or sentences by itself: the fourth of eight rewards, which is
/// the only place where the act speaks of the matter. Beside what the whole list says it is little; without it the matrix
/// would call the act silent.
struct PieceTopics<Terms: EvidenceFinder> {
    let judge: TopicJudge
    let topics: Int

    /// For each unit the topics to add, in file order.
    func lost(
        _ units: [TextUnit], _ hits: [[EvidenceHit]], found: Set<Int>, _ reader: inout EvidenceReader<Terms>
    ) -> [[Int]] {
        let open = (0..<topics).filter { !found.contains($0) }
        return zip(units, hits).map { unit, hits in
            guard unit.isOfAct else { return [] }
            let shown = open.filter { judge.strongTerms(of: $0, in: hits) > 0 }
            guard !shown.isEmpty else { return [] }
            let pieces = unit.points.isEmpty ? reader.sentences(of: unit.lead) : unit.points
            var lost: Set<Int> = []
            for piece in pieces {
                let scores = judge.scores(reader.hits(lead: piece, points: []))
                lost.formUnion(judge.topics(scores).filter(shown.contains))
            }
            return lost.sorted()
        }
    }
}
