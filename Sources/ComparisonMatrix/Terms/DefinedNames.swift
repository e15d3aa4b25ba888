import RegulationModel

/// Names that a text gives to what it speaks of: （以下简称辅警）, (hereinafter referred to as “auxiliary police”); and what it
/// says the meaning of: 本条例所称生活垃圾，是指…….
///
/// 《立法技术规范（试行）（一）》 5.2; the English forms are those of official translations.
enum DefinedNames {
    /// A name and where it stands.
    struct Found {
        let provision: EId
        let span: ByteSpan
    }

    private static let chinese = ["以下简称", "以下统称", "以下合称", "以下称", "下称"]
    private static let english = [
        "hereinafter referred to as", "hereinafter collectively referred to as", "hereafter referred to as",
        "hereinafter called", "referred to as",
    ]
    private static let opening: [Unicode.Scalar] = ["“", "\"", "「", "《", " ", "'", "‘", ":", "：", "为"]
    private static let closing: [Unicode.Scalar] = ["”", "\"", "」", "》", ")", "）", "，", ",", "。", "；", ";", "'", "’"]
    /// The longest short name: longer ones are no names but sentences that lack their mark.
    private static let longest = 60

    /// The names of a text in reading order, each once.
    static func read(_ regulation: Regulation) -> [Found] {
        guard regulation.authority != .explainer else { return [] }
        var result: [Found] = []
        for article in regulation.articles {
            for unit in article.units {
                for span in unit.spans {
                    let names = names(in: regulation.source, span, regulation.language)
                    let explained =
                        regulation.language == .chinese
                        ? explained(in: regulation.source, span, isItem: unit.eId.article != unit.eId) : []
                    result += (names + explained).sorted().map { Found(provision: unit.eId, span: $0) }
                }
            }
        }
        return result
    }

    static func names(in source: SourceText, _ span: ByteSpan, _ language: Language) -> [ByteSpan] {
        let printed = source.string(span)
        var scalars: [Unicode.Scalar] = []
        var offsets: [Int] = []
        var offset = span.start
        for scalar in printed.unicodeScalars {
            scalars.append(scalar)
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        let lowered = scalars.map { (0x41...0x5A).contains($0.value) ? Unicode.Scalar($0.value + 0x20) ?? $0 : $0 }
        var result: [ByteSpan] = []
        var from = 0
        while let start = cue(in: lowered, from: from, language) {
            var first = start
            while first < scalars.count, opening.contains(scalars[first]) { first += 1 }
            if language == .english, Array(lowered[first...].prefix(4)) == Array("the ".unicodeScalars) { first += 4 }
            while first < scalars.count, opening.contains(scalars[first]) { first += 1 }
            var last = first
            var depth = 0
            while last < scalars.count, depth > 0 || !closing.contains(scalars[last]) {
                if "（(".unicodeScalars.contains(scalars[last]) { depth += 1 }
                if "）)".unicodeScalars.contains(scalars[last]) { depth -= 1 }
                last += 1
            }
            if first < last, last - first <= longest, last < scalars.count {
                result.append(ByteSpan(offsets[first], offsets[last]))
            }
            from = max(last, start)
        }
        return result
    }

    /// 本条例所称生活垃圾，是指……; an item of a list of meanings begins with the term itself: （一）可回收物，是指…….
    static func explained(in source: SourceText, _ span: ByteSpan, isItem: Bool) -> [ByteSpan] {
        let scalars = Array(source.string(span).unicodeScalars)
        let meaning = Array("是指".unicodeScalars)
        var result: [ByteSpan] = []
        var from = 0
        while let place = scalars[from...].firstIndex(where: { $0 == meaning[0] }), place + 1 < scalars.count {
            from = place + 1
            guard scalars[place + 1] == meaning[1] else { continue }
            var end = place
            while end > 0, "，, 　".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
            // 以下称……, in brackets behind the term, is a name of its own.
            if end > 0, scalars[end - 1] == "）", let open = scalars[..<end].lastIndex(of: "（") { end = open }
            var start = end
            while start > 0, end - start <= longest, !"，。；：:“”、".unicodeScalars.contains(scalars[start - 1]) {
                start -= 1
            }
            let head = scalars[start..<end]
            guard let called = Array(head).firstPlace(of: "所称") else {
                let isFirst = start == 0 && isItem && head.count <= longestItem && head.allSatisfy(\.isHan)
                if isFirst, !head.isEmpty { result.append(bytes(scalars, start..<end, span)) }
                continue
            }
            start += called + 2
            if start < end, scalars[start] == "的" { start += 1 }
            if start < end, end - start <= longestItem { result.append(bytes(scalars, start..<end, span)) }
        }
        return result
    }

    /// The longest term that is explained: longer ones are clauses.
    private static let longestItem = 16

    private static func bytes(_ scalars: [Unicode.Scalar], _ range: Range<Int>, _ span: ByteSpan) -> ByteSpan {
        let start = span.start + scalars[..<range.lowerBound].reduce(0) { $0 + UTF8.width($1) }
        return ByteSpan(start, start + scalars[range].reduce(0) { $0 + UTF8.width($1) })
    }

    private static func cue(in scalars: [Unicode.Scalar], from: Int, _ language: Language) -> Int? {
        guard from < scalars.count else { return nil }
        let rest = Array(scalars[from...])
        let cues = language == .chinese ? chinese : english
        return cues.compactMap { cue in rest.firstPlace(of: cue).map { from + $0 + cue.unicodeScalars.count } }.min()
    }
}

extension Provision {
    /// Each provision with words of its own, with these words.
    package var units: [(eId: EId, spans: [ByteSpan])] {
        let own = text + (wrapUp.map { [$0] } ?? [])
        return (own.isEmpty ? [] : [(eId, own)]) + children.flatMap(\.units)
    }
}
