import RegulationModel

/// A sentence or a part of it between semicolons, or a point.
struct Saying {
    let span: ByteSpan
    let place: EId
    let article: EId
    let isPenalty: Bool
    /// True for what forbids, by itself or by what opens its list: no duty says the same.
    let isBan: Bool
    /// Pairs of neighbouring letters, without those of places and numbers.
    let pairs: Set<UInt64>
    let weight: Double
    /// Its pairs and its single letters: other words for one thing share some (检修, 维修).
    let features: Set<UInt64>
    let weightOfFeatures: Double
    /// Pairs of the words that open the list of a point; none for anything else.
    let opening: Set<UInt64>
    /// True for the words before a list, which say nothing by themselves.
    let opensList: Bool
    /// True for the point that leaves a list open (其他……): it says as little.
    let leavesOpen: Bool
}

/// The sayings of the other side, as one that has something to say looks at them.
struct FacingSayings {
    /// Whether what is looked at is said by the base.
    let isOfBase: Bool
    let own: NormComparison.Side
    let facing: NormComparison.Side
    let sayings: [Saying]
    let clauses: [Saying]
    /// Articles of the other side that are compared.
    let articles: [EId]
    /// What each article of the other side says in all: its pairs and letters, and their weight.
    let wholes: [EId: (features: Set<UInt64>, weight: Double)]

    /// Whether a saying stands in an article that is compared.
    func isBeside(_ saying: Saying) -> Bool { articles.contains(saying.article) }
}

/// What two acts in one language say, sentence by sentence and clause by clause, and what each pair of letters counts for.
struct Sayings {
    /// A saying without its weight.
    private struct Piece {
        let span: ByteSpan
        let place: EId
        let article: EId
        let isPenalty: Bool
        let isBan: Bool
        let pairs: Set<UInt64>
        let letters: Set<UInt64>
        let opening: Set<UInt64>
        let opensList: Bool
        let leavesOpen: Bool
    }

    private let sides: (base: NormComparison.Side, other: NormComparison.Side)
    private let base: [Saying]
    private let other: [Saying]
    /// The same cut at commas.
    private let clauses: (base: [Saying], other: [Saying])
    private let wholes:
        (
            base: [EId: (features: Set<UInt64>, weight: Double)],
            other: [EId: (features: Set<UInt64>, weight: Double)]
        )
    /// What a pair of letters counts for: the more, the fewer sayings of both acts hold it. A letter counts half.
    private let weights: [UInt64: Double]
    private static let ofLetters = 0.5

    init(base: NormComparison.Side, other: NormComparison.Side) {
        sides = (base, other)
        let sayings = (Self.pieces(base, at: Self.semicolons), Self.pieces(other, at: Self.semicolons))
        var counts: [UInt64: Int] = [:]
        for saying in sayings.0 + sayings.1 {
            for pair in saying.pairs { counts[pair, default: 0] += 1 }
            for letter in saying.letters { counts[letter, default: 0] += 1 }
        }
        let all = Double(sayings.0.count + sayings.1.count + 1)
        var weights = counts.mapValues { max(0, Self.logarithm(all / (Double($0) + 0.5))) }
        for key in counts.keys where Self.isLetter(key) { weights[key]? *= Self.ofLetters }
        self.weights = weights
        func weighed(_ pieces: [Piece]) -> [Saying] {
            pieces.map { piece in
                Saying(
                    span: piece.span, place: piece.place, article: piece.article, isPenalty: piece.isPenalty,
                    isBan: piece.isBan,
                    pairs: piece.pairs, weight: Self.weight(piece.pairs, weights),
                    features: piece.pairs.union(piece.letters),
                    weightOfFeatures: Self.weight(piece.pairs.union(piece.letters), weights),
                    opening: piece.opening, opensList: piece.opensList, leavesOpen: piece.leavesOpen)
            }
        }
        self.base = weighed(sayings.0)
        self.other = weighed(sayings.1)
        clauses = (
            weighed(Self.pieces(base, at: Self.semicolons + Self.commas)),
            weighed(Self.pieces(other, at: Self.semicolons + Self.commas))
        )
        func whole(_ sayings: [Saying]) -> [EId: (features: Set<UInt64>, weight: Double)] {
            Dictionary(grouping: sayings, by: \.article).mapValues { sayings in
                let features = sayings.reduce(into: Set<UInt64>()) { $0.formUnion($1.features) }
                return (features, Self.weight(features, weights))
            }
        }
        wholes = (whole(self.base), whole(self.other))
    }

    /// The language of both acts.
    var language: Language { sides.base.regulation.language }

    /// What the base looks at, or what the other side looks at.
    ///
    /// - Parameter articles: the articles that are compared, those of the base and the others.
    func facing(_ isInBase: Bool, _ articles: (base: [EId], other: [EId])) -> FacingSayings {
        isInBase
            ? FacingSayings(
                isOfBase: false, own: sides.base, facing: sides.other, sayings: other, clauses: clauses.other,
                articles: articles.other, wholes: wholes.other)
            : FacingSayings(
                isOfBase: true, own: sides.other, facing: sides.base, sayings: base, clauses: clauses.base,
                articles: articles.base,
                wholes: wholes.base)
    }

    /// The weight of some pairs of letters, and of single letters, in bits.
    func weight(_ pairs: Set<UInt64>) -> Double { Self.weight(pairs, weights) }

    // Sorted, so that the sum is the same in every run.
    private static func weight(_ pairs: Set<UInt64>, _ weights: [UInt64: Double]) -> Double {
        pairs.sorted().reduce(0) { $0 + (weights[$1] ?? 0) }
    }

    /// Share of the weight of two sets that is in both, from 0 to 1.
    func alike(_ pairs: Set<UInt64>, _ weight: Double, _ saying: Saying) -> Double {
        2 * self.weight(pairs.intersection(saying.pairs)) / max(weight + saying.weight, .leastNonzeroMagnitude)
    }

    static let semicolons: [UInt32] = [0xFF1B, 0x3B]
    static let commas: [UInt32] = [0xFF0C, 0x2C]

    /// The logarithm to base two, straight between powers of two: near enough, and the same on every machine.
    static func logarithm(_ number: Double) -> Double {
        Double(number.exponent) + number.significand - 1
    }

    private static func pieces(_ side: NormComparison.Side, at marks: [UInt32]) -> [Piece] {
        var openings: [EId: Set<UInt64>] = [:]
        return side.regulation.provisions.flatMap { provision in
            // What an act is for answers no rule.
            side.reader.norms(at: provision.eId).filter { $0.modality != .purpose }.flatMap { norm -> [Piece] in
                let isPoint = side.regulation.provision(at: norm.provision).map { $0.level >= .point } ?? false
                let above = norm.provision.above
                if isPoint, openings[above] == nil { openings[above] = opening(above, side) }
                let parts = parts(norm.span, side, at: marks)
                let (opens, leaves) = (opensList(norm, side), isPoint && leavesOpen(norm, side))
                let bans = isBan(norm, side)
                return parts.enumerated().map { index, part in
                    Piece(
                        span: part, place: norm.provision, article: provision.eId,
                        isPenalty: norm.modality == .sanction, isBan: bans, pairs: pairs(part, side),
                        letters: letters(part, side),
                        opening: isPoint ? openings[above] ?? [] : [],
                        opensList: opens && index == parts.count - 1, leavesOpen: leaves)
                }
            }
        }
    }

    /// The words that open the list of a point; none for anything else.
    func opening(of eId: EId, _ side: NormComparison.Side) -> Set<UInt64> {
        let isPoint = side.regulation.provision(at: eId).map { $0.level >= .point } ?? false
        return isPoint ? Self.opening(eId.above, side) : []
    }

    /// The last sentence of the words above a list.
    private static func opening(_ above: EId, _ side: NormComparison.Side) -> Set<UInt64> {
        side.reader.norms(at: above).last { $0.provision == above }.map { pairs($0.span, side) } ?? []
    }

    /// The last point of a list, on others that are not named.
    static func leavesOpen(_ norm: Norm, _ side: NormComparison.Side) -> Bool {
        guard side.regulation.provision(at: norm.provision.above)?.children.last?.eId == norm.provision else {
            return false
        }
        let text = NormText(side.regulation.source, [norm.span], language: side.regulation.language)
        return ["其他", "其它", "other"].contains { text.contains($0) }
    }

    /// Whether a norm forbids, by itself or by what opens its list: 不得安排, 禁止, 防止.
    static func isBan(_ norm: Norm, _ side: NormComparison.Side) -> Bool {
        let text = NormText(side.regulation.source, [norm.span], language: side.regulation.language)
        return norm.modality == .mustNot || (PlainWords.bans + ["防止", "避免"]).contains { text.contains($0) }
    }

    private static func opensList(_ norm: Norm, _ side: NormComparison.Side) -> Bool {
        guard let provision = side.regulation.provision(at: norm.provision), !provision.children.isEmpty else {
            return false
        }
        return side.regulation.source.flowedScalars([norm.span]).last.map { ":：".unicodeScalars.contains($0) } ?? false
    }

    /// Letters of numbers and references: amounts and 违反第三条第二款规定 tell nothing of what is punished.
    private static let numbers = Set("第条款项〇一二三四五六七八九十百千万元0123456789".unicodeScalars.map(\.value))
    private static let empty = BodyRules.places.union(numbers)

    /// The pairs of letters of some words without those of places and numbers: 市、县（市、区）人民政府 stands in most
    /// sentences of some acts.
    ///
    /// Translators seldom choose the same two words in a row: of English single words are taken, by their beginnings.
    static func pairs(_ span: ByteSpan, _ side: NormComparison.Side) -> Set<UInt64> {
        guard side.regulation.language == .chinese else { return beginnings(span, side) }
        return Sentences.pairs(span, side).filter { pair in
            !empty.contains(UInt32(pair >> 32)) && !empty.contains(UInt32(pair & 0xFFFF_FFFF))
        }
    }

    /// Letters of a word by which it is known: endings change.
    private static let knownLetters = 6
    /// Shorter words join others.
    private static let shortestWord = 4
    private static let joining: Set<String> = [
        "shall", "with", "from", "that", "this", "which", "must", "have", "been", "such", "other", "under", "upon",
        "accord",
        "pursua", "those", "these", "their", "being", "into", "when", "where", "whose", "should", "articl", "paragr",
        "provis", "preced", "aforem", "herein", "thereo", "follow", "above", "said",
    ]

    private static func beginnings(_ span: ByteSpan, _ side: NormComparison.Side) -> Set<UInt64> {
        let folded = Folding.scalars(of: side.regulation.source.flowedScalars([span]))
        var known: Set<UInt64> = []
        for word in folded.split(whereSeparator: { !("a"..."z").contains($0) }) where word.count >= shortestWord {
            let beginning = word.prefix(knownLetters)
            guard !joining.contains(String(String.UnicodeScalarView(beginning))) else { continue }
            // The upper half tells it from a single letter; FNV-1a, 64 bits.
            let hash = beginning.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1.value)) &* 0x100_0000_01B3 }
            known.insert(hash | 1 << 63)
        }
        return known
    }

    /// The single letters of some words, without those of places and numbers.
    static func letters(_ span: ByteSpan, _ side: NormComparison.Side) -> Set<UInt64> {
        NeighbourLetters.letters([span], side.regulation).reduce(into: []) { letters, letter in
            if !empty.contains(letter) { letters.insert(UInt64(letter)) }
        }
    }

    /// Whether a feature is a letter and no pair of them.
    private static func isLetter(_ feature: UInt64) -> Bool { feature >> 32 == 0 }

    /// What stands between marks.
    static func parts(_ span: ByteSpan, _ side: NormComparison.Side, at marks: [UInt32]) -> [ByteSpan] {
        let text = NormText(side.regulation.source, [span], language: side.regulation.language)
        let cuts = (0..<text.count).filter { marks.contains(text.scalars[$0]) }
        let pieces = zip([-1] + cuts, cuts + [text.count]).filter { $1 - $0 > 1 }.map { $0 + 1..<$1 }
        // Behind the last semicolon of a point stands the word that joins it to the next one.
        let joints = ["and", "or", "and/or"]
        let said = pieces.filter { range in
            !joints.contains { text.string(range).split(separator: " ").elementsEqual(CollectionOfOne($0[...])) }
        }
        return (said.isEmpty ? pieces : said).map { text.span($0) }
    }
}
