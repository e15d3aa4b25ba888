import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// Says of each difference between an upper act and the act that implements it what the lower act does by it.
struct UpperActCheck {
    let differences: ActDifferences
    private let upper: NormReader
    private let lower: NormReader

    /// - Parameter differences: those of the two acts, the upper one being the base.
    init(_ differences: ActDifferences) {
        self.differences = differences
        upper = NormReader(differences.base.regulation)
        lower = NormReader(differences.other.regulation)
    }

    /// The table. That the lower act leaves something out is said only where it is held whole, and the other way round.
    func table() -> UpperActTable {
        let order = Dictionary(
            differences.other.regulation.provisions.enumerated().map { ($1.eId, $0) }
        ) { first, _ in first }
        let linked = differences.groups.filter { !$0.isPart }.map(row)
        let answered = Set(linked.flatMap(\.lower))
        let inPart = differences.groups.filter { group in
            group.isPart && answered.isDisjoint(with: group.comparison.other)
        }.map(row)
        let added = differences.onlyOther.map { alone(upper: [], lower: [$0]) }
        let inOrder = (linked + inPart + added).sorted { a, b in
            (a.lower.first.flatMap { order[$0] } ?? 0) < (b.lower.first.flatMap { order[$0] } ?? 0)
        }
        return UpperActTable(
            upper: differences.base, lower: differences.other,
            rows: inOrder + differences.onlyBase.map { alone(upper: [$0], lower: []) })
    }

    private func alone(upper: [EId], lower: [EId]) -> ImplementationRow {
        let facing = (lower.isEmpty ? differences.other : differences.base).regulation
        let kind: ImplementationKind = lower.isEmpty ? .omitted : .added
        let isKnown = facing.completeness.status == .whole
        return ImplementationRow(
            upper: upper, lower: lower, score: nil, findings: isKnown ? [ImplementationFinding(kind)] : [])
    }

    private func row(_ group: ComparedProvisions) -> ImplementationRow {
        let found = group.demands.map { demand in
            ImplementationFinding(
                kind(of: demand, in: group.demands), demand,
                isUnsure: demand.kind == .modality && differences.comparesWords && ModalWords(demand, in: self).isUnsure
            )
        }
        let certain = found.filter { !$0.isDoubtful }
        // Under a doubtful link nothing is certain, and nothing is repeated by that.
        let isRepeated = certain.isEmpty && !group.isPart && !(group.isDoubtful && !found.isEmpty)
        let findings = isRepeated ? [ImplementationFinding(undisputed(group))] : certain
        return ImplementationRow(
            upper: group.comparison.base, lower: group.comparison.other, score: group.score,
            findings: findings + found.filter(\.isDoubtful))
    }

    /// What a lower act does with provisions in which no certain difference was found. Within one language the words tell
    /// whether it repeats them: what says much more makes concrete, what says much else rules otherwise.
    private func undisputed(_ group: ComparedProvisions) -> ImplementationKind {
        guard differences.comparesWords else { return .repeated }
        let (above, below) = (differences.base.regulation, differences.other.regulation)
        func features(_ eIds: [EId], _ regulation: Regulation) -> Set<String> {
            eIds.compactMap(regulation.provision).reduce(into: []) {
                $0.formUnion(SaidIndex.features(regulation.fullText($1), regulation.language))
            }
        }
        let one = features(group.comparison.base, above)
        let two = features(group.comparison.other, below)
        let shared = Double(one.intersection(two).count)
        let isKept = shared >= Self.repeatedShare * Double(one.count)
        guard shared < Self.repeatedShare * Double(two.count) else { return isKept ? .repeated : .changed }
        return isKept || two.count > one.count ? .concrete : .changed
    }

    /// Share of what each of two provisions says (pairs of ideographs, stems) that the other says too where one repeats the
    /// other. By reading an act on blood donation under the national law and under a provincial one: those that add rules
    /// or leave some out keep less.
    private static let repeatedShare = 0.6

    // MARK: What a difference does

    private func kind(of difference: NormDifference, in all: [NormDifference]) -> ImplementationKind {
        switch difference.kind {
        case .deferral: return .deferred
        case .paragraphAdded: return .added
        case .paragraphRemoved: return .omitted
        case .itemAdded: return isBan(difference.otherProvision, lower) ? .stricter : .added
        case .itemRemoved: return .omitted
        case .threshold, .penalty: return measure(difference, in: all)
        case .modality: return modality(difference)
        case .reference: return difference.base.count > difference.other.count ? .changed : .concrete
        case .actor: return actor(difference)
        case .date: return .changed
        case .other: return other(difference)
        }
    }

    /// A point of a list of what is not allowed, or of what shuts out.
    private func isBan(_ eId: EId, _ reader: NormReader) -> Bool {
        reader.norms(at: eId).first?.modality == .mustNot
    }

    private func measure(_ difference: NormDifference, in all: [NormDifference]) -> ImplementationKind {
        let isDeferred = all.contains { $0.kind == .deferral || Self.citesForPenalty($0) }
        switch difference.reason {
        case .valueMissing where !difference.other.isEmpty: return .stricter
        case .sanctions where !difference.other.isEmpty: return sanctions(difference)
        case .valueMissing, .sanctions:
            // What a lower act does not repeat holds all the same.
            return difference.kind == .penalty && isDeferred ? .deferred : .omitted
        case .value:
            guard let before = quantity(difference.baseProvision, difference.base, upper),
                let after = quantity(difference.otherProvision, difference.other, lower)
            else { return .changed }
            return QuantityDirection.kind(from: before, to: after)
        default: return .changed
        }
    }

    /// Stricter is what threatens all that the upper act does, and something more. A sentence that only refers to the law
    /// (由公安机关依法查处) threatens nothing of its own.
    private func sanctions(_ difference: NormDifference) -> ImplementationKind {
        guard differences.comparesWords else { return .stricter }
        let before = threats(difference.baseProvision, difference.base, upper)
        let after = threats(difference.otherProvision, difference.other, lower)
        if before.isEmpty { return after.isEmpty ? .changed : .stricter }
        if after.isEmpty { return .deferred }
        return after.isStrictSuperset(of: before) ? .stricter : .changed
    }

    /// Kinds of sanctions in some words. Prosecution holds whichever act says it, and an order to correct stands in nearly
    /// every sanction.
    private func threats(_ eId: EId, _ spans: [ByteSpan], _ reader: NormReader) -> Set<SanctionKind> {
        let all = reader.norms(at: eId).flatMap(\.sanctions).filter { sanction in
            spans.contains { $0.contains(sanction.span) }
        }
        return Set(all.map(\.kind)).subtracting([.criminal, .correction, .general])
    }

    /// A penalty that the lower act leaves to an act it cites.
    private static func citesForPenalty(_ difference: NormDifference) -> Bool {
        difference.kind == .reference && difference.reason == .actsCited
            && difference.other.count > difference.base.count
    }

    private func quantity(_ eId: EId, _ spans: [ByteSpan], _ reader: NormReader) -> Quantity? {
        reader.norms(at: eId).flatMap(\.quantities).first { spans.contains($0.span) }
    }

    /// More or less binding, where each side has words of one kind only: 可以 binds less than 应当, 应当 less than 不得.
    /// Across languages nothing is said of it: translators write “shall” for plain Chinese statements.
    /// Words of duty of other actions are not compared.
    private func modality(_ difference: NormDifference) -> ImplementationKind {
        guard differences.comparesWords, ModalWords(difference, in: self).agree else { return .changed }
        let before = weights(difference.baseProvision, upper)
        let after = weights(difference.otherProvision, lower)
        guard let one = before.first, let two = after.first, before.count == 1, after.count == 1, one != two else {
            return .changed
        }
        return two > one ? .stricter : .looser
    }

    private func weights(_ eId: EId, _ reader: NormReader) -> Set<Int> {
        let order: [Modality: Int] = [.may: 0, .right: 0, .must: 1, .mustNot: 2]
        return Set(reader.norms(at: eId).flatMap(\.cues).compactMap { order[$0.modality] })
    }

    private func actor(_ difference: NormDifference) -> ImplementationKind {
        switch difference.reason {
        case .agentMissing: difference.other.isEmpty ? .omitted : .changed
        case .levels: .concrete
        default: .changed
        }
    }

    private func other(_ difference: NormDifference) -> ImplementationKind {
        switch difference.reason {
        case .territory: return .concrete
        case .ban: return difference.base.count < difference.other.count ? .stricter : .omitted
        case .repeal, .aims, .scope, .control, .words:
            if difference.base.isEmpty { return .added }
            return difference.other.isEmpty ? .omitted : .changed
        default: return .changed
        }
    }
}

/// Whether another value asks more or less.
enum QuantityDirection {
    /// A lower ceiling and a higher floor are stricter, whatever they bound: who is regulated has less room. Values of
    /// other kinds or units, names without an order and dates say nothing.
    static func kind(from before: Quantity, to after: Quantity) -> ImplementationKind {
        guard before.kind == after.kind, before.unit == after.unit,
            let one = size(before), let two = size(after), one != two
        else { return .changed }
        if before.bound.isCeiling && after.bound.isCeiling { return two < one ? .stricter : .looser }
        if before.bound.isFloor && after.bound.isFloor { return two > one ? .stricter : .looser }
        return .changed
    }

    private static func size(_ quantity: Quantity) -> Ratio? {
        switch quantity.value {
        case .number(let number): number
        case .name(let name): EducationLevels.rank(of: name).map { Ratio($0) }
        case .range, .date, .unknown: nil
        }
    }
}
