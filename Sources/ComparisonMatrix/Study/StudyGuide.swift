import ProvisionDiff
import RegulationModel

/// What a subject is and who may do what: rules of several texts, each a quotation, with questions on them.
///
/// Nothing in it is said by the program: a rule is bytes of a text with their address; the words around them are made
/// by renderers.
public struct StudyGuide: Sendable {
    /// The texts in order.
    public let columns: [Witness]
    /// What the texts are about, where a corpus says so.
    public let subject: BilingualText?
    /// The kinds of rules, each with its rows.
    public let sections: [StudySection]
    /// What each text has otherwise than those that answer it, in the order of the columns; explainers are left out.
    public let contrasts: [StudyContrast]
    /// Terms with their attested renderings: those of titles and definitions, those of a field, general words, and words of
    /// drafting.
    public let glossary: TermList
    /// The questions.
    public let cards: [StudyCard]

    /// The text with this id.
    public func column(_ id: String) -> Witness? { columns.first { $0.id == id } }

    /// Name of a text.
    public func name(of id: String) -> BilingualText {
        column(id)?.name ?? BilingualText(chinese: id, english: id)
    }

    /// Printed words of a quotation, white space folded.
    public func text(of quote: StudyQuote) -> String {
        column(quote.witness)?.regulation.source.flowed(quote.spans) ?? ""
    }

    /// Citation of a quotation.
    public func citation(of quote: StudyQuote) -> BilingualText {
        let regulation = column(quote.witness)?.regulation
        let citation = regulation.flatMap { Citation(quote.provision, in: $0) }
        return BilingualText(
            chinese: citation?.chinese ?? quote.provision.text, english: citation?.english ?? quote.provision.text)
    }
}

/// Words of one provision, as bytes of its text.
public struct StudyQuote: Sendable, Hashable {
    /// Id of the text.
    public let witness: String
    /// The provision they stand in.
    public let provision: EId
    /// The words, in reading order.
    public let spans: [ByteSpan]

    /// Makes a quotation.
    public init(witness: String, provision: EId, spans: [ByteSpan]) {
        self.witness = witness
        self.provision = provision
        self.spans = spans
    }

    /// Where it begins.
    package var start: Int { spans.first?.start ?? 0 }
}

/// One item of a list in a rule.
public struct StudyItem: Sendable, Hashable {
    /// Its mark as printed; nil where it was lost.
    public let mark: ByteSpan?
    /// Its words.
    public let quote: StudyQuote
    /// Rank of the item.
    public let level: Level
}

/// One rule: a sentence of an act, or the sentence that introduces a list, with the list.
public struct StudyRule: Sendable {
    /// The sentence.
    public let lead: StudyQuote
    /// The items of the list it introduces; empty where it introduces none.
    public let items: [StudyItem]
    /// What kind of rule it is.
    public let kind: StudyKind
    /// The words that name who acts, where the sentence begins with a body or a person.
    public let subject: ByteSpan?
    /// The words that name by whom something is done.
    public let agents: [ByteSpan]
    /// The words that say under whom it is done.
    public let controls: [ByteSpan]
    /// True where debris of copying or translating stands in it: no question is made of it.
    public let isDamaged: Bool
    /// True of a rule stated plainly, without a word of duty, power, right or ban, as Chinese acts often say who does
    /// what (由公安机关组织实施): it stands among the duties or what is encouraged, and no question is made of it.
    public let isStated: Bool
    /// True of a rule of another kind that bans something besides, or sets a limit by 不得: it stands among the bans too.
    public let bansBesides: Bool
    /// What the sentence demands.
    package let norm: Norm
    /// What the list is a list of.
    package let noun: ListNoun

    /// The same rule as one of another kind.
    func moved(to kind: StudyKind) -> StudyRule {
        StudyRule(
            lead: lead, items: items, kind: kind, subject: subject, agents: agents, controls: controls,
            isDamaged: isDamaged, isStated: isStated, bansBesides: bansBesides, norm: norm, noun: noun)
    }

    /// True where it stands among the duties without a word of duty; what is encouraged needs none.
    public var isOrderedPlainly: Bool { isStated && kind != .encouraged }

    /// Whether a section shows the rule.
    func stands(among kind: StudyKind) -> Bool { self.kind == kind || kind == .bans && bansBesides }

    /// The items of the first level that name something of their own: “other work” names nothing.
    package func ownItems(in regulation: Regulation) -> [StudyItem] {
        items.filter { $0.level == .point && !ListNoun.isCatchAll(regulation.source.flowed($0.quote.spans)) }
    }

    /// The printed lines of the rule: the sentence, then each item with its mark.
    public func lines(in regulation: Regulation) -> [Quotation.Line] {
        [Quotation.Line(level: .paragraph, mark: nil, text: regulation.source.flowed(lead.spans))]
            + items.map { item in
                Quotation.Line(
                    level: item.level, mark: item.mark.map { regulation.source.flowed([$0]) },
                    text: regulation.source.flowed(item.quote.spans))
            }
    }
}

/// What a rule does, as training material sorts rules. The names are stable codes of the results.
public enum StudyKind: String, Sendable, Hashable, CaseIterable {
    /// Purpose, definition, scope: what the subject is.
    case subject
    /// What must be done.
    case duties
    /// What may be done alone.
    case powers
    /// What may be done only under command, lead or supervision.
    case controlled = "powers-under-control"
    /// What is encouraged, advocated or supported: nobody must do it.
    case encouraged
    /// What must not be done.
    case bans
    /// What somebody or something must meet.
    case conditions
    /// Cases in which something must not be done: grounds that exclude.
    case disqualifications
    /// Cases in which something may or must be done.
    case cases
    /// Rights and entitlements.
    case rights
    /// Conduct that is forbidden.
    case discipline
    /// Consequences of breach.
    case liability
    /// What is left to another act or body.
    case referrals
}

/// The rules of one kind, side by side.
public struct StudySection: Sendable {
    /// The kind.
    public let kind: StudyKind
    /// One row for each family of provisions with a rule of this kind.
    public let rows: [StudyRow]
}

/// Rules of several texts on one matter.
public struct StudyRow: Sendable {
    /// Stable id: that of the family.
    public let id: String
    /// The matter.
    public let heading: BilingualText
    /// One cell for each text, in the order of the columns.
    public let cells: [StudyCell]
}

/// What one text has on one matter.
public struct StudyCell: Sendable {
    /// Its rules of the kind, in reading order.
    public let rules: [StudyRule]
    /// What an explainer says; never quoted as the act.
    public let explained: [Quotation]
    /// Provisions that answer without a rule of this kind.
    public let answering: [EId]
    /// Provisions on the same topic where none of the family is: they answer another provision more closely, and stand
    /// there.
    public let elsewhere: [EId]
    /// What can be said of the text on the matter.
    public let state: CellState
}

/// What one text has otherwise than the provisions of others that answer it.
public struct StudyContrast: Sendable {
    /// Id of the text.
    public let witness: String
    /// Items of lists and paragraphs that the answering provision of another act lacks.
    public let items: [Item]
    /// Checkable values that another act sets otherwise or not at all.
    public let values: [Value]
    /// Articles that nothing in another text answers.
    public let articles: [EId]

    /// A value, and what the acts have that do not set it alike.
    public struct Value: Sendable {
        /// What is measured.
        public let attribute: ParameterAttribute
        /// The value of the text.
        public let value: ParameterValue
        /// The values of acts none of whose values is alike.
        public let others: [ParameterValue]
        /// Ids of acts whose answering provision gives no such value.
        public let without: [String]
    }

    /// Words that the answering provisions of other acts lack.
    public struct Item: Sendable {
        /// The words.
        public let quote: StudyQuote
        /// The acts that lack them, each with the provision that answers the article.
        public let lacking: [Lacking]
    }

    /// An act that lacks something.
    public struct Lacking: Sendable, Hashable {
        /// Id of the act.
        public let witness: String
        /// Its provisions that answer the article.
        public let answering: [EId]
    }
}
