import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// A table of terms made ready for finding them in linked units of a Chinese and an English text.
struct TermFinder {
    /// A rendering as the stems of its words.
    private struct Rendering {
        let entry: Int
        let stems: [String]
    }

    /// One term met, with the words that render it.
    struct Match {
        /// The Chinese term.
        let chinese: String
        let chineseSpan: ByteSpan
        /// The English words; nil where none of the known renderings stands in the unit.
        let english: ByteSpan?
        /// The stems of the rendering, by which forms are told apart.
        let key: String
    }

    let entries: [TermTable.Entry]
    private var heads: [Unicode.Scalar: [(scalars: [Unicode.Scalar], entry: Int)]] = [:]
    private var renderings: [[Rendering]] = []

    init(_ entries: [TermTable.Entry]) {
        self.entries = entries
        for (index, entry) in entries.enumerated() {
            let scalars = Folding.fold(entry.chinese).scalars
            renderings.append(
                entry.english.map { Rendering(entry: index, stems: PhraseWords.stems(of: $0)) }
                    .filter { !$0.stems.isEmpty })
            // One ideograph stands in too many other words to say anything.
            if scalars.count > 1, let head = scalars.first { heads[head, default: []].append((scalars, index)) }
        }
        for head in heads.keys { heads[head]?.sort { ($0.scalars.count, $1.entry) > ($1.scalars.count, $0.entry) } }
    }

    /// The terms of a Chinese text, the longest at each place, none overlapping another.
    func terms(in source: SourceText, _ spans: [ByteSpan]) -> [(entry: Int, span: ByteSpan)] {
        spans.flatMap { span -> [(entry: Int, span: ByteSpan)] in
            let folded = Folding.fold(source.string(span))
            var result: [(entry: Int, span: ByteSpan)] = []
            var index = 0
            while index < folded.scalars.count {
                let found = heads[folded.scalars[index]]?.first { term in
                    index + term.scalars.count <= folded.scalars.count
                        && folded.scalars[index..<index + term.scalars.count].elementsEqual(term.scalars)
                }
                guard let found else {
                    index += 1
                    continue
                }
                let range = folded.printedRange(index..<index + found.scalars.count)
                result.append((found.entry, ByteSpan(span.start + range.lowerBound, span.start + range.upperBound)))
                index += found.scalars.count
            }
            return result
        }
    }

    /// The terms of a Chinese unit with what renders each in the English one. Longer renderings choose first, and words
    /// that one term has taken are taken: “police” in “police auxiliary personnel” renders nothing else.
    func matches(_ chinese: SourceText, _ zh: [ByteSpan], _ english: SourceText, _ en: [ByteSpan]) -> [Match] {
        let words = PhraseWords(english, en)
        var free = [Bool](repeating: true, count: words.words.count)
        let met = terms(in: chinese, zh)
        var result = [Match?](repeating: nil, count: met.count)
        let candidates = met.indices.flatMap { place in
            renderings[met[place].entry].enumerated().map { (place: place, order: $0, stems: $1.stems) }
        }.sorted { (-$0.stems.count, $0.order, $0.place) < (-$1.stems.count, $1.order, $1.place) }
        for candidate in candidates where result[candidate.place] == nil {
            guard let range = words.place(of: candidate.stems, free: free) else { continue }
            for index in range { free[index] = false }
            let term = met[candidate.place]
            result[candidate.place] = Match(
                chinese: entries[term.entry].chinese, chineseSpan: term.span, english: words.span(range),
                key: candidate.stems.joined(separator: " "))
        }
        return met.indices.map { place in
            result[place]
                ?? Match(
                    chinese: entries[met[place].entry].chinese, chineseSpan: met[place].span, english: nil, key: "")
        }
    }
}
