import RegulationModel
import Synchronization

/// What stands behind `Aligner`: features of all witnesses, and what each pair of them shows, computed when first asked.
final class AlignmentEngine: Sendable {
    let units: [WitnessUnits]
    private let spaces: [FeatureSpace]
    private let terms: [String]
    private let vocabulary: StemVocabulary
    /// Place of each witness in an order of their own. Every pair is computed in this order and then turned, so that
    /// the two directions agree to the last bit.
    private let ranks: [Int]
    private let direct = Mutex<[[Int]: DirectEvidence]>([:])
    private let joint = Mutex<[[Int]: JointEvidence]>([:])
    private let subjectNumbers = Mutex<[Int]?>(nil)

    init(witnesses: [Regulation], terms: TermTable) {
        let languages = witnesses.map(\.language)
        let (units, terms, vocabulary) = Self.readUnits(of: witnesses, terms: terms)
        let extractor = FeatureExtractor(vocabulary: vocabulary, terms: terms)
        self.units = units
        spaces = Concurrent.map(FeatureKind.allCases.filter { Self.isNeeded($0, languages) }) { kind in
            FeatureSpace(kind: kind, witnesses: units, extractor: extractor)
        }
        self.terms = terms.index.terms
        self.vocabulary = vocabulary
        ranks = Self.ranks(witnesses)
    }

    /// The units of the texts with all that is found by them: the Chinese ones and the terms they hold at the same time as
    /// the English ones and their stems.
    private static func readUnits(of witnesses: [Regulation], terms: TermTable)
        -> ([WitnessUnits], KeptTerms, StemVocabulary)
    {
        let chinese = witnesses.indices.filter { witnesses[$0].language == .chinese }
        let english = witnesses.indices.filter { witnesses[$0].language == .english }
        let isBilingual = !chinese.isEmpty && !english.isEmpty
        let (inChinese, inEnglish) = Concurrent.both {
            let units = Concurrent.map(chinese) { WitnessUnits(witnesses[$0]) }
            guard isBilingual else { return (units: units, terms: KeptTerms.none) }
            let headings = english.flatMap { WitnessUnits.headings(witnesses[$0]) }
            let sieve = TermSieve(chinese: units, englishHeadings: headings)
            return (units: units, terms: terms.index.kept(by: sieve))
        } _: {
            let units = Concurrent.map(english) { WitnessUnits(witnesses[$0]) }
            return (units: units, vocabulary: StemVocabulary(units))
        }
        let order = zip(chinese + english, inChinese.units + inEnglish.units).sorted { $0.0 < $1.0 }
        return (order.map(\.1), inChinese.terms, inEnglish.vocabulary)
    }

    private static func isNeeded(_ kind: FeatureKind, _ languages: [Language]) -> Bool {
        switch kind {
        case .characters: languages.count { $0 == .chinese } > 1
        case .stems: languages.count { $0 == .english } > 1
        case .terms: languages.contains(.chinese) && languages.contains(.english)
        }
    }

    /// Order by id, then by the bytes of the text.
    private static func ranks(_ witnesses: [Regulation]) -> [Int] {
        let order = witnesses.indices.sorted { a, b in
            if witnesses[a].id != witnesses[b].id { return witnesses[a].id < witnesses[b].id }
            return witnesses[a].source.bytes.lexicographicallyPrecedes(witnesses[b].source.bytes)
        }
        var ranks = [Int](repeating: 0, count: witnesses.count)
        for (rank, index) in order.enumerated() { ranks[index] = rank }
        return ranks
    }

    func align(_ base: Int, _ other: Int, level: Level) -> Alignment {
        precondition(units.indices.contains(base) && units.indices.contains(other), "No such witness.")
        let isTurned = ranks[base] > ranks[other]
        let pair = isTurned ? links(other, base, level) : links(base, other, level)
        let turned = pair.sorted { ($0.column, $0.row) < ($1.column, $1.row) }.map(\.link.mirrored)
        return Alignment(
            base: units[base].id, other: units[other].id, level: Self.served(level),
            links: isTurned ? turned : pair.map(\.link))
    }

    /// Articles of two texts whose score is within a margin of the score from which on they are linked.
    func doubtful(_ base: Int, _ other: Int, margin: Double) -> [Link] {
        let isTurned = ranks[base] > ranks[other]
        let (first, second) = isTurned ? (other, base) : (base, other)
        guard let pair = compared(first, second), let joint = jointEvidence(first, second, pair) else { return [] }
        let least = max(0, LinkDecision.linked - Float(margin))
        let pairs = LinkDecision.pairs(carried(first, second, confidence(joint, first, second)), from: least)
        let near = articleLinks(pair, pairs, joint).filter { $0.link.score <= Double(LinkDecision.linked) + margin }
        guard isTurned else { return near.map(\.link) }
        return near.sorted { ($0.column, $0.row) < ($1.column, $1.row) }.map(\.link.mirrored)
    }

    /// All pairs of articles of two texts with what the texts show by themselves.
    func candidates(_ base: Int, _ other: Int) -> [Candidate] {
        guard let shown = directEvidence(base, other)?.probabilities else { return [] }
        return units[base].articles.indices.flatMap { row in
            units[other].articles.indices.map { column in
                Candidate(
                    base: units[base].articles[row].eId, other: units[other].articles[column].eId,
                    probability: Double(shown[row, column]))
            }
        }
    }

    private static func served(_ level: Level) -> Level {
        switch level {
        case .part, .subpart, .chapter, .section, .article: .article
        case .paragraph: .paragraph
        case .point, .subpoint: .point
        }
    }
}

// MARK: - Links of a pair

extension AlignmentEngine {
    fileprivate struct PlacedLink {
        let row: Int
        let column: Int
        let link: Link
    }

    private func links(_ base: Int, _ other: Int, _ level: Level) -> [PlacedLink] {
        guard !units[base].articles.isEmpty, !units[other].articles.isEmpty,
            let compared = compared(base, other)
        else { return [] }
        guard let joint = jointEvidence(base, other, compared) else { return [] }
        let alike = LinkDecision.pairs(carried(base, other, confidence(joint, base, other)))
        let articles = alike + Placeholders.pairs(compared.base.units, compared.other.units, beside: alike)
        switch Self.served(level) {
        case .paragraph: return innerLinks(compared, articles, \.paragraphs, \.paragraphs)
        case .point: return innerLinks(compared, articles, \.points, \.points)
        case .part, .subpart, .chapter, .section, .article, .subpoint:
            let inOrder = articles.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
            return articleLinks(compared, inOrder, joint)
        }
    }

    private func articleLinks(_ pair: ComparedPair, _ pairs: [LinkDecision.Pair], _ joint: JointEvidence)
        -> [PlacedLink]
    {
        let reasons = LinkReasons(base: pair.base.units, other: pair.other.units, pairs: pairs)
        return placed(pair, pairs, \.articles, \.articles) { linked, shared in
            reasons.reasons(linked, shared: shared, bridge: joint.bridge(linked.row, linked.column))
        }
    }

    private func innerLinks(
        _ pair: ComparedPair, _ articles: [LinkDecision.Pair], _ units: KeyPath<WitnessUnits, [WitnessUnits.Unit]>,
        _ places: KeyPath<WitnessFeatures.Places, [Int]>
    ) -> [PlacedLink] {
        let baseUnits = pair.base.units[keyPath: units]
        let otherUnits = pair.other.units[keyPath: units]
        func bags(_ features: WitnessFeatures) -> [FeatureBag] {
            features.places[keyPath: places].map { features.bags[$0] }
        }
        // Paragraphs that sanction name several kinds and share them as a formula.
        func liability(_ of: [WitnessUnits.Unit], _ side: ComparedWitness) -> [Liability] {
            units == \.points ? of.map { Liability($0.scalars, side.units.language) } : []
        }
        let inner = InnerLinks(
            base: bags(pair.base.features), rowOwners: baseUnits.map(\.owner),
            other: bags(pair.other.features), columnOwners: otherUnits.map(\.owner), rarity: pair.rarity,
            openRows: OpenItem.flags(baseUnits, pair.base.units.language),
            openColumns: OpenItem.flags(otherUnits, pair.other.units.language),
            liabilityOfRows: liability(baseUnits, pair.base), liabilityOfColumns: liability(otherUnits, pair.other))
        let pairs = inner.pairs(articles)
        return placed(pair, pairs, units, places) { _, shared in
            (shared.isEmpty ? [] : ["shares " + shared.joined(separator: ", ")]) + ["articles linked"]
        }
    }

    private func placed(
        _ pair: ComparedPair, _ pairs: [LinkDecision.Pair], _ units: KeyPath<WitnessUnits, [WitnessUnits.Unit]>,
        _ places: KeyPath<WitnessFeatures.Places, [Int]>, reasons: @Sendable (LinkDecision.Pair, [String]) -> [String]
    ) -> [PlacedLink] {
        let (base, other) = pair.vectors(places)
        let shared = SharedWords(space: pair.space, rarity: pair.rarity, terms: terms, vocabulary: vocabulary)
        let relations = Relations(pairs)
        let baseUnits = pair.base.units[keyPath: units]
        let otherUnits = pair.other.units[keyPath: units]
        return Concurrent.mapInHalves(pairs) { linked in
            let text = baseUnits[linked.row].scalars
            let sameWords = Folding.haveSameLetters(text, otherUnits[linked.column].scalars)
            let words = shared.words(base: base, row: linked.row, other: other, column: linked.column, text: text)
            let link = Link(
                base: baseUnits[linked.row].eId, other: otherUnits[linked.column].eId, strength: linked.strength,
                relation: relations.relation(of: linked, sameWords: sameWords),
                score: Self.rounded(linked.probability), reasons: reasons(linked, words))
            return PlacedLink(row: linked.row, column: linked.column, link: link)
        }
    }

    /// Four decimals: what lies behind them is noise.
    private static func rounded(_ probability: Float) -> Double {
        (Double(probability) * 10_000).rounded() / 10_000
    }
}

// MARK: - Evidence of a pair

extension AlignmentEngine {
    /// The two texts in the space of features that serves both.
    func compared(_ base: Int, _ other: Int) -> ComparedPair? {
        let kind = FeatureKind(units[base].language, units[other].language)
        guard let space = spaces.first(where: { $0.kind == kind }), let baseFeatures = space.witnesses[base],
            let otherFeatures = space.witnesses[other]
        else { return nil }
        return ComparedPair(
            space: space, base: ComparedWitness(units: units[base], features: baseFeatures),
            other: ComparedWitness(units: units[other], features: otherFeatures))
    }

    /// Scores of two texts in the order of their ranks.
    private func confidence(_ joint: JointEvidence, _ base: Int, _ other: Int) -> Grid {
        let isOneLanguage = units[base].language == units[other].language
        let scope: Confidence.Scope =
            if units[base].isExplainer || units[other].isExplainer { .explainer } else {
                isOneLanguage ? .oneLanguage : .twoLanguages
            }
        let subjects = subjects()
        return Confidence(
            scope: scope, kind: FeatureKind(units[base].language, units[other].language),
            isOneSubject: scope == .explainer || subjects[base] == subjects[other],
            nearness: directEvidence(base, other)?.nearness ?? 0, likeness: joint.likeness,
            distinctSentences: joint.distinctSentences, offences: joint.offences, rowRoles: units[base].roles,
            columnRoles: units[other].roles
        ).of(joint.probabilities)
    }

    /// Scores raised by the likest translation of one of two texts in different languages.
    private func carried(_ base: Int, _ other: Int, _ scores: Grid) -> Grid {
        guard units[base].language != units[other].language else { return scores }
        let translations = Concurrent.map(bridges(base, other)) { middle -> NearTranslation? in
            guard let first = confidence(base, middle), let second = confidence(middle, other) else { return nil }
            let across = units[middle].language == units[base].language ? second : first
            return NearTranslation(across: across, way: first.composed(with: second))
        }
        var best: NearTranslation?
        for case let near? in translations where near.weight > best?.weight ?? 0 { best = near }
        return best?.raise(scores) ?? scores
    }

    /// The other acts on the subject of both, in their own order. Two texts in one language are bridged by a text in
    /// another only where it is nearly a translation of one of them: their own words speak more surely than two steps
    /// across languages (main F1 of Chinese pairs beside English texts 0.966 → 0.982).
    private func bridges(_ base: Int, _ other: Int) -> [Int] {
        let subjects = subjects()
        guard subjects[base] == subjects[other] else { return [] }
        let acts = units.indices.filter { $0 != base && $0 != other && !units[$0].isExplainer }
        let isOneLanguage = units[base].language == units[other].language
        return acts.filter { subjects[$0] == subjects[base] }
            .filter { middle in
                !isOneLanguage || units[middle].language == units[base].language || isNear(base, middle)
                    || isNear(middle, other)
            }
            .sorted { ranks[$0] < ranks[$1] }
    }

    /// A number for the subject of each witness, the same for texts that are near each other or joined by texts that
    /// are: an excerpt may be too short to be near every text on its subject.
    private func subjects() -> [Int] {
        if let known = subjectNumbers.withLock({ $0 }) { return known }
        var numbers = Array(units.indices)
        for base in units.indices {
            // What is looked at next is found at the same time.
            let others = units.indices.filter { $0 > base && numbers[base] != numbers[$0] && mayBeNear(base, $0) }
            _ = Concurrent.map(others) { _ = directEvidence(base, $0) }
            for other in others where numbers[base] != numbers[other] && isNear(base, other) {
                let joined = numbers[other]
                for index in numbers.indices where numbers[index] == joined { numbers[index] = numbers[base] }
            }
        }
        let found = numbers
        subjectNumbers.withLock { $0 = found }
        return found
    }

    private func isNear(_ base: Int, _ other: Int) -> Bool {
        guard mayBeNear(base, other) else { return false }
        let kind = FeatureKind(units[base].language, units[other].language)
        return directEvidence(base, other)?.nearness ?? 0 >= Self.near(kind)
    }

    private func mayBeNear(_ base: Int, _ other: Int) -> Bool {
        let isShort = min(units[base].articles.count, units[other].articles.count) < Self.leastAcross
        return units[base].language == units[other].language || !isShort
    }

    /// Across languages a handful of articles finds something like each of them in any act: an excerpt of two reaches
    /// 0.50 with acts on other subjects, texts of five up to 0.56.
    private static let leastAcross = 8

    /// Two texts are on one subject from here on.
    ///
    /// In Chinese, of 207 pairs of acts on police auxiliaries, volunteers, smoking, blood donation, bravery, legal aid
    /// and dogs, those on one subject reach 0.33 to 0.69, the others at most 0.23; on further subjects 0.25 was met. In
    /// English the same pairs of statutes (120, published in both) reach three quarters of what they reach in Chinese.
    /// Across languages, where one word has many renderings, of 139 pairs on different subjects none without an excerpt
    /// reaches 0.44; acts made apart on one subject reach 0.41 to 0.57, near translations 0.59 and more, and one such
    /// pair is enough to join two languages.
    private static func near(_ kind: FeatureKind) -> Float {
        switch kind {
        case .characters: 0.27
        case .stems: 0.2
        case .terms: 0.575
        }
    }

    /// All evidence of two texts in the order of their ranks; nil where one of them has no provision.
    ///
    /// - Parameter known: the two texts compared, where that is at hand.
    private func jointEvidence(_ base: Int, _ other: Int, _ known: ComparedPair? = nil) -> JointEvidence? {
        let key = [base, other]
        if let evidence = joint.withLock({ $0[key] }) { return evidence }
        guard !units[base].articles.isEmpty, !units[other].articles.isEmpty,
            let pair = known ?? compared(base, other)
        else { return nil }
        let (shown, distinctSentences) = Concurrent.both {
            PairEvidence(pair)
        } _: {
            pair.space.kind == .characters ? pair.distinctSentences() : nil
        }
        let own = DirectEvidence(shown)
        direct.withLock { $0[key] = own }
        let ways = Concurrent.map(bridges(base, other)) { middle -> (id: String, way: Grid)? in
            guard let first = directEvidence(base, middle), let second = directEvidence(middle, other) else {
                return nil
            }
            return (id: units[middle].id, way: first.probabilities.composed(with: second.probabilities))
        }
        let evidence = JointEvidence(
            shown, distinctSentences: distinctSentences,
            offences: pair.space.kind == .characters ? OffenceEvidence(pair) : nil, probabilities: own.probabilities,
            bridges: ways.compactMap(\.self), mayLower: pair.space.kind == .stems)
        joint.withLock { $0[key] = evidence }
        return evidence
    }

    /// Scores of two texts, rows for `base`; nil where one of them has no provision.
    private func confidence(_ base: Int, _ other: Int) -> Grid? {
        guard ranks[base] <= ranks[other] else { return confidence(other, base)?.transposed }
        return jointEvidence(base, other).map { confidence($0, base, other) }
    }

    /// What two texts show by themselves, rows for `base`; nil where one of them has no provision.
    private func directEvidence(_ base: Int, _ other: Int) -> DirectEvidence? {
        guard ranks[base] <= ranks[other] else { return directEvidence(other, base)?.transposed }
        let key = [base, other]
        if let known = direct.withLock({ $0[key] }) { return known }
        guard !units[base].articles.isEmpty, !units[other].articles.isEmpty, let pair = compared(base, other) else {
            return nil
        }
        let evidence = DirectEvidence(PairEvidence(pair))
        direct.withLock { $0[key] = evidence }
        return evidence
    }
}
