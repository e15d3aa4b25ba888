import RegulationModel

/// Points, for what one side alone is told to have, to what the other act says nearest to it, in whatever article: readers
/// see at once whether the two are one matter.
///
/// Pairs of letters count, single letters half, and what the whole article says besides: other words for one thing share
/// letters (检修, 维修) and stand among the same ones.
///
/// Strict readers found 105 paragraphs and points somewhere on the other side that were told as lost or added between nine
/// pairs of acts on eight subjects. For 53 this names the article that they found, for 31 another one, for 21 nothing; by pairs
/// alone for 39, 28 and 39. What something else in the act that is told about already answers is not pointed to: of 429
/// pointers below lines that readers judged 134 led to what they found, without those 115 of 304.
struct NearestPointers {
    let sayings: Sayings

    private static let reasons: Set<DifferenceReason> = [.item, .paragraph, .ban, .duty, .sanctions, .valueMissing]
    /// What the words that open a list count for beside those of its point.
    private static let opening = 0.15
    /// What is said in articles that are compared is the likelier answer.
    private static let beside = 1.8
    /// What the article says in all counts for beside the saying.
    private static let ofArticle = 0.3
    // Readers would rather have none than a bad one, and miss the one that answers: of 228 told rightly 134 point somewhere.

    /// Least likeness in articles that are compared.
    private static let least = 0.15
    /// The same in any other article.
    private static let leastElsewhere = 0.2
    /// Likeness with what is nearest and how far that is from standing in something else, together.
    private static let leastOpen = 0.09
    private static let ofOpenness = 0.1
    private static let chance = 0.02

    /// The same difference with what is nearest, where anything is near.
    func pointing(_ difference: NormDifference, _ articles: (base: [EId], other: [EId])) -> NormDifference {
        guard Self.reasons.contains(difference.reason), !difference.isDoubtful, difference.isOneSided else {
            return difference
        }
        let view = sayings.facing(difference.isInBase, articles)
        let norms = view.own.reader.norms(at: difference.own.provision)
        let isPenalty = norms.first?.modality == .sanction
        // Of a value the sentence tells what it is of.
        let isInside = difference.reason == .valueMissing || difference.reason == .duty
        let words = isInside ? Self.sentences(of: difference.own.spans, in: norms) : difference.own.spans
        let own = words.reduce(into: Set<UInt64>()) {
            $0.formUnion(Sayings.pairs($1, view.own).union(Sayings.letters($1, view.own)))
        }
        let opening = sayings.opening(of: difference.own.provision, view.own).subtracting(own)
        let weight = sayings.weight(own) + Self.opening * sayings.weight(opening)
        guard weight > 0 else { return difference }
        let candidates = view.sayings.filter { saying in
            saying.isPenalty == isPenalty && !saying.opensList && !saying.leavesOpen
                && !own.isDisjoint(with: saying.features)
                // A value and a word of duty are told of the articles compared, and of no other.
                && (!isInside || view.isBeside(saying))
        }
        let ownWeight = sayings.weight(own)
        var wholes: [EId: Double] = [:]
        func ofArticle(_ saying: Saying) -> Double {
            if let known = wholes[saying.article] { return known }
            let found = likeness(own, ownWeight, saying.article, view)
            wholes[saying.article] = found
            return found
        }
        let best = candidates.map { saying in
            (
                saying: saying,
                likeness: likeness(own, opening, weight, saying) + Self.ofArticle * ofArticle(saying),
                precedence: view.isBeside(saying) ? Self.beside : 1
            )
        }.firstHighest { $0.likeness * $0.precedence }
        guard let best, best.likeness >= (view.isBeside(best.saying) ? Self.least : Self.leastElsewhere) else {
            return difference
        }
        let focus = focus(own, best.saying, view)
        let openness = Sayings.logarithm(openness(of: focus, difference, own, view, articles))
        guard best.likeness + Self.ofOpenness * openness >= Self.leastOpen else { return difference }
        var pointing = difference
        pointing.nearest = NearestSaying(
            provision: best.saying.place, span: best.saying.span, focus: focus,
            likeness: min(1, best.likeness))
        return pointing
    }

    /// How much more of what is nearest stands in what is told than in anything else that its own act says: what something
    /// else answers already is seldom the answer.
    ///
    /// - Parameter nearest: the clause that is nearest.
    private func openness(
        of nearest: ByteSpan, _ difference: NormDifference, _ own: Set<UInt64>, _ view: FacingSayings,
        _ articles: (base: [EId], other: [EId])
    ) -> Double {
        let features = Sayings.pairs(nearest, view.facing).union(Sayings.letters(nearest, view.facing))
        let weight = max(sayings.weight(features), .leastNonzeroMagnitude)
        func held(_ said: Set<UInt64>) -> Double { sayings.weight(said.intersection(features)) / weight + Self.chance }
        let others = sayings.facing(!difference.isInBase, articles).sayings.filter { saying in
            !saying.opensList
                && !difference.own.spans.contains { $0.contains(saying.span) || saying.span.contains($0) }
        }
        return held(own) / (others.map { held($0.features) }.max() ?? Self.chance)
    }

    /// The clause of a saying that shares most with some words.
    private func focus(_ own: Set<UInt64>, _ saying: Saying, _ view: FacingSayings) -> ByteSpan {
        let clauses = Sayings.parts(saying.span, view.facing, at: Sayings.semicolons + Sayings.commas)
        let shares = clauses.map { clause in
            (
                clause: clause,
                share: sayings.weight(
                    Sayings.pairs(clause, view.facing).union(Sayings.letters(clause, view.facing)).intersection(own))
            )
        }
        return shares.firstHighest(by: \.share)?.clause ?? saying.span
    }

    /// The sentences that hold some words; the words where none does.
    private static func sentences(of spans: [ByteSpan], in norms: [Norm]) -> [ByteSpan] {
        let holding = norms.map(\.span).filter { norm in spans.contains { norm.contains($0) } }
        return holding.isEmpty ? spans : holding
    }

    /// The cosine of a saying with a whole article.
    private func likeness(_ own: Set<UInt64>, _ weight: Double, _ article: EId, _ view: FacingSayings) -> Double {
        guard let whole = view.wholes[article], whole.weight > 0, weight > 0 else { return 0 }
        return sayings.weight(own.intersection(whole.features)) / (weight * whole.weight).squareRoot()
    }

    /// The cosine of two sayings, in which points are helped by the words that open their lists.
    private func likeness(_ own: Set<UInt64>, _ opening: Set<UInt64>, _ weight: Double, _ saying: Saying) -> Double {
        let said = saying.features
        let facing = saying.opening.subtracting(said)
        let shared =
            sayings.weight(own.intersection(said))
            + Self.opening
            * (sayings.weight(opening.intersection(said)) + sayings.weight(own.intersection(facing)))
            + 2 * Self.opening * sayings.weight(opening.intersection(facing))
        let all = saying.weightOfFeatures + Self.opening * sayings.weight(facing)
        return shared / (weight * all).squareRoot()
    }
}
