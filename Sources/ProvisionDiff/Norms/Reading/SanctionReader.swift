import RegulationModel

/// Reads consequences of breach, in order; of two words at a place the longer one.
struct SanctionReader {
    let text: NormText

    func read() -> [Sanction] { ranges().map { Sanction(kind: $0.kind, span: text.span($0.range)) } }

    private func ranges() -> [(kind: SanctionKind, range: Range<Int>)] {
        var found: [(kind: SanctionKind, range: Range<Int>)] = []
        for rule in SanctionRules.all {
            for phrase in text.language == .chinese ? rule.chinese : rule.english {
                for range in text.all(phrase) where !isOther(rule, range) {
                    found.append((rule.kind, range))
                }
            }
        }
        found.sort { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
        var result: [(kind: SanctionKind, range: Range<Int>)] = []
        for item in found where !result.contains(where: { $0.range.overlaps(item.range) }) { result.append(item) }
        return result
    }

    private func isOther(_ rule: SanctionRule, _ range: Range<Int>) -> Bool {
        guard text.language == .chinese else { return false }
        return rule.notBefore.contains { text.has($0, at: range.upperBound) }
            || rule.notBehind.contains { text.has($0, at: range.lowerBound - $0.scalars.count) }
    }
}
