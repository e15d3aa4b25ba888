import RegulationModel

extension UnitComparison {
    // 行政许可法 art. 2: what is approved is asked for beforehand; what is filed is told.
    private static let approvals: [Phrase] = ["批准", "审批", "核准", "准予", "许可", "同意"]
    private static let filings: [Phrase] = ["备案"]

    /// One side has something approved that the other side has filed, within Chinese.
    func procedures() -> [NormDifference] {
        guard !isAcross, base.regulation.language == .chinese else { return [] }
        let (a, b) = (procedures(first, base), procedures(second, other))
        let isApprovedHere = !a.approved.isEmpty && a.filed.isEmpty && b.approved.isEmpty && !b.filed.isEmpty
        let isApprovedThere = a.approved.isEmpty && !a.filed.isEmpty && !b.approved.isEmpty && b.filed.isEmpty
        guard isApprovedHere || isApprovedThere else { return [] }
        return [difference(.other, .procedure, a.approved + a.filed, b.approved + b.filed)]
    }

    /// The clauses of norms in which something is approved, and in which something is filed; none of sanctions.
    private func procedures(
        _ norms: [Norm], _ side: NormComparison.Side
    ) -> (approved: [ByteSpan], filed: [ByteSpan]) {
        func clauses(_ words: [Phrase]) -> [ByteSpan] {
            norms.filter { $0.modality != .sanction }.flatMap { norm -> [ByteSpan] in
                let text = text(norm.span, side)
                return text.clauses.filter { clause in words.contains { text.contains($0, in: clause) } }.map(text.span)
            }
        }
        return (clauses(Self.approvals), clauses(Self.filings))
    }
}
