import ComparisonMatrix
import ProvisionAlignment
import RegulationModel
import Synchronization

/// What a comparison has found of its texts: each is worked out when first asked for, and kept for every base.
final class HeldLinks: Sendable {
    /// Which links are meant.
    struct Question: Hashable {
        let base: Int
        let other: Int
        /// nil for the pairs that are no links, though something speaks for them.
        let level: Level?
    }

    private let answers = Mutex<[Question: Alignment]>([:])
    private let built = Mutex<MatrixBuilder?>(nil)

    /// The links a question asks for. Two who ask at the same time may both work it out; they find the same.
    func answer(_ question: Question, _ find: () -> Alignment) -> Alignment {
        if let known = answers.withLock({ $0[question] }) { return known }
        let found = find()
        answers.withLock { $0[question] = found }
        return found
    }

    /// What makes the matrices; it serves every base.
    func builder(_ make: () -> MatrixBuilder) -> MatrixBuilder {
        built.withLock { known in
            if let known { return known }
            let made = make()
            known = made
            return made
        }
    }
}
