import RegulationModel

/// The addresses of a text as work and expression, after the Akoma Ntoso Naming Convention 1.0, §4:
/// `/akn/cn-js/act/regulation/2019/jiangsu`, `…/zho@2020-01-01`.
struct AkomaNtosoNames {
    /// `cn-js` for a province, `cn-320700` for a city, `cn` where no code is known: a title names a city, not its digits.
    let country: String
    /// The kind of act or document; nil where the rank is not known.
    let subtype: String?
    /// The id as part of an address.
    let slug: String
    /// Address of the work.
    let work: String
    /// Address of this text.
    let expression: String
    /// Address of the text it was translated from, for a translation.
    let original: String?

    init(_ regulation: Regulation, witness: Witness?) {
        let isExplainer = regulation.authority == .explainer
        let dates = regulation.dates
        // The year an act was made; the day it took force can lie in the next one and says nothing of it.
        let made = isExplainer ? dates.published : dates.adopted ?? dates.approved ?? dates.issued
        // `@` without a date is the original version (§4.5).
        let inForce = [dates.effective, dates.amended.last].compactMap(\.self).max()
        let version = "@" + ((isExplainer ? dates.published : inForce)?.text ?? "")
        let subtype = isExplainer ? "explainer" : witness?.rank.map(Self.subtype)
        let year = made.map { String($0.text.prefix(4)) } ?? "nd"
        let code = witness?.jurisdiction?.code ?? ""
        country = code.isEmpty ? "cn" : FileName.safe(code.lowercased())
        slug = FileName.safe(regulation.id)
        let path = [isExplainer ? "doc" : "act", subtype, year, slug].compactMap(\.self)
        work = "/akn/" + ([country] + path).joined(separator: "/")
        expression = work + "/" + Self.language(regulation.language) + version
        self.subtype = subtype
        switch witness?.translation {
        case .machine, .official: original = work + "/" + Self.language(.chinese) + version
        case .original, nil: original = nil
        }
    }

    /// Three letters of ISO 639-2.
    static func language(_ language: Language) -> String {
        switch language {
        case .chinese: "zho"
        case .english: "eng"
        }
    }

    private static func subtype(_ rank: Rank) -> String {
        switch rank {
        case .law: "law"
        case .administrativeRegulation: "administrative-regulation"
        case .localRegulation: "regulation"
        case .governmentRule: "rule"
        case .normativeDocument: "normative-document"
        }
    }
}
