import ComparisonMatrix
import ProvisionAlignment
import RegulationModel

/// Searches texts, one after the other on all cores; only those that hold something found are kept.
public struct TextSearch: Sendable {
    private let question: String
    private let search: ProvisionSearch

    /// Takes a question; throws `SurroundingsError` where it holds nothing that can be looked for.
    public init(_ question: String, terms: TermTable) throws {
        guard let search = ProvisionSearch(question, terms: terms) else {
            throw SurroundingsError("“\(question)” holds no word that can be looked for")
        }
        self.question = question
        self.search = search
    }

    /// Searches texts.
    ///
    /// - Parameters:
    ///   - sources: the texts, read when their turn comes.
    ///   - limit: how many provisions are given.
    ///   - report: told of each text in order: how many were searched, and what could not be read.
    public func result(
        in sources: [TextCollection.Source], limit: Int,
        report: @Sendable (_ done: Int, _ problem: FileProblem?) -> Void
    ) throws -> SearchResult {
        let start = State(best: BestOf(limit))
        let search = search
        let end = try TextCollection.read(sources, into: start) { witness in
            (witness, search.hits(in: witness.regulation, limit: limit))
        } deliver: { state, found in
            state.done += 1
            switch found {
            case .failure(let problem): report(state.done, problem)
            case .success(let (witness, hits)):
                state.searched += 1
                for hit in hits { state.best.add((witness, hit), score: hit.score) }
                report(state.done, nil)
            }
        }
        return SearchResult(
            question: question, items: end.best.items.map { item($0.value.0, $0.value.1) }, searched: end.searched,
            limit: limit)
    }

    private struct State: Sendable {
        var best: BestOf<(Witness, SearchHit)>
        var done = 0
        var searched = 0
    }

    private func item(_ witness: Witness, _ hit: SearchHit) -> SearchResult.Item {
        let regulation = witness.regulation
        let text = regulation.provision(at: hit.provision).map { provision in
            regulation.source.flowed((provision.heading.map { [$0] } ?? []) + provision.allText)
        }
        return SearchResult.Item(
            witness: witness, provision: hit.provision, score: hit.score, text: text ?? "",
            matches: search.matches(in: text ?? "", regulation.language))
    }
}
