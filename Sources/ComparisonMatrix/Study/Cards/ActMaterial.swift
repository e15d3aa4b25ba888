import ProvisionDiff
import RegulationModel

/// What questions on one act are made from.
struct ActMaterial: Sendable {
    let witness: Witness
    let rules: [StudyRule]
    let said: SaidIndex
    /// Items that other acts of the same language have where this one lacks them, by the article that answers.
    let foreignItems: [EId: [StudyQuote]]
    private let reader: NormReader
    private let sources: [String: SourceText]
    private let matters: [EId: (place: Int, heading: BilingualText)]
    private let damage: [ByteSpan]

    init(_ material: StudyMaterial, column: Int) {
        witness = material.columns[column]
        rules = material.rules(ofTextAt: column)
        said = SaidIndex(witness.regulation, rules: rules)
        reader = NormReader(witness.regulation)
        matters = material.matters(ofTextAt: column)
        damage = Damage.spans(of: witness.regulation)
        sources = Dictionary(material.columns.map { ($0.id, $0.regulation.source) }) { first, _ in first }
        foreignItems = Self.foreignItems(material, witness)
    }

    private static func foreignItems(_ material: StudyMaterial, _ witness: Witness) -> [EId: [StudyQuote]] {
        var found: [EId: [StudyQuote]] = [:]
        for other in material.columns
        where other.id != witness.id && other.regulation.language == witness.regulation.language
            && other.regulation.authority != .explainer
        {
            for item in OwnItems(material).items(of: other) {
                for lacking in item.lacking where lacking.witness == witness.id {
                    for article in lacking.answering { found[article, default: []].append(item.quote) }
                }
            }
        }
        return found
    }

    var regulation: Regulation { witness.regulation }

    /// Printed words of the act.
    func text(_ spans: [ByteSpan]) -> String { regulation.source.flowed(spans) }

    /// Printed words of another act.
    func foreignText(_ quote: StudyQuote) -> String { sources[quote.witness]?.flowed(quote.spans) ?? "" }

    /// Printed words of this act or another.
    func anyText(_ quote: StudyQuote) -> String {
        quote.witness == witness.id ? text(quote.spans) : foreignText(quote)
    }

    /// What the provision at an address demands.
    func norms(at eId: EId) -> [Norm] { reader.norms(at: eId) }

    /// Whether debris stands in some words.
    func isDamaged(_ spans: [ByteSpan]) -> Bool {
        spans.contains { span in damage.contains { $0.common(with: span) != nil } }
    }

    /// The matter of a provision, and its place among all matters.
    func matter(of eId: EId) -> (place: Int, heading: BilingualText) {
        if let known = matters[eId.article] { return known }
        let citation = Citation(eId.article, in: regulation)
        return (
            Int.max,
            BilingualText(chinese: citation?.chinese ?? eId.text, english: citation?.english ?? eId.text)
        )
    }

    /// A card of this act.
    func card(
        _ kind: StudyCard.Kind, _ rule: StudyRule, _ name: String, _ task: StudyCard.Task,
        options: [StudyCard.Option], proof: [StudyQuote]
    ) -> StudyCard {
        let matter = matter(of: rule.lead.provision)
        let start = proof.first { $0.witness == witness.id }?.start ?? rule.lead.start
        let id = "\(witness.id)-\(rule.lead.provision.text)-\(name)"
        return StudyCard(
            id: id, kind: kind, witness: witness.id, section: rule.kind, matter: matter.heading, task: task,
            options: CardOrder.placed(options, id: id), proof: proof, place: [matter.place, start])
    }

    /// The words of an article, to see whether an option stands in it.
    func fullText(ofArticle eId: EId) -> String {
        regulation.provision(at: eId.article).map(regulation.fullText) ?? ""
    }
}

/// Words that are not what an author wrote.
enum Damage {
    /// Where debris of copying and translating stands.
    static func spans(of regulation: Regulation) -> [ByteSpan] {
        regulation.diagnostics.filter { diagnostic in
            ["text.", "encoding.", "date."].contains { diagnostic.id.rawValue.hasPrefix($0) }
                && diagnostic.severity >= .warning
        }.map(\.span)
    }
}

/// The order of options, the same whenever it is asked for.
enum CardOrder {
    /// Options as they are shown: the right one where a number made from the card's id puts it. Right and wrong, and
    /// words of duty, keep their order.
    static func placed(_ options: [StudyCard.Option], id: String) -> [StudyCard.Option] {
        guard let right = options.first(where: \.isRight), options.count > 1 else { return options }
        if case .truth = right.content { return options }
        var others = options.filter { !$0.isRight }
        others.insert(right, at: Int(fingerprint(id) % UInt32(options.count)))
        return others
    }

    /// FNV-1a, 32 bits, its halves folded so that ids that differ in their last byte spread.
    private static func fingerprint(_ text: String) -> UInt32 {
        let hash = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return (hash >> 16) ^ (hash & 0xFFFF)
    }
}
