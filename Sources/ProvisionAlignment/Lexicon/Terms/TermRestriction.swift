import RegulationModel

extension TermTable {
    /// The entries whose term stands in the provisions or headings of a Chinese text, in their order: a dictionary
    /// knows 120,000 words, an act uses some hundreds. Problems are kept.
    public func restricted(toTextsOf regulations: [Regulation]) -> TermTable {
        var runs: Set<[Unicode.Scalar]> = []
        for regulation in regulations where regulation.language == .chinese {
            for text in Self.texts(of: regulation) { runs.formUnion(Words.ideographRuns(Folding.fold(text).scalars)) }
        }
        let neighbours = Self.neighbours(runs)
        var tree = SymbolTree()
        for (index, entry) in entries.enumerated() {
            let characters = TermIndex.characters(entry.chinese)
            // Most terms fail by two characters that are never neighbours.
            let isPossible = zip(characters, characters.dropFirst()).allSatisfy {
                neighbours.target(from: $0, by: $1) != nil
            }
            if characters.count > 1, isPossible { tree.insert(characters, index) }
        }
        var met: Set<Int> = []
        for run in runs { met.formUnion(tree.matches(run.map(\.value)).lazy.map(\.term)) }
        return TermTable(entries: met.sorted().map { entries[$0] }, problems: problems)
    }

    private static func texts(of regulation: Regulation) -> [String] {
        let headings = regulation.provisions.compactMap(\.heading) + regulation.groupings.map(\.heading)
        return regulation.provisions.map(regulation.fullText) + headings.map { regulation.source.flowed([$0]) }
    }

    /// Edges from each character to those that follow it somewhere.
    private static func neighbours(_ runs: Set<[Unicode.Scalar]>) -> EdgeTable {
        var table = EdgeTable()
        for run in runs {
            for (first, second) in zip(run, run.dropFirst()) {
                _ = table.target(from: first.value, by: second.value, orElse: second.value)
            }
        }
        return table
    }
}
