import ProvisionDiff
import RegulationModel

/// The words of every sentence and item of one act, to tell whether something is said in it.
///
/// A wrong option must be wrong: one that shares this much with a rule it could be true by is not used.
struct SaidIndex: Sendable {
    /// Pairs of neighbouring ideographs, or stems, of an option that one sentence of the act may share with it. Half was
    /// set by reading the questions of five texts and of four acts on another subject; nothing nearer was measured.
    static let mostShared = 0.5

    private struct Unit: Sendable {
        let kind: StudyKind?
        let article: EId
        let features: Set<String>
    }

    private let units: [Unit]
    private let language: Language

    init(_ regulation: Regulation, rules: [StudyRule]) {
        let language = regulation.language
        self.language = language
        let ruled = rules.flatMap { rule in
            ([rule.lead] + rule.items.map(\.quote)).map { quote in
                Unit(
                    kind: rule.kind, article: quote.provision.article,
                    features: Self.features(regulation.source.flowed(quote.spans), language))
            }
        }
        let all = regulation.articles.flatMap { article in
            ProvisionDiff.TextUnit.units(of: article).map { unit in
                Unit(
                    kind: nil, article: article.eId,
                    features: Self.features(regulation.source.flowed(unit.text), language))
            }
        }
        units = ruled + all
    }

    /// What may be shared where two acts are compared: other drafters say the same in other words.
    static let mostSharedAbroad = 0.34
    /// Longer items of another act say several things, of which one may be here: characters of Chinese and of English.
    static let longestAbroad = (chinese: 30, english: 100)

    /// True where an item of another act in the same language can be called unknown to this one.
    func lacks(_ text: String) -> Bool {
        let longest = language == .chinese ? Self.longestAbroad.chinese : Self.longestAbroad.english
        return text.count <= longest && !isSaid(text, in: nil, sharing: Self.mostSharedAbroad)
    }

    /// True where a sentence or item of one of these kinds of rules says it; of any provision where none is given.
    func isSaid(_ text: String, in kinds: Set<StudyKind>?, sharing most: Double = mostShared) -> Bool {
        let features = Self.features(text, language)
        guard !features.isEmpty else { return true }
        return units.contains { unit in
            guard kinds.map({ kinds in unit.kind.map(kinds.contains) ?? false }) ?? true else { return false }
            return Self.share(features, unit.features) >= most
        }
    }

    /// How much of the smaller of two texts stands in the other.
    static func share(_ a: Set<String>, _ b: Set<String>) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        return Double(a.intersection(b).count) / Double(min(a.count, b.count))
    }

    /// What is compared of a text.
    static func features(_ text: String, _ language: Language) -> Set<String> {
        guard language == .chinese else { return Set(EnglishStems.contentStems(text)) }
        let scalars = Folding.fold(text).scalars
        var pairs: Set<String> = []
        for (first, second) in zip(scalars, scalars.dropFirst()) where first.isHan && second.isHan {
            pairs.insert(String(String.UnicodeScalarView([first, second])))
        }
        return pairs
    }
}
