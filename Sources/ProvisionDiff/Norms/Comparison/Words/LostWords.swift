import RegulationModel

/// Finds words of the Chinese side that the English one does not answer.
///
/// Where the English is a machine's, a lone word is probably lost in translation: doubtful. An item of an enumeration of
/// which no known word is answered is a difference.
struct LostWords {
    let unit: UnitComparison
    let renderings: Renderings

    func all() -> [NormDifference] {
        guard !renderings.isEmpty else { return [] }
        let isBaseChinese = unit.base.regulation.language == .chinese
        let (chinese, english) = isBaseChinese ? (unit.first, unit.second) : (unit.second, unit.first)
        let (chineseSide, englishSide) = isBaseChinese ? (unit.base, unit.other) : (unit.other, unit.base)
        guard englishSide.isMachine, !chineseSide.isMachine else { return [] }
        var stems: Set<String> = []
        for norm in english {
            stems.formUnion(EnglishStems.contentStems(englishSide.regulation.source.string(norm.span)))
        }
        let quoted = english.map(\.span)
        var result: [NormDifference] = []
        for norm in chinese {
            let text = unit.text(norm.span, chineseSide)
            let terms = renderings.unanswered(text, in: stems)
            let items = items(text, terms)
            for item in items { result.append(made(.itemAdded, .item, text.span(item), quoted, isBaseChinese, false)) }
            for term in terms where !term.isAnswered && !items.contains(where: { $0.contains(term.range.lowerBound) }) {
                guard !isFormal(text, term.range, norm) else { continue }
                result.append(made(.other, .wordLost, text.span(term.range), quoted, isBaseChinese, true))
            }
        }
        return result
    }

    private func made(
        _ kind: DifferenceKind, _ reason: DifferenceReason, _ chinese: ByteSpan, _ english: [ByteSpan],
        _ isBaseChinese: Bool,
        _ isDoubtful: Bool
    ) -> NormDifference {
        unit.difference(
            isBaseChinese ? kind.mirrored : kind, reason, isBaseChinese ? [chinese] : english,
            isBaseChinese ? english : [chinese],
            doubtful: isDoubtful)
    }

    /// Words of form: conjunctions, light verbs and nouns that good translations leave out or put otherwise.
    private static let formWords: Set<String> = [
        "或者", "以及", "并且", "具有", "具备", "进行", "情况", "情形", "相关", "有关", "任何", "以下", "行为", "开展", "予以", "给予", "实施",
        "从事", "使用", "利用", "提出", "其他", "等方面", "明确", "作为", "正在", "发生", "期间", "规定", "组织", "处理", "尚未", "曾因", "应当",
        "方面", "活动", "职责", "因为", "由于", "按照", "根据", "对于", "及其", "同时", "以上", "其中", "属于", "下列", "采取", "措施",
    ]

    /// Words that other rules compare: modality, levels, references, quantities.
    private func isFormal(_ text: NormText, _ range: Range<Int>, _ norm: Norm) -> Bool {
        if Self.formWords.contains(text.string(range)) { return true }
        let span = text.span(range)
        let spans =
            norm.cues.map(\.span) + norm.references.map(\.span) + norm.quantities.map(\.span) + norm.levels.map(\.span)
            + norm.territories.map(\.span) + norm.conditions.map(\.span)
        return spans.contains { $0.start < span.end && span.start < $0.end }
    }

    /// Least length of an enumerated item, and of known words in it, for its absence to be a difference: at fewer, of the
    /// corpus' machine translation, most are words rendered by others.
    private static let leastItem = 6
    private static let leastTerms = 2

    /// Items between 、 of which no known word is answered.
    private func items(_ text: NormText, _ terms: [(range: Range<Int>, isAnswered: Bool)]) -> [Range<Int>] {
        let mark: UInt32 = 0x3001
        return text.clauses.flatMap { clause -> [Range<Int>] in
            var cuts = clause.filter { text.scalars[$0] == mark }
            guard !cuts.isEmpty else { return [] }
            cuts = [clause.lowerBound - 1] + cuts + [clause.upperBound]
            return zip(cuts, cuts.dropFirst()).map { $0 + 1..<$1 }.filter { item in
                let inside = terms.filter {
                    item.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= item.upperBound
                }
                return item.count >= Self.leastItem && inside.count >= Self.leastTerms
                    && inside.allSatisfy { !$0.isAnswered }
            }
        }
    }
}
