import Synchronization

/// The index of a table, made when it is first asked for; each term is read when it first can matter. Who links one pair
/// of texts after the other with the same table reads a term once, and who links texts in one language reads none.
final class LazyTermIndex: Sendable {
    private let entries: [TermTable.Entry]
    private let made = Mutex<TermIndex?>(nil)

    init(_ entries: [TermTable.Entry]) { self.entries = entries }

    /// The index with all terms read.
    var whole: TermIndex { reading { [Bool](repeating: true, count: $0.terms.count) }.index }

    /// The terms that a sieve lets through, read.
    func kept(by sieve: TermSieve) -> KeptTerms { reading { $0.isKept(by: sieve) } }

    private func reading(_ isAsked: (TermIndex) -> [Bool]) -> KeptTerms {
        made.withLock { made in
            var index = made ?? TermIndex(unread: entries)
            made = nil
            let isKept = isAsked(index)
            index.read(isKept)
            made = index
            return KeptTerms(index: index, isKept: isKept)
        }
    }
}

/// The index of a table, and which of its terms can matter for some texts.
struct KeptTerms: Sendable {
    let index: TermIndex
    /// For each term; those that are kept are read.
    let isKept: [Bool]

    static let none = KeptTerms(index: .empty, isKept: [])
}
