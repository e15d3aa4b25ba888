import RegulationModel

/// In what two linked provisions differ, apart from wording.
package enum DifferenceKind: String, Sendable, Hashable, CaseIterable {
    case actor, threshold, reference, penalty, date, modality, deferral, other
    case itemAdded = "item-added", itemRemoved = "item-removed"
    case paragraphAdded = "paragraph-added", paragraphRemoved = "paragraph-removed"

    /// The kind seen from the other side.
    package var mirrored: DifferenceKind {
        switch self {
        case .itemAdded: .itemRemoved
        case .itemRemoved: .itemAdded
        case .paragraphAdded: .paragraphRemoved
        case .paragraphRemoved: .paragraphAdded
        case .actor, .threshold, .reference, .penalty, .date, .modality, .deferral, .other: self
        }
    }
}

/// Why a difference was noted.
package enum DifferenceReason: String, Sendable, Hashable, CaseIterable {
    case levels, body, agentMissing = "agent-missing", role, value, valueMissing = "value-missing", rulesOf = "rules-of"
    case actsCited = "acts-cited", sanctions, repeal, territory, scope, control, aims, duty, ban, item, paragraph, act
    /// Within one language: each side has a paragraph or point of its own on one matter.
    case ruledOtherwise = "ruled-otherwise"
    /// Within one language: a condition, a limit or one more thing named, in units that answer each other.
    case words
    /// Within one language: approval on one side, filing on the other.
    case procedure
    // The following mark what is probably the translator's.
    case wordLost = "word-lost", boundMissing = "bound-missing", dutyOfTranslation = "duty-of-translation"
    case namedOnOneSide = "named-on-one-side"
    /// Within one language: the other side orders the same without the word.
    case statedPlainly = "stated-plainly"
    /// Within one language: the other side has something near it, which may say the same in other words.
    case saidOtherwise = "said-otherwise"
    /// Within one language: units that answer each other have other words in one place, which may mean the same.
    case otherWords = "other-words"
}

/// One difference, with the words of both sides.
package struct NormDifference: Sendable, Hashable {
    /// Kind.
    package let kind: DifferenceKind
    /// Why it was noted.
    package let reason: DifferenceReason
    /// Provision and words of the base; no words where only the other text has any.
    package let baseProvision: EId
    package let base: [ByteSpan]
    /// Provision and words of the other text.
    package let otherProvision: EId
    package let other: [ByteSpan]
    /// True where it is probably the translator's and none of the acts, or where the other side may say the same in other
    /// words.
    package let isDoubtful: Bool
    /// For what one side alone has, within one language: what the other act says nearest to it, in whatever article. A reader
    /// decides whether it answers.
    package var nearest: NearestSaying?

    /// The difference seen from the other side.
    package var mirrored: NormDifference {
        NormDifference(
            kind: kind.mirrored, reason: reason, baseProvision: otherProvision, base: other,
            otherProvision: baseProvision, other: base, isDoubtful: isDoubtful, nearest: nearest)
    }
}

/// A sentence, or a point of a list, of the side that lacks something.
package struct NearestSaying: Sendable, Hashable {
    /// Provision it stands in.
    package let provision: EId
    /// Its words.
    package let span: ByteSpan
    /// The clause of them that says most of it.
    package let focus: ByteSpan
    /// What the two have in common, from 0 to 1; it orders candidates and is no probability.
    package let likeness: Double
}

extension NormDifference {
    /// True where only one side has words.
    var isOneSided: Bool { base.isEmpty != other.isEmpty }
    /// True where the base has words.
    var isInBase: Bool { !base.isEmpty }
    /// The words of the side that has some, the base first, and where they stand.
    var own: (provision: EId, spans: [ByteSpan]) {
        isInBase ? (baseProvision, base) : (otherProvision, other)
    }

    /// False where the words of a side only stand beside what the other side is told to have alone.
    func isLost(fromBase isInBase: Bool) -> Bool {
        switch kind {
        case .itemRemoved, .paragraphRemoved: isInBase
        case .itemAdded, .paragraphAdded: !isInBase
        default: true
        }
    }

    /// Whether both tell a value, or both a word of duty, of one paragraph or point that the other side has not.
    func isJoined(with other: NormDifference) -> Bool {
        guard reason == .valueMissing || reason == .duty, isOneSided, other.isOneSided else { return false }
        return kind == other.kind && reason == other.reason && isDoubtful == other.isDoubtful
            && isInBase == other.isInBase && own.provision == other.own.provision
    }

    /// A one-sided difference with other words of its side.
    func with(_ spans: [ByteSpan]) -> NormDifference {
        NormDifference(
            kind: kind, reason: reason, baseProvision: baseProvision, base: isInBase ? spans : [],
            otherProvision: otherProvision, other: isInBase ? [] : spans, isDoubtful: isDoubtful, nearest: nearest)
    }

    /// The same with other words of both sides.
    func quoting(_ base: [ByteSpan], _ other: [ByteSpan]) -> NormDifference {
        NormDifference(
            kind: kind, reason: reason, baseProvision: baseProvision, base: base, otherProvision: otherProvision,
            other: other, isDoubtful: isDoubtful, nearest: nearest)
    }

    /// The same as doubtful.
    package var doubted: NormDifference {
        NormDifference(
            kind: kind, reason: reason, baseProvision: baseProvision, base: base, otherProvision: otherProvision,
            other: other, isDoubtful: true, nearest: nearest)
    }

    /// The same beside a saying of the side that has no words.
    func beside(_ saying: Saying) -> NormDifference {
        NormDifference(
            kind: kind, reason: reason, baseProvision: isInBase ? baseProvision : saying.place,
            base: isInBase ? base : [saying.span], otherProvision: isInBase ? saying.place : otherProvision,
            other: isInBase ? [saying.span] : other, isDoubtful: isDoubtful)
    }

    /// Words of one side beside what the other side may say in other words.
    func said(_ span: ByteSpan, otherwise near: Saying) -> NormDifference {
        NormDifference(
            kind: kind, reason: .saidOtherwise, baseProvision: isInBase ? baseProvision : near.place,
            base: [isInBase ? span : near.span], otherProvision: isInBase ? near.place : otherProvision,
            other: [isInBase ? near.span : span], isDoubtful: true)
    }
}

extension NormComparison.Side {
    /// The provision that some words stand in: the one named where it holds them all, else the lowest that does; of words of
    /// several articles, that of the first.
    func place(of spans: [ByteSpan], near eId: EId) -> EId {
        func holds(_ provision: Provision) -> Bool { spans.allSatisfy { provision.span.contains($0) } }
        guard let first = spans.first, regulation.provision(at: eId).map(holds) != true,
            var place = regulation.provisions.first(where: { $0.span.contains(first) })
        else { return eId }
        while let below = place.children.first(where: holds) { place = below }
        return place.eId
    }
}
