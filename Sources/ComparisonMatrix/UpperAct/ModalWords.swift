import ProvisionDiff
import RegulationModel

/// The actions that two words of duty order: 可以依法成立行业组织 and 应当加强行业自律 are two rules, not one that grew stricter.
struct ModalWords {
    private let difference: NormDifference
    private let differences: ActDifferences

    init(_ difference: NormDifference, in check: UpperActCheck) {
        self.difference = difference
        differences = check.differences
    }

    /// Of two clauses that order the same, the shorter has at least this share of its features in the other: 可以将
    /// 服务情况纳入考察内容 and 应当将服务情况纳入考察内容 share all of it, 可以依法成立行业组织 and 应当加强行业自律 a fifth.
    private static let sameAction = 0.5

    /// Whether both sides speak of one action; where only one side has words, some clause of the other's provision must.
    var agree: Bool {
        let (base, other) = (differences.base.regulation, differences.other.regulation)
        let one = clauses(difference.base, difference.baseProvision, base)
        let two = clauses(difference.other, difference.otherProvision, other)
        return one.contains { first in
            two.contains { SaidIndex.share(first, $0) >= Self.sameAction && first.intersection($0).count > 1 }
        }
    }

    /// What the quoted clause orders, or, where none is quoted, each clause of the provision that has a word of duty.
    private func clauses(_ spans: [ByteSpan], _ eId: EId, _ regulation: Regulation) -> [Set<String>] {
        let quoted = spans.isEmpty ? nil : regulation.source.flowed(spans)
        let text = quoted ?? regulation.provision(at: eId).map(regulation.fullText) ?? ""
        let clauses = text.split(whereSeparator: { "。；，：.;,:\n".contains($0) }).map(String.init)
        // What is quoted begins with a condition, or goes on behind what is ordered.
        let ordering = clauses.filter { clause in Self.modals.contains(where: clause.contains) }
        return (quoted == nil ? ordering : Array(ordering.prefix(1))).map { features($0, regulation.language) }
    }

    /// True where both sides have words and one of them states plainly what the other orders: a difference, neither more nor
    /// less.
    private var isPlainOnOneSide: Bool {
        guard !difference.base.isEmpty, !difference.other.isEmpty else { return false }
        let quoted = [
            differences.base.regulation.source.flowed(difference.base),
            differences.other.regulation.source.flowed(difference.other),
        ]
        return !quoted.allSatisfy { words in Self.modals.contains(where: words.contains) }
    }

    /// True where words of duty of other actions stand beside each other.
    var isUnsure: Bool { !agree && !isPlainOnOneSide }

    private func features(_ words: String, _ language: Language) -> Set<String> {
        let bare = language == .chinese ? (Self.modals + ["依法"]).reduce(words) { $0.replacing($1, with: " ") } : words
        return SaidIndex.features(bare, language)
    }

    private static let modals = ["应当", "必须", "可以", "不得", "有权", "shall", "must", "may ", "should"]
}
