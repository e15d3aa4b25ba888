import ProvisionAlignment
import ProvisionDiff
import Synchronization

/// The terms that tie two languages, stemmed when they are first asked for: aligning needs none of it.
final class LazyRenderings: Sendable {
    private let terms: TermTable
    private let made = Mutex<Renderings?>(nil)

    init(_ terms: TermTable) { self.terms = terms }

    /// The renderings.
    var renderings: Renderings {
        made.withLock { known in
            if let known { return known }
            let found = Renderings(terms.entries.map { ($0.chinese, $0.english) })
            known = found
            return found
        }
    }
}
