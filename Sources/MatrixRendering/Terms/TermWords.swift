import ComparisonMatrix
import RegulationModel

extension Term.Origin {
    /// What the reader sees.
    var label: BilingualText {
        switch self {
        case .title: BilingualText("标题", "title")
        case .definition: BilingualText("定义", "definition")
        case .table: BilingualText("词表", "term table")
        case .substitution: BilingualText("换用", "used instead")
        }
    }
}

/// Terms and their places in words.
struct TermWords {
    let list: TermList

    static let title = BilingualText("术语", "Terms")

    /// `police auxiliary personnel (江苏 Jiangsu 56, Article 1)`
    func rendering(_ form: Term.Form) -> String { "\(form.text) (\(form.places.map(place).joined(separator: "; ")))" }

    /// `江苏 Jiangsu 56, Article 1`
    func place(_ place: Term.Place) -> String {
        let citation = list.citation(of: place.first).text(language(of: place.witness))
        return "\(list.name(of: place.witness).joined) \(place.count), \(citation)"
    }

    func language(of witness: String) -> Language {
        list.columns.first { $0.id == witness }?.regulation.language ?? .english
    }

    var lead: BilingualText {
        let several = list.terms.count { !$0.inconsistent.isEmpty }
        return BilingualText(
            "\(list.terms.count) 个词，其中 \(several) 个在同一文本中译法或用法不一（≠）。译法均引自对应条文，附次数与首见之处。",
            "\(list.terms.count) terms; \(several) of them are rendered in more than one way within one text (≠). Renderings are "
                + "quoted from the provisions that answer, with how often they stand there and where first.")
    }
}
