import RegulationModel

/// Finds, for a paragraph or point that one side alone seems to have, what the other side says nearest to it, within one
/// language: a list against a sentence, another order of words, another name for the same thing.
///
/// Nobody can tell by letters that the two mean the same. They are shown side by side and called doubtful.
struct NearestSayings {
    /// A sentence or a part of it between semicolons, or a point.
    private struct Saying {
        let span: ByteSpan
        let place: EId
        let article: EId
        let isPenalty: Bool
        let pairs: Set<UInt64>
        let weight: Double
    }

    private typealias Piece = (span: ByteSpan, place: EId, article: EId, isPenalty: Bool, pairs: Set<UInt64>)

    private let sides: (base: NormComparison.Side, other: NormComparison.Side)
    private let base: [Saying]
    private let other: [Saying]
    /// The same cut at commas.
    private let clauses: (base: [Saying], other: [Saying])
    /// What a pair of letters counts for: the more, the fewer sayings of both acts hold it.
    private let weights: [UInt64: Double]

    // By reading what was told as lost or added in six pairs of acts (greening, nursery schools, heating, mental health,
    // heritage, wetlands): of 35 in linked articles from a sixth on, half were said in other words, below one in eight; in
    // other articles the same holds from three tenths on.

    /// Weighed share of both sayings in articles that are compared.
    private static let near = 0.17
    /// The same in any other article.
    private static let nearElsewhere = 0.3
    private static let fewestPairs = 4
    /// The same between a point of one clause and a clause of a sentence: what a list names one by one, the other side says
    /// in a row.
    private static let nearClause = 0.3
    /// Share of the closing words of a list that a sentence of the other side says.
    private static let closing = 0.6

    init(base: NormComparison.Side, other: NormComparison.Side) {
        sides = (base, other)
        let sayings = (Self.pieces(base, at: Self.semicolons), Self.pieces(other, at: Self.semicolons))
        var counts: [UInt64: Int] = [:]
        for saying in sayings.0 + sayings.1 { for pair in saying.pairs { counts[pair, default: 0] += 1 } }
        let all = Double(sayings.0.count + sayings.1.count + 1)
        let weights = counts.mapValues { Self.logarithm(all / (Double($0) + 0.5)) }
        self.weights = weights
        func weighed(_ pieces: [Piece]) -> [Saying] {
            pieces.map { piece in
                Saying(
                    span: piece.span, place: piece.place, article: piece.article, isPenalty: piece.isPenalty,
                    pairs: piece.pairs,
                    weight: Self.weight(piece.pairs, weights))
            }
        }
        self.base = weighed(sayings.0)
        self.other = weighed(sayings.1)
        clauses = (
            weighed(Self.pieces(base, at: Self.semicolons + Self.commas)),
            weighed(Self.pieces(other, at: Self.semicolons + Self.commas))
        )
    }

    private static let semicolons: [UInt32] = [0xFF1B, 0x3B]
    private static let commas: [UInt32] = [0xFF0C, 0x2C]

    /// The logarithm to base two, straight between powers of two: near enough, and the same on every machine.
    private static func logarithm(_ number: Double) -> Double {
        max(0, Double(number.exponent) + number.significand - 1)
    }

    private static func pieces(_ side: NormComparison.Side, at marks: [UInt32]) -> [Piece] {
        side.regulation.provisions.flatMap { provision in
            side.reader.norms(at: provision.eId).flatMap { norm in
                parts(norm.span, side, at: marks).map { part in
                    (part, norm.provision, provision.eId, norm.modality == .sanction, pairs(part, side))
                }
            }
        }
    }

    /// Letters of numbers and references: amounts and 违反第三条第二款规定 tell nothing of what is punished.
    private static let numbers = Set("第条款项〇一二三四五六七八九十百千万元0123456789".unicodeScalars.map(\.value))
    private static let empty = BodyRules.places.union(numbers)

    /// The pairs of letters of some words without those of places and numbers: 市、县（市、区）人民政府 stands in most
    /// sentences of some acts.
    private static func pairs(_ span: ByteSpan, _ side: NormComparison.Side) -> Set<UInt64> {
        Sentences.pairs(span, side).filter { pair in
            !empty.contains(UInt32(pair >> 32)) && !empty.contains(UInt32(pair & 0xFFFF_FFFF))
        }
    }

    /// What stands between marks.
    private static func parts(_ span: ByteSpan, _ side: NormComparison.Side, at marks: [UInt32]) -> [ByteSpan] {
        let text = NormText(side.regulation.source, [span], language: side.regulation.language)
        let cuts = (0..<text.count).filter { marks.contains(text.scalars[$0]) }
        return zip([-1] + cuts, cuts + [text.count]).filter { $1 - $0 > 1 }.map { text.span($0 + 1..<$1) }
    }

    // Sorted, so that the sum is the same in every run.
    private static func weight(_ pairs: Set<UInt64>, _ weights: [UInt64: Double]) -> Double {
        pairs.sorted().reduce(0) { $0 + (weights[$1] ?? 0) }
    }

    /// A difference as it is; what is near something on the other side apart from the rest, with that, as doubtful.
    ///
    /// - Parameter articles: the articles that are compared, those of the base and the others.
    func told(_ difference: NormDifference, _ articles: (base: [EId], other: [EId])) -> [NormDifference] {
        guard [.item, .paragraph].contains(difference.reason), !difference.isDoubtful,
            difference.base.isEmpty != difference.other.isEmpty
        else { return [difference] }
        let isInBase = !difference.base.isEmpty
        let side = isInBase ? sides.base : sides.other
        let place = isInBase ? difference.baseProvision : difference.otherProvision
        let norms = side.reader.norms(at: place)
        // The sentence before a list says nothing by itself.
        guard difference.reason == .item || norms.allSatisfy({ $0.provision == place }) else { return [difference] }
        let spans = sayings(of: difference, norms, isInBase)
        if difference.reason == .item, let clause = clause(of: spans, isInBase, articles) {
            return spans.map { doubt(difference, $0, clause, isInBase) }
        }
        let isPenalty = norms.first?.modality == .sanction
        let found = spans.map { span in
            (
                span: span,
                near: nearest(
                    to: Self.pairs(span, side), isPenalty, isInBase ? other : base,
                    isInBase ? articles.other : articles.base)
            )
        }
        guard found.contains(where: { $0.near != nil }) else {
            guard difference.reason == .item else { return [difference] }
            if spans.allSatisfy({ isReference($0, norms, side) }) { return [doubtful(difference)] }
            guard let general = general(place, isInBase, articles) else { return [difference] }
            return spans.map { doubt(difference, $0, general, isInBase) }
        }
        let far = found.filter { $0.near == nil }.map(\.span)
        // 具体办法由市人民政府制定 says nothing without the sentence before it.
        guard !far.allSatisfy({ leans($0, side) }) || far.isEmpty else {
            let near = found.compactMap(\.near)
            return near.first.map { [doubt(difference, whole(spans), $0, isInBase)] } ?? [difference]
        }
        let doubts = found.compactMap { item in item.near.map { near in doubt(difference, item.span, near, isInBase) } }
        return far.isEmpty ? doubts : [with(far, difference, isInBase)] + doubts
    }

    /// What only one side has, and what only the other has, where the two speak of one matter: one difference in place of
    /// two. Of 308 differences in four pairs of acts, read one by one, four such pairs share `oneMatter` or more; three of
    /// them were on one matter.
    func joined(_ differences: [NormDifference]) -> [NormDifference] {
        let own: Set<DifferenceReason> = [.item, .paragraph]
        let open = differences.indices.filter { own.contains(differences[$0].reason) && !differences[$0].isDoubtful }
        let asked = open.filter { differences[$0].other.isEmpty && !differences[$0].base.isEmpty }
        let given = open.filter { differences[$0].base.isEmpty && !differences[$0].other.isEmpty }
        guard !asked.isEmpty, !given.isEmpty, sides.base.regulation.language == .chinese else { return differences }
        func pairs(_ spans: [ByteSpan], _ side: NormComparison.Side) -> Set<UInt64> {
            spans.reduce(into: []) { $0.formUnion(Self.pairs($1, side)) }
        }
        let (first, second) = (
            asked.map { pairs(differences[$0].base, sides.base) },
            given.map { pairs(differences[$0].other, sides.other) }
        )
        let candidates = first.indices.flatMap { base in
            second.indices.compactMap { other -> ScoredPair? in
                let shared = first[base].intersection(second[other])
                let all = Self.weight(first[base], weights) + Self.weight(second[other], weights)
                let share = 2 * Self.weight(shared, weights) / max(all, .leastNonzeroMagnitude)
                guard shared.count >= Self.fewestPairs - 1, share >= Self.oneMatter else { return nil }
                return ScoredPair(score: share, base: base, other: other)
            }
        }
        var result = differences.map(Optional.some)
        for pair in BestPairs.chosen(candidates) {
            let (base, other) = (differences[asked[pair.base]], differences[given[pair.other]])
            result[asked[pair.base]] = NormDifference(
                kind: .other, reason: .ruledOtherwise, baseProvision: base.baseProvision, base: base.base,
                otherProvision: other.otherProvision, other: other.other, isDoubtful: false)
            result[given[pair.other]] = nil
        }
        return result.compactMap(\.self)
    }

    private static let oneMatter = 0.145

    // By a strict reading of 308 certain differences in four pairs of acts (place names, weather, manners, archives): where
    // the other side's sentences hold this share of the words of one side, 11 of 12 bans, 10 of 13 words of duty and all 7
    // sanctions were said there or wrongly told; below it 1 of 1, 12 of 16 and none were differences.

    /// From which share on a demand of one side is doubtful, by its reason.
    private static let held: [DifferenceReason: Double] = [.ban: 0.15, .duty: 0.2, .sanctions: 0.2, .actsCited: 0.5]

    /// A demand that one side alone seems to have, beside the sentence of the other side that holds most of its words, as
    /// doubtful where that holds enough; any other difference as it is.
    func settled(_ difference: NormDifference, _ articles: (base: [EId], other: [EId])) -> NormDifference {
        guard let least = Self.held[difference.reason], !difference.isDoubtful,
            difference.base.isEmpty != difference.other.isEmpty, sides.base.regulation.language == .chinese
        else { return difference }
        let isInBase = !difference.base.isEmpty
        let (spans, side) = isInBase ? (difference.base, sides.base) : (difference.other, sides.other)
        let facing = isInBase ? (other, articles.other) : (base, articles.base)
        let sayings = facing.0.filter { facing.1.contains($0.article) }
        let clauses = spans.flatMap { Self.parts($0, side, at: Self.semicolons + Self.commas) }
            .map { clause in
                Self.withoutDuties(clause, side).reduce(into: Set<UInt64>()) { $0.formUnion(Self.pairs($1, side)) }
            }
        let weight = clauses.reduce(0) { $0 + Self.weight($1, weights) }
        guard weight > 0 else { return difference }
        func share(_ clause: Set<UInt64>, _ saying: Saying) -> Double {
            Self.weight(clause.intersection(saying.pairs), weights)
        }
        let all = clauses.reduce(0) { sum, clause in sum + (sayings.map { share(clause, $0) }.max() ?? 0) }
        guard all >= least * weight else { return difference }
        let best = sayings.map { saying in (saying, clauses.reduce(0) { $0 + share($1, saying) }) }
            .reduce(nil) { (best: (Saying, Double)?, next) in next.1 > best?.1 ?? 0 ? next : best }
        guard let saying = best?.0 else { return difference }
        let isOtherWord =
            difference.reason == .duty && encourages(saying, !isInBase)
            || all >= Self.same * weight && isOtherOrder(whole(spans), saying.span, isInBase)
        return isOtherWord ? difference : doubt(difference, whole(spans), saying, isInBase)
    }

    /// From this share on the other side has the same words, and only the word of duty can differ.
    private static let same = 0.8

    /// Whether words say 不得 or 可以 where the other side has the same words without it: then that is the difference.
    private func isOtherOrder(_ own: ByteSpan, _ facing: ByteSpan, _ isInBase: Bool) -> Bool {
        let (one, two) = isInBase ? (sides.base, sides.other) : (sides.other, sides.base)
        let (words, saying) = (
            NormText(one.regulation.source, [own], language: one.regulation.language),
            NormText(two.regulation.source, [facing], language: two.regulation.language)
        )
        func has(_ phrases: [Phrase], _ text: NormText) -> Bool { phrases.contains { text.contains($0) } }
        // 可以从事下列工作 beside 协助从事下列工作: the lists are compared.
        if has(["下列"], words), has(["下列"], saying) { return false }
        if has(PlainWords.bans, words) { return !has(PlainWords.bans + ["不", "防止"], saying) }
        return has(["可以"], words) && !has(["可以", "有权", "可"], saying)
    }

    /// 应当 and 鼓励 are two things, however alike the rest.
    private func encourages(_ saying: Saying, _ isInBase: Bool) -> Bool {
        let side = isInBase ? sides.base : sides.other
        let text = NormText(side.regulation.source, [saying.span], language: side.regulation.language)
        return PlainWords.encouraging.contains { text.contains($0) }
    }

    /// What stands before, between and behind the words of duty of a clause.
    private static func withoutDuties(_ clause: ByteSpan, _ side: NormComparison.Side) -> [ByteSpan] {
        let text = NormText(side.regulation.source, [clause], language: side.regulation.language)
        let places = duties.flatMap(text.all).sorted { $0.lowerBound < $1.lowerBound }
        var start = 0
        var parts: [ByteSpan] = []
        for place in places where place.lowerBound >= start {
            if place.lowerBound > start { parts.append(text.span(start..<place.lowerBound)) }
            start = place.upperBound
        }
        if start < text.count { parts.append(text.span(start..<text.count)) }
        return parts
    }

    private static let duties = (PlainWords.bans + PlainWords.duties + PlainWords.powers).filter {
        $0.scalars.count > 1
    }

    /// 违反本条例第十六条第三款规定的: what is meant stands elsewhere.
    private func isReference(_ span: ByteSpan, _ norms: [Norm], _ side: NormComparison.Side) -> Bool {
        let cited = norms.flatMap(\.references).filter { reference in
            if case .provision = reference.target { span.contains(reference.span) } else { false }
        }
        guard !cited.isEmpty else { return false }
        return Self.pairs(span, side).count < Self.fewestReferring
    }

    /// Pairs of letters of 违反本条例规定的 and 本条例所列的名称, and two more.
    private static let fewestReferring = 10

    private func doubtful(_ difference: NormDifference) -> NormDifference {
        NormDifference(
            kind: difference.kind, reason: difference.reason, baseProvision: difference.baseProvision,
            base: difference.base, otherProvision: difference.otherProvision, other: difference.other, isDoubtful: true)
    }

    private static let leaning: [Phrase] = ["具体", "其中", "前款", "上述", "其具体", "办法由"]

    /// True for a sentence that only goes on with the one before it.
    private func leans(_ span: ByteSpan, _ side: NormComparison.Side) -> Bool {
        let text = NormText(side.regulation.source, [span], language: side.regulation.language)
        return Self.leaning.contains { text.has($0, at: 0) }
    }

    private func whole(_ spans: [ByteSpan]) -> ByteSpan {
        ByteSpan(spans.map(\.start).min() ?? 0, spans.map(\.end).max() ?? 0)
    }

    /// The clause of a sentence in the articles compared that a point of one clause comes nearest to.
    private func clause(of spans: [ByteSpan], _ isInBase: Bool, _ articles: (base: [EId], other: [EId])) -> Saying? {
        let (side, facing) = isInBase ? (sides.base, sides.other) : (sides.other, sides.base)
        guard let span = spans.first, spans.count == 1, side.regulation.language == .chinese,
            Self.parts(span, side, at: Self.semicolons + Self.commas).count == 1
        else { return nil }
        let candidates = (isInBase ? clauses.other : clauses.base).filter { saying in
            (isInBase ? articles.other : articles.base).contains(saying.article)
                && facing.regulation.provision(at: saying.place).map { $0.level < .point && $0.children.isEmpty }
                    ?? false
        }
        let pairs = Self.pairs(span, side)
        let weight = Self.weight(pairs, weights)
        var best: (share: Double, saying: Saying)?
        for saying in candidates {
            let shared = pairs.intersection(saying.pairs)
            let share = 2 * Self.weight(shared, weights) / max(weight + saying.weight, .leastNonzeroMagnitude)
            guard shared.count >= Self.fewestPairs - 1, share >= Self.nearClause, share > best?.share ?? 0 else {
                continue
            }
            best = (share, saying)
        }
        return best?.saying
    }

    /// The sentences of a paragraph, and a point as a whole.
    private func sayings(of difference: NormDifference, _ norms: [Norm], _ isInBase: Bool) -> [ByteSpan] {
        let spans = isInBase ? difference.base : difference.other
        guard difference.reason == .paragraph else { return spans }
        let inside = norms.map(\.span).filter { norm in spans.contains { $0.contains(norm) } }
        return inside.isEmpty ? spans : inside
    }

    /// The saying that has most in common with some words, of those that are near enough; in other articles such as penalise
    /// answer such as penalise.
    private func nearest(
        to pairs: Set<UInt64>, _ isPenalty: Bool, _ facing: [Saying], _ articles: [EId]
    ) -> Saying? {
        guard pairs.count >= Self.fewestPairs else { return nil }
        let weight = Self.weight(pairs, weights)
        var best: (shared: Double, saying: Saying)?
        for saying in facing where saying.pairs.count >= Self.fewestPairs {
            let isBeside = articles.contains(saying.article)
            guard isBeside || saying.isPenalty == isPenalty else { continue }
            let shared = Self.weight(pairs.intersection(saying.pairs), weights)
            let share = 2 * shared / max(weight + saying.weight, .leastNonzeroMagnitude)
            guard share >= (isBeside ? Self.near : Self.nearElsewhere), shared > best?.shared ?? 0 else { continue }
            best = (shared, saying)
        }
        return best?.saying
    }

    /// What the other side says in general of a list that ends in it: points before 其他玩忽职守、滥用职权的 are examples where
    /// the other side has a sentence on 玩忽职守、滥用职权 and no list.
    private func general(_ point: EId, _ isInBase: Bool, _ articles: (base: [EId], other: [EId])) -> Saying? {
        let (side, facing) = isInBase ? (sides.base, sides.other) : (sides.other, sides.base)
        let (sayings, group) = isInBase ? (other, articles.other) : (base, articles.base)
        guard let last = side.regulation.provision(at: point.above)?.children.last, last.level >= .point,
            last.eId != point, side.regulation.language == .chinese
        else { return nil }
        let text = NormText(side.regulation.source, last.text, language: .chinese)
        guard text.first("其他").map({ $0.lowerBound <= 1 }) ?? false else { return nil }
        let pairs = last.text.reduce(into: Set<UInt64>()) { $0.formUnion(Self.pairs($1, side)) }
        let weight = Self.weight(pairs, weights)
        guard pairs.count >= Self.fewestPairs, weight > 0 else { return nil }
        return sayings.first { saying in
            let hasList = facing.regulation.provision(at: saying.place).map {
                !$0.children.isEmpty || $0.level >= .point
            }
            return group.contains(saying.article) && hasList == false
                && Self.weight(pairs.intersection(saying.pairs), weights) >= Self.closing * weight
        }
    }

    private func doubt(
        _ difference: NormDifference, _ span: ByteSpan, _ near: Saying, _ isInBase: Bool
    ) -> NormDifference {
        NormDifference(
            kind: difference.kind, reason: .saidOtherwise, baseProvision: difference.baseProvision,
            base: isInBase ? [span] : [near.span], otherProvision: difference.otherProvision,
            other: isInBase ? [near.span] : [span], isDoubtful: true)
    }

    private func with(_ spans: [ByteSpan], _ difference: NormDifference, _ isInBase: Bool) -> NormDifference {
        NormDifference(
            kind: difference.kind, reason: difference.reason, baseProvision: difference.baseProvision,
            base: isInBase ? spans : [], otherProvision: difference.otherProvision, other: isInBase ? [] : spans,
            isDoubtful: difference.isDoubtful)
    }
}
