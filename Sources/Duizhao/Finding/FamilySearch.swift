import ComparisonMatrix
import ProvisionAlignment
import RegulationModel

/// Finds the acts of a collection that regulate the subject of an act, and what they share with it.
public struct FamilySearch: Sendable {
    private let act: Witness
    private let corpus: Corpus?
    private let nearness: SubjectNearness

    /// Takes the act in question; the terms of a corpus help where the collection is in another language.
    public init(_ act: Witness, corpus: Corpus?) {
        self.act = act
        self.corpus = corpus
        nearness = SubjectNearness(to: act)
    }

    /// An act that is less surely on the subject is not named.
    public static let leastScore = 0.1

    /// Looks through a collection.
    ///
    /// - Parameters:
    ///   - sources: its texts, read when their turn comes; a copy of the act itself is passed over.
    ///   - limit: how many acts are named.
    ///   - aligned: how many of the nearest are aligned with the act.
    ///   - report: told of each text in order: how many were looked at, and what could not be read.
    public func family(
        in sources: [TextCollection.Source], limit: Int, aligned: Int,
        report: @Sendable (_ done: Int, _ problem: FileProblem?) -> Void
    ) throws -> SubjectFamily {
        let (act, nearness) = (act, nearness)
        let end = try TextCollection.read(sources, into: State(best: BestOf(limit))) { witness in
            (witness, witness.sha256 == act.sha256 ? nil : nearness.finding(witness))
        } deliver: { state, found in
            state.done += 1
            switch found {
            case .failure(let problem): report(state.done, problem)
            case .success(let (witness, finding)):
                if let finding { state.add(witness, finding) }
                report(state.done, nil)
            }
        }
        let relatives = named(end.best.items.map(\.value))
        let nearest = relatives.prefix(aligned).filter { $0.certainty != .doubtful }
        return SubjectFamily(
            act: act, relatives: relatives, aligned: nearest.count, counts: (end.considered, end.found),
            families: shared(nearest.map(\.witness)))
    }

    private struct State: Sendable {
        var best: BestOf<SubjectFamily.Relative>
        var done = 0
        var considered = 0
        var found = 0

        mutating func add(_ witness: Witness, _ finding: SubjectNearness.Finding) {
            considered += 1
            let relative = SubjectFamily.Relative(witness: witness, nearness: finding)
            if relative.certainty != .doubtful { found += 1 }
            if finding.score >= leastScore { best.add(relative, score: finding.score) }
        }
    }

    /// The same acts under ids of their own: files of one name lie in many folders.
    private func named(_ relatives: [SubjectFamily.Relative]) -> [SubjectFamily.Relative] {
        var taken: Set<String> = [act.id]
        return relatives.map { relative in
            let id = UniqueName.made(from: relative.witness.id, taken: &taken)
            return SubjectFamily.Relative(witness: relative.witness.named(id), nearness: relative.nearness)
        }
    }

    /// The families that hold a provision of the act and one of another.
    private func shared(_ nearest: [Witness]) -> [Family] {
        guard !nearest.isEmpty else { return [] }
        let texts = [act] + nearest
        // Other texts of the corpus are no part of the collection; its terms are.
        let comparison = Comparison(texts, base: 0, corpus: nil, dictionary: corpus?.terms ?? .empty)
        let families = Families(witnesses: texts.map(\.regulation), alignments: comparison.alignments)
        return families.ordered(byBase: act.id).filter { family in
            let witnesses = Set(family.members.map(\.witness))
            return witnesses.contains(act.id) && witnesses.count > 1
        }
    }
}

/// Names that stand once.
enum UniqueName {
    /// The name, or the name with the first number behind it that makes it new.
    static func made(from name: String, taken: inout Set<String>) -> String {
        var made = name
        var number = 2
        while !taken.insert(made).inserted {
            made = "\(name)-\(number)"
            number += 1
        }
        return made
    }
}
