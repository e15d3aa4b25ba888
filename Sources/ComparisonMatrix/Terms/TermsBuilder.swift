import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// Finds the terms of texts with all their attested renderings.
///
/// A rendering is attested where it stands in the unit (sentence, paragraph, item) that answers the unit of the term:
/// it is quoted from there, in the form in which it stands. Explainers render nothing.
public struct TermsBuilder: Sendable {
    private let columns: [Witness]
    private let differences: [ActDifferences]
    private let table: TermTable

    /// - Parameters:
    ///   - columns: the texts.
    ///   - differences: what differs between each two of them: units side by side.
    ///   - table: terms with their known renderings.
    public init(columns: [Witness], differences: [ActDifferences], table: TermTable) {
        self.columns = columns
        self.differences = differences.filter { pair in
            [pair.base, pair.other].allSatisfy { $0.regulation.authority != .explainer }
        }
        self.table = table
    }

    /// The terms.
    public func terms() -> TermList {
        var collection = TermCollection(columns: columns)
        let titles = columns.map(\.titles).compactMap(\.chinese).map { Folding.fold($0).text }
        let finder = TermFinder(table.entries)
        for pair in differences where !pair.comparesWords {
            collect(pair, finder, into: &collection)
        }
        for (index, entry) in finder.entries.enumerated() {
            let folded = Folding.fold(entry.chinese).text
            collection.describe(
                entry.chinese, field: entry.field, isInTable: index < table.entries.count,
                isInTitle: titles.contains { $0.contains(folded) })
        }
        define(&collection)
        for pair in differences where pair.comparesWords { substitute(pair, into: &collection) }
        return collection.list
    }

    // MARK: Two languages

    private func collect(_ pair: ActDifferences, _ finder: TermFinder, into collection: inout TermCollection) {
        let baseIsChinese = pair.base.regulation.language == .chinese
        let (zh, en) = baseIsChinese ? (pair.base, pair.other) : (pair.other, pair.base)
        for row in pair.groups.filter({ !$0.isPart }).flatMap(\.comparison.rows) {
            guard let base = row.base, let other = row.other else { continue }
            let (chinese, english) = baseIsChinese ? (base, other) : (other, base)
            let matches = finder.matches(zh.regulation.source, chinese.text, en.regulation.source, english.text)
            for match in matches {
                collection.add(
                    match, StudyQuote(witness: zh.id, provision: chinese.eId, spans: [match.chineseSpan]),
                    match.english.map { StudyQuote(witness: en.id, provision: english.eId, spans: [$0]) })
            }
            define(zh, chinese, en, english, &collection)
        }
    }

    /// Two units that define the same thing: what the one calls it renders what the other calls it.
    private func define(
        _ zh: Witness, _ chinese: ProvisionDiff.TextUnit, _ en: Witness, _ english: ProvisionDiff.TextUnit,
        _ collection: inout TermCollection
    ) {
        let names = chinese.text.flatMap { DefinedNames.names(in: zh.regulation.source, $0, .chinese) }
        let others = english.text.flatMap { DefinedNames.names(in: en.regulation.source, $0, .english) }
        guard names.count == others.count else { return }
        for (name, other) in zip(names, others) {
            let stems = PhraseWords.stems(of: en.regulation.source.flowed([other]))
            collection.add(
                TermFinder.Match(
                    chinese: zh.regulation.source.flowed([name]), chineseSpan: name, english: other,
                    key: stems.joined(separator: " ")),
                StudyQuote(witness: zh.id, provision: chinese.eId, spans: [name]),
                StudyQuote(witness: en.id, provision: english.eId, spans: [other]))
        }
    }

    // MARK: Definitions

    private func define(_ collection: inout TermCollection) {
        for witness in columns {
            for found in DefinedNames.read(witness.regulation) {
                let quote = StudyQuote(witness: witness.id, provision: found.provision, spans: [found.span])
                collection.define(witness.regulation.source.flowed([found.span]), quote, witness.regulation.language)
            }
        }
    }

    // MARK: One language

    /// Fewest units in which one form must stand for another: one may be a matter of style.
    private static let fewestSubstitutions = 2
    private static let lengths = (chinese: 2...8, english: 1...4)

    /// Words that one act has again and again where the answering unit of another has the same other words.
    private func substitute(_ pair: ActDifferences, into collection: inout TermCollection) {
        let language = pair.base.regulation.language
        var found: [String: [(base: StudyQuote, other: StudyQuote)]] = [:]
        var order: [String] = []
        for row in pair.groups.flatMap(\.comparison.rows) {
            guard let base = row.base, let other = row.other, let comparison = row.comparison else { continue }
            for hunk in comparison.script.hunks where !hunk.base.isEmpty && !hunk.other.isEmpty {
                let a = Self.span(hunk.base, comparison.base)
                let b = Self.span(hunk.other, comparison.other)
                let one = pair.base.regulation.source.flowed([a])
                let two = pair.other.regulation.source.flowed([b])
                guard Self.isTerm(one, language), Self.isTerm(two, language), Self.areApart(one, two, language) else {
                    continue
                }
                let key = Folding.fold(one).text + "\u{0}" + Folding.fold(two).text
                if found[key] == nil { order.append(key) }
                found[key, default: []].append(
                    (
                        StudyQuote(witness: pair.base.id, provision: base.eId, spans: [a]),
                        StudyQuote(witness: pair.other.id, provision: other.eId, spans: [b])
                    ))
            }
        }
        for key in order {
            guard let places = found[key], Set(places.map(\.base.provision.article)).count >= Self.fewestSubstitutions
            else { continue }
            for place in places {
                collection.substitute(
                    pair.base.regulation.source.flowed(place.base.spans), place.base,
                    pair.other.regulation.source.flowed(place.other.spans), place.other, language)
            }
        }
    }

    private static func span(_ range: Range<Int>, _ text: TokenizedText) -> ByteSpan {
        ByteSpan(text.tokens[range.lowerBound].span.start, text.tokens[range.upperBound - 1].span.end)
    }

    /// Whether two forms are words for each other, and not more or less of one: 分类 beside 分类投放 is none. That one says 本省
    /// and another 本市 is no matter of words.
    private static func areApart(_ one: String, _ two: String, _ language: Language) -> Bool {
        guard language == .chinese else { return true }
        let (a, b) = (Array(one.unicodeScalars), Array(two.unicodeScalars))
        func common(_ pairs: Zip2Sequence<[Unicode.Scalar], [Unicode.Scalar]>) -> Int {
            pairs.prefix { $0 == $1 }.count
        }
        let shared = max(common(zip(a, b)), common(zip(a.reversed(), b.reversed())))
        let isTerritory = a.count == 2 && b.count == 2 && a[0] == "本" && b[0] == "本"
        return shared < 2 && !isTerritory
    }

    private static func isTerm(_ text: String, _ language: Language) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard !scalars.contains(where: { $0.properties.numericType != nil || $0 == "，" || $0 == "。" || $0 == "," })
        else { return false }
        switch language {
        case .chinese: return lengths.chinese.contains(scalars.count) && scalars.allSatisfy(\.isHan)
        case .english:
            let stems = EnglishStems.contentStems(text)
            return lengths.english.contains(stems.count)
        }
    }
}
