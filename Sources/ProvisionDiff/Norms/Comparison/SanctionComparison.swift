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
    /// Sanctions of each clause between semicolons that no clause of the other side has. Within one language the whole
    /// sentences stand side by side, those that punish the same: a clause alone tells neither what is punished nor what
    /// else follows.
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
        guard !open.isEmpty || !left.isEmpty else { return [] }
        guard !isAcross else {
            return open.map { told([$0.span], []) } + left.map { told([], [$0.span]) }
        }
        return sentences(open.map(\.span), left.map(\.span))
    }

    private func told(_ one: [ByteSpan], _ two: [ByteSpan]) -> NormDifference {
        difference(.penalty, .sanctions, one, two)
    }

    /// The sentences that hold some clauses, each beside the one of the other side that punishes the same.
    private func sentences(_ open: [ByteSpan], _ left: [ByteSpan]) -> [NormDifference] {
        func holds(_ sentence: ByteSpan, _ clauses: [ByteSpan]) -> Bool { clauses.contains { sentence.contains($0) } }
        let all = (sanctionClauses(first, base).map(\.span), sanctionClauses(second, other).map(\.span))
        // Sentences, and points that threaten something: what is punished here may only be ordered to stop there.
        let one = first.filter { $0.inheritedFrom == nil || holds($0.span, all.0) }.map(\.span)
        let two = second.filter { $0.inheritedFrom == nil || holds($0.span, all.1) }.map(\.span)
        let isOnly = one.count == 1 && two.count == 1 && holds(one[0], all.0) && holds(two[0], all.1)
        let pairs = paired(one, two, isOnly: isOnly)
        let (taken, answered) = (Set(pairs.map(\.base)), Set(pairs.map(\.other)))
        return pairs.filter { holds(one[$0.base], open) || holds(two[$0.other], left) }
            .map { told([one[$0.base]], [two[$0.other]]) }
            + one.indices.filter { !taken.contains($0) && holds(one[$0], open) }.map { told([one[$0]], []) }
            + two.indices.filter { !answered.contains($0) && holds(two[$0], left) }.map { told([], [two[$0]]) }
    }

    /// Least share of what two sentences say, so that they punish the same; of two that stand alone no share is asked.
    private static let samePunished = 0.15

    private func paired(_ one: [ByteSpan], _ two: [ByteSpan], isOnly: Bool) -> [(base: Int, other: Int)] {
        let matters = two.map { Sentences.pairs($0, other) }
        var candidates: [ScoredPair] = []
        for (index, sentence) in one.enumerated() {
            let matter = Sentences.pairs(sentence, base)
            for (place, answer) in matters.enumerated() {
                let share = NeighbourLetters.alike(matter, answer)
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
