import RegulationModel

/// What is threatened between two semicolons.
struct SanctionClause {
    let kinds: Set<SanctionKind>
    /// From the first to the last word for a sanction.
    let span: ByteSpan

    /// Kinds that are compared: an order to correct stands in nearly every clause, and other consequences have no words of
    /// their own.
    static let named: Set<SanctionKind> = [
        .warning, .criticism, .fine, .confiscation, .suspension, .revocation, .detention, .criminal, .demolition,
    ]
}

extension UnitComparison {
    /// Sanctions of each clause between semicolons that no clause of the other side has. Within one language those of clauses
    /// that punish the same stand side by side, each with what is punished.
    func sanctions() -> [NormDifference] {
        var left = sanctionClauses(second, other)
        var open: [SanctionClause] = []
        for clause in sanctionClauses(first, base) {
            if let at = left.firstIndex(where: { $0.kinds == clause.kinds }) {
                left.remove(at: at)
            } else {
                open.append(clause)
            }
        }
        open.removeAll { standsInAct($0, other) }
        left.removeAll { standsInAct($0, base) }
        let pairs = paired(open, left)
        let (taken, answered) = (Set(pairs.map(\.base)), Set(pairs.map(\.other)))
        return pairs.map { told([open[$0.base]], [left[$0.other]]) }
            + open.indices.filter { !taken.contains($0) }.map { told([open[$0]], []) }
            + left.indices.filter { !answered.contains($0) }.map { told([], [left[$0]]) }
    }

    private func told(_ one: [SanctionClause], _ two: [SanctionClause]) -> NormDifference {
        difference(
            .penalty, .sanctions, one.map { isAcross ? $0.span : whole($0.span, first, base) },
            two.map { isAcross ? $0.span : whole($0.span, second, other) })
    }

    /// Least share of what two clauses say, so that they punish the same; of two that stand alone no share is asked.
    private static let samePunished = 0.15

    private func paired(_ open: [SanctionClause], _ left: [SanctionClause]) -> [(base: Int, other: Int)] {
        guard !isAcross else { return [] }
        let isOnly = open.count == 1 && left.count == 1
        var candidates: [ScoredPair] = []
        for (index, clause) in open.enumerated() {
            let matter = Sentences.pairs(whole(clause.span, first, base), base)
            for (place, answer) in left.enumerated() {
                let share = NeighbourLetters.alike(matter, Sentences.pairs(whole(answer.span, second, other), other))
                guard isOnly || share >= Self.samePunished else { continue }
                candidates.append(ScoredPair(score: share, base: index, other: place))
            }
        }
        return BestPairs.chosen(candidates)
    }

    /// 构成犯罪的，依法追究刑事责任 holds whichever article says it: it is lost only where no article does.
    private func standsInAct(_ clause: SanctionClause, _ side: NormComparison.Side) -> Bool {
        guard !isAcross, clause.kinds == [.criminal] else { return false }
        return side.regulation.provisions.contains { provision in
            side.reader.norms(at: provision.eId).contains { $0.sanctions.contains { $0.kind == .criminal } }
        }
    }

    /// The clauses that hold some words, and the condition before them: 逾期不改正的，处五百元以上五千元以下罚款.
    func whole(_ span: ByteSpan, _ norms: [Norm], _ side: NormComparison.Side) -> ByteSpan {
        guard let sentence = norms.first(where: { $0.span.contains(span) })?.span else { return span }
        let text = text(sentence, side)
        let inside = text.starts.indices.filter { span.start <= text.starts[$0] && text.starts[$0] < span.end }
        guard let start = inside.first, let end = inside.last else { return span }
        var head = text.clause(around: start).lowerBound
        let isComma = head > 1 && [0xFF0C, 0x2C].contains(text.scalars[head - 1])
        let of: UInt32 = 0x7684
        if isComma, text.scalars[head - 2] == of { head = text.clause(around: head - 2).lowerBound }
        return text.span(head..<text.clause(around: end).upperBound)
    }

    /// The sanctions of norms, clause by clause.
    func sanctionClauses(_ norms: [Norm], _ side: NormComparison.Side) -> [SanctionClause] {
        var result: [SanctionClause] = []
        for norm in norms where norm.modality == .sanction && norm.inheritedFrom == nil || norm.fines {
            let bytes = side.regulation.source.bytes
            var group: [Sanction] = []
            func close() {
                let kinds = Set(group.map(\.kind)).intersection(SanctionClause.named)
                if !kinds.isEmpty, let start = group.first?.span.start, let end = group.last?.span.end {
                    result.append(SanctionClause(kinds: kinds, span: ByteSpan(start, end)))
                }
                group = []
            }
            for sanction in norm.sanctions {
                if let last = group.last, Self.isParted(bytes[last.span.end..<sanction.span.start]) { close() }
                group.append(sanction)
            }
            close()
        }
        return result
    }

    /// A semicolon in either width stands between.
    private static func isParted(_ bytes: ArraySlice<UInt8>) -> Bool {
        let wide: [UInt8] = [0xEF, 0xBC, 0x9B]
        for index in bytes.indices {
            if bytes[index] == 0x3B || bytes[index...].starts(with: wide) { return true }
        }
        return false
    }
}
