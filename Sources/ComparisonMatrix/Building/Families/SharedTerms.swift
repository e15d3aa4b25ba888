import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// The terms that tell what provisions of several texts have in common and others have not.
///
/// Nothing knows words of Chinese here: a term is a run of characters with different neighbours on both sides (accessor
/// variety: H. Feng et al., "Accessor variety criteria for Chinese word extraction", Computational Linguistics 30 (2004)
/// 75–93), English terms are runs of up to three words between function words. The commonest phrases of statutes
/// (责令改正) count little.
struct SharedTerms {
    /// A reader takes in three terms at a glance.
    private static let most = 3
    /// A term must say at least this part of what the best one says.
    private static let leastShare = 0.35

    private let language: Language
    /// Texts of provisions, by column and place.
    private let texts: [[Int: TermText]]
    private let index: PhraseIndex
    private let count: Int

    /// Reads all provisions of the texts in a language.
    init(columns: [TextColumn], language: Language) {
        self.language = language
        var reader = TermReader(language: language)
        var sequences: [[UInt32]] = []
        texts = columns.map { column in
            guard column.regulation.language == language else { return [:] }
            var texts: [Int: TermText] = [:]
            for (place, provision) in column.regulation.provisions.enumerated() {
                let text = reader.read(column.regulation.fullText(provision))
                texts[place] = text
                sequences.append(text.units)
            }
            return texts
        }
        index = PhraseIndex(sequences)
        count = sequences.count
    }

    private struct Candidate {
        let phrase: ArraySlice<UInt32>
        let score: Double
    }

    /// Up to three terms of provisions, the most telling first, as the first of them prints them; none where nothing tells
    /// them from others.
    func terms(of members: [(column: Int, place: Int)]) -> [String] {
        let own = members.compactMap { texts[$0.column][$0.place] }
        guard let lead = own.first else { return [] }
        let candidates = candidates(own).sorted { one, two in
            if one.score != two.score { return one.score > two.score }
            return two.phrase.lexicographicallyPrecedes(one.phrase)
        }
        var chosen: [ArraySlice<UInt32>] = []
        for candidate in candidates {
            guard chosen.count < Self.most, candidate.score >= Self.leastShare * (candidates.first?.score ?? 0) else {
                break
            }
            let isNew = chosen.allSatisfy {
                Set($0).intersection(candidate.phrase).count < (language == .chinese ? 2 : 1)
            }
            if isNew { chosen.append(candidate.phrase) }
        }
        // One term of one provision is shared with nothing, and may be any word of it.
        guard own.count > 1 || chosen.count > 1 else { return [] }
        return chosen.compactMap { phrase in ([lead] + own.dropFirst()).lazy.compactMap { $0.printed(phrase) }.first }
    }

    private func candidates(_ own: [TermText]) -> [Candidate] {
        var holders: [ArraySlice<UInt32>: (texts: Int, times: Int, weight: Double)] = [:]
        for text in own {
            for (phrase, found) in text.phrases(TermReader.lengths(language)) {
                let known = holders[phrase] ?? (0, 0, 0)
                holders[phrase] = (known.texts + 1, known.times + found.times, max(known.weight, found.weight))
            }
        }
        let least = own.count > 1 ? max(2, (own.count + 1) / 2) : 1
        return holders.compactMap { phrase, found in
            guard found.texts >= least, found.weight > 0 else { return nil }
            let use = index.use(of: phrase)
            guard count < Self.many || Double(use.texts) <= Self.everywhere * Double(count) else { return nil }
            guard use.count > 1, min(use.before, use.behind) > 1, isWhole(phrase, use) else { return nil }
            let telling = telling(phrase)
            guard telling >= Self.leastTelling else { return nil }
            return Candidate(phrase: phrase, score: score(phrase, found, use, own.count) * telling)
        }
    }

    /// How much a phrase tells in any act, 0 … 1: what its rarest word does in statutes at large, where its words are known
    /// (单位, 改正 and 监督检查 tell nothing of a subject).
    private func telling(_ phrase: ArraySlice<UInt32>) -> Double {
        guard language == .chinese else { return 1 }
        let lexicon = BilingualLexicon.shipped
        let pairs = zip(phrase, phrase.dropFirst()).map { pair in
            (
                isWord: StatuteWords.hold(pair.0, pair.1),
                rarity: Unicode.Scalar(pair.0).flatMap { first in
                    Unicode.Scalar(pair.1).map { Double(lexicon.rarity(ofPair: first, $0)) }
                } ?? 1
            )
        }
        let words = pairs.filter(\.isWord)
        let known = words.isEmpty ? pairs : words
        return known.map(\.rarity).max() ?? 0
    }

    /// What stands in so large a part of many provisions is what the acts are about, not one row.
    private static let everywhere = 0.35
    private static let many = 20

    /// Of words of statutes 规定 has 0.09, 单位 0.13, 要求 0.22, 改正 0.25; 设置 0.28, 宣传 0.33, 收集 0.36.
    private static let leastTelling = 0.27

    /// True where a phrase is no part of a longer word, and no word with the end of another one: 级公安机关, 民委员会, 作规.
    private func isWhole(_ phrase: ArraySlice<UInt32>, _ use: PhraseIndex.Use) -> Bool {
        guard language == .chinese else { return true }
        guard 2 * use.closest <= use.count else { return false }
        guard phrase.count > 2 else { return true }
        return [phrase.dropFirst(), phrase.dropLast()].allSatisfy { rest in
            let inner = index.use(of: rest)
            return inner.count < Self.oftener * use.count || 2 * inner.closest > inner.count
        }
    }

    /// A phrase that stands so many times as often without its first or last character is a word with something beside it.
    private static let oftener = 3

    private typealias Found = (texts: Int, times: Int, weight: Double)

    /// More where more of the provisions have a term and fewer others, where it stands often, is long, and has borders.
    private func score(_ phrase: ArraySlice<UInt32>, _ found: Found, _ use: PhraseIndex.Use, _ members: Int) -> Double {
        let share = Double(found.texts) / Double(members)
        let rarity = Elementary.ln(Double(count) / Double(use.texts))
        let length = Double(min(phrase.count, Self.fullLength)).squareRoot()
        let borders = min(1, Double(min(use.before, use.behind)) / Self.fullVariety)
        let repeats = 1 + Self.repeatShare * Elementary.ln(Double(found.times) / Double(found.texts))
        return share * rarity * length * borders * borders * repeats * found.weight
    }

    // Set by reading the labels of acts on dogs, cultural relics and auxiliaries.

    /// Longer terms say no more.
    private static let fullLength = 4
    /// So many neighbours make a border certain.
    private static let fullVariety = 3.0
    /// What a second mention in a provision adds.
    private static let repeatShare = 0.3
}
