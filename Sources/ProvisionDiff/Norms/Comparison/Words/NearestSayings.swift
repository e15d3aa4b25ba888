import RegulationModel

/// Finds, for a paragraph or point that one side alone seems to have, what the other side says nearest to it, within one
/// language: a list against a sentence, another order of words, another name for the same thing.
///
/// Nobody can tell by letters that the two mean the same. They are shown side by side and called doubtful.
struct NearestSayings {
    let sayings: Sayings
    /// Units of each side that say the same as one of the other, and so answer nothing else.
    var settled: (base: Set<EId>, other: Set<EId>) = ([], [])

    // By reading what was told as lost or added in six pairs of acts (greening, nursery schools, heating, mental health,
    // heritage, wetlands): of 35 in linked articles from a sixth on, half were said in other words, below one in eight; in
    // other articles the same holds from three tenths on.

    // English is told by single words, of which unlike sentences share more than pairs of letters: by reading two pairs of
    // acts on professions.

    /// Weighed share of both sayings in articles that are compared.
    private var near: Double { sayings.language == .chinese ? 0.17 : 0.25 }
    /// The same in any other article.
    private var nearElsewhere: Double { sayings.language == .chinese ? 0.3 : 0.4 }
    // Points are short beside sentences. By reading seven more pairs (place names, weather, manners, archives, epizootics,
    // hygiene, taxis) and police auxiliaries, of 12 more points that this finds 7 were said there; of paragraphs 3 of 7, so
    // they are left out.

    /// Weighed share of a point that stands in a saying of the articles that are compared.
    private var held: Double { sayings.language == .chinese ? 0.2 : 0.35 }
    /// What is said in articles that are compared is the likelier answer.
    private static let beside = 1.8
    static let fewestPairs = 4
    /// The same between a point of one clause and a clause of a sentence: what a list names one by one, the other side says
    /// in a row.
    private static let nearClause = 0.3
    /// Share of the closing words of a list that a sentence of the other side says.
    private static let closing = 0.6

    /// A difference as it is; what is near something on the other side apart from the rest, with that, as doubtful.
    func told(_ difference: NormDifference, _ articles: (base: [EId], other: [EId])) -> [NormDifference] {
        guard [.item, .paragraph].contains(difference.reason), !difference.isDoubtful, difference.isOneSided else {
            return [difference]
        }
        let view = sayings.facing(difference.isInBase, articles)
        let norms = view.own.reader.norms(at: difference.own.provision)
        // The sentence before a list says nothing by itself.
        guard difference.reason == .item || norms.allSatisfy({ $0.provision == difference.own.provision }) else {
            return [difference]
        }
        // 其他违法行为 at the end of a list is nobody's in particular.
        if difference.reason == .item, let norm = norms.first, Sayings.leavesOpen(norm, view.own) {
            return [difference]
        }
        let spans = parts(of: difference, norms)
        if difference.reason == .item, let clause = clause(of: spans, view) {
            return spans.map { difference.said($0, otherwise: clause) }
        }
        let (isPenalty, isPoint) = (norms.first?.modality == .sanction, difference.reason == .item)
        let found = spans.map { span in
            let norm = norms.first { $0.span.start < span.end && span.start < $0.span.end }
            let isBan = norm.map { Sayings.isBan($0, view.own) } ?? false
            return (span: span, near: nearest(to: Sayings.pairs(span, view.own), isPenalty, isPoint, isBan, view))
        }
        guard found.contains(where: { $0.near != nil }) else {
            guard difference.reason == .item else { return [difference] }
            if spans.allSatisfy({ isReference($0, norms, view.own) }) { return [difference.doubted] }
            guard let general = general(difference.own.provision, view) else { return [difference] }
            return spans.map { difference.said($0, otherwise: general) }
        }
        let far = found.filter { $0.near == nil }.map(\.span)
        // 具体办法由市人民政府制定 says nothing without the sentence before it.
        guard far.isEmpty || !far.allSatisfy({ leans($0, view.own) }) else {
            let near = found.lazy.compactMap(\.near).first
            return near.map { [difference.said(ByteSpan(covering: spans), otherwise: $0)] } ?? [difference]
        }
        let doubts = found.compactMap { item in item.near.map { difference.said(item.span, otherwise: $0) } }
        return far.isEmpty ? doubts : [difference.with(far)] + doubts
    }

    /// 违反本条例第十六条第三款规定的: what is meant stands elsewhere.
    private func isReference(_ span: ByteSpan, _ norms: [Norm], _ side: NormComparison.Side) -> Bool {
        let cited = norms.flatMap(\.references).filter { reference in
            if case .provision = reference.target { span.contains(reference.span) } else { false }
        }
        guard !cited.isEmpty else { return false }
        return Sayings.pairs(span, side).count < Self.fewestReferring
    }

    /// Pairs of letters of 违反本条例规定的 and 本条例所列的名称, and two more.
    private static let fewestReferring = 10

    private static let leaning: [Phrase] = ["具体", "其中", "前款", "上述", "其具体", "办法由"]

    /// True for a sentence that only goes on with the one before it.
    private func leans(_ span: ByteSpan, _ side: NormComparison.Side) -> Bool {
        let text = NormText(side.regulation.source, [span], language: side.regulation.language)
        return Self.leaning.contains { text.has($0, at: 0) }
    }

    /// The clause of a sentence in the articles compared that a point of one clause comes nearest to.
    private func clause(of spans: [ByteSpan], _ view: FacingSayings) -> Saying? {
        guard let span = spans.first, spans.count == 1, sayings.language == .chinese,
            Sayings.parts(span, view.own, at: Sayings.semicolons + Sayings.commas).count == 1
        else { return nil }
        let candidates = view.clauses.filter { saying in
            view.isBeside(saying)
                && view.facing.regulation.provision(at: saying.place).map { $0.level < .point && $0.children.isEmpty }
                    ?? false
        }
        let pairs = Sayings.pairs(span, view.own)
        let weight = sayings.weight(pairs)
        return candidates.filter { pairs.intersection($0.pairs).count >= Self.fewestPairs - 1 }
            .map { (share: sayings.alike(pairs, weight, $0), saying: $0) }.filter { $0.share >= Self.nearClause }
            .firstHighest(by: \.share)?.saying
    }

    /// The sentences of a paragraph, and a point as a whole.
    private func parts(of difference: NormDifference, _ norms: [Norm]) -> [ByteSpan] {
        let spans = difference.own.spans
        guard difference.reason == .paragraph else { return spans }
        let inside = norms.map(\.span).filter { norm in spans.contains { $0.contains(norm) } }
        return inside.isEmpty ? spans : inside
    }

    /// The saying that has most in common with some words, of those that are near enough; in other articles such as penalise
    /// answer such as penalise.
    private func nearest(
        to pairs: Set<UInt64>, _ isPenalty: Bool, _ isPoint: Bool, _ isBan: Bool, _ view: FacingSayings
    ) -> Saying? {
        guard pairs.count >= Self.fewestPairs else { return nil }
        let weight = sayings.weight(pairs)
        let settled = view.isOfBase ? self.settled.base : self.settled.other
        return view.sayings.filter { saying in
            let isBeside = view.isBeside(saying)
            guard saying.pairs.count >= Self.fewestPairs, !saying.leavesOpen, !saying.opensList,
                !settled.contains(saying.place),
                saying.isBan == isBan, isBeside || saying.isPenalty == isPenalty
            else {
                return false
            }
            let share = sayings.weight(pairs.intersection(saying.pairs)) / max(weight, .leastNonzeroMagnitude)
            let alike = sayings.alike(pairs, weight, saying)
            return alike >= (isBeside ? near : nearElsewhere)
                || isPoint && isBeside && share >= held
        }
        .map { saying in
            let alike = sayings.alike(pairs, weight, saying)
            return (likeness: alike * (view.isBeside(saying) ? Self.beside : 1), saying: saying)
        }
        .firstHighest(by: \.likeness)?.saying
    }

    /// What the other side says in general of a list that ends in it: points before 其他玩忽职守、滥用职权的 are examples where
    /// the other side has a sentence on 玩忽职守、滥用职权 and no list.
    private func general(_ point: EId, _ view: FacingSayings) -> Saying? {
        guard let last = view.own.regulation.provision(at: point.above)?.children.last, last.level >= .point,
            last.eId != point, sayings.language == .chinese
        else { return nil }
        let text = NormText(view.own.regulation.source, last.text, language: .chinese)
        guard text.first("其他").map({ $0.lowerBound <= 1 }) ?? false else { return nil }
        let pairs = last.text.reduce(into: Set<UInt64>()) { $0.formUnion(Sayings.pairs($1, view.own)) }
        let weight = sayings.weight(pairs)
        guard pairs.count >= Self.fewestPairs, weight > 0 else { return nil }
        return view.sayings.first { saying in
            let hasList = view.facing.regulation.provision(at: saying.place).map {
                !$0.children.isEmpty || $0.level >= .point
            }
            return view.isBeside(saying) && hasList == false
                && sayings.weight(pairs.intersection(saying.pairs)) >= Self.closing * weight
        }
    }
}

extension Sequence {
    /// The first of those with the highest value; nil where there are none.
    func firstHighest(by value: (Element) -> Double) -> Element? {
        reduce(nil) { (best: Element?, next) in
            guard let best else { return next }
            return value(next) > value(best) ? next : best
        }
    }
}

extension ByteSpan {
    /// From the start of the first to the end of the last of some spans.
    init(covering spans: [ByteSpan]) {
        self.init(spans.map(\.start).min() ?? 0, spans.map(\.end).max() ?? 0)
    }
}
