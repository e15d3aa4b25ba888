import ComparisonMatrix
import RegulationModel

/// What a text has otherwise, in words: quotations with citations, and beside each what others have.
struct ContrastWords {
    let guide: StudyGuide
    let contrast: StudyContrast

    /// One thing that differs.
    struct Entry {
        let citation: BilingualText
        let provision: EId
        let words: String
        let remark: BilingualText?
    }

    /// Longest quotation of an article that stands alone, in characters: it is named, not told.
    private static let opening = 80

    var groups: [(title: BilingualText, entries: [Entry])] {
        [
            (StudyWords.items, contrast.items.map(item)), (StudyWords.values, contrast.values.map(value)),
            (StudyWords.articles, contrast.articles.compactMap(article)),
        ]
    }

    private func item(_ item: StudyContrast.Item) -> Entry {
        let lacking = item.lacking.map { lacking -> BilingualText in
            let name = guide.name(of: lacking.witness)
            let cited = lacking.answering.map {
                guide.citation(of: StudyQuote(witness: lacking.witness, provision: $0, spans: []))
            }
            return BilingualText(
                "\(name.chinese)\(cited.map(\.chinese).joined(separator: "、"))",
                "\(name.english), \(cited.map(\.english).joined(separator: "; "))")
        }
        let remark = BilingualText(
            "未列：" + lacking.map(\.chinese).joined(separator: "；"),
            "not in: " + lacking.map(\.english).joined(separator: "; "))
        return Entry(
            citation: guide.citation(of: item.quote), provision: item.quote.provision,
            words: guide.text(of: item.quote),
            remark: remark)
    }

    private func value(_ value: StudyContrast.Value) -> Entry {
        let quote = StudyQuote(
            witness: value.value.witness, provision: value.value.provision, spans: [value.value.span])
        return Entry(
            citation: guide.citation(of: quote), provision: value.value.provision, words: value.value.written,
            remark: remark(value))
    }

    /// `最低年龄：江苏 “aged 18”（Article 20）；未规定：……`
    private func remark(_ difference: StudyContrast.Value) -> BilingualText {
        var chinese: [String] = []
        var english: [String] = []
        for value in difference.others {
            let quote = StudyQuote(witness: value.witness, provision: value.provision, spans: [value.span])
            let (name, citation) = (guide.name(of: value.witness), guide.citation(of: quote))
            chinese.append("\(name.chinese)“\(value.written)”（\(citation.chinese)）")
            english.append("\(name.english) “\(value.written)” (\(citation.english))")
        }
        let without = difference.without.map(guide.name)
        if !without.isEmpty {
            chinese.append("对应条文未规定：" + without.map(\.chinese).joined(separator: "、"))
            english.append("none in the answering provision: " + without.map(\.english).joined(separator: ", "))
        }
        return BilingualText(
            "\(difference.attribute.label.chinese)；" + chinese.joined(separator: "；"),
            "\(difference.attribute.label.english); " + english.joined(separator: "; "))
    }

    private func article(_ eId: EId) -> Entry? {
        guard let regulation = guide.column(contrast.witness)?.regulation,
            let provision = regulation.provision(at: eId)
        else { return nil }
        let text = regulation.fullText(provision)
        let opening = text.count > Self.opening ? text.prefix(Self.opening) + "……" : text[...]
        return Entry(
            citation: guide.citation(of: StudyQuote(witness: contrast.witness, provision: eId, spans: [])),
            provision: eId, words: String(opening), remark: nil)
    }
}
