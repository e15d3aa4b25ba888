import RegulationModel

/// Terms of some texts with the words that render them, each as printed and with the place where it stands.
public struct TermList: Sendable {
    /// The texts in order.
    public let columns: [Witness]
    /// The terms: those of titles and definitions first, then the most frequent.
    public let terms: [Term]

    /// No terms.
    public static let none = TermList(columns: [], terms: [])

    /// Makes a list.
    public init(columns: [Witness], terms: [Term]) {
        self.columns = columns
        self.terms = terms
    }

    /// The same terms as a reader learns them: those of titles and definitions, then those of a field of their own, then
    /// words of every act, and last those that sentences are drafted with (或者, 按照).
    var forLearning: TermList {
        func rank(_ term: Term) -> Int {
            if term.isOfSubject { return 0 }
            return ["general": 2, "drafting": 3][term.field] ?? 1
        }
        let order = terms.indices.sorted { (rank(terms[$0]), $0) < (rank(terms[$1]), $1) }
        return TermList(columns: columns, terms: order.map { terms[$0] })
    }

    /// Name of a text.
    public func name(of id: String) -> BilingualText {
        columns.first { $0.id == id }?.name ?? BilingualText(chinese: id, english: id)
    }

    /// Printed words of a quotation, white space folded.
    public func text(of quote: StudyQuote) -> String {
        columns.first { $0.id == quote.witness }?.regulation.source.flowed(quote.spans) ?? ""
    }

    /// Citation of a quotation.
    public func citation(of quote: StudyQuote) -> BilingualText {
        let regulation = columns.first { $0.id == quote.witness }?.regulation
        let citation = regulation.flatMap { Citation(quote.provision, in: $0) }
        return BilingualText(
            chinese: citation?.chinese ?? quote.provision.text, english: citation?.english ?? quote.provision.text)
    }
}

/// One term: a form and the other forms that stand for it.
public struct Term: Sendable {
    /// How it came into the list. The names are stable codes of the results.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// It stands in the title of a text.
        case title
        /// A text defines it: 以下简称, “hereinafter referred to as”.
        case definition
        /// It stands in the table of terms.
        case table
        /// Texts of one language put it where others have another form, again and again.
        case substitution
    }

    /// A form with the places where it stands.
    public struct Form: Sendable {
        /// Language of the form.
        public let language: Language
        /// As printed where it stands first.
        public let text: String
        /// One for each text that has it, in the order of the columns.
        public let places: [Place]

        /// How often it was found, in all texts.
        public var count: Int { places.reduce(0) { $0 + $1.count } }
    }

    /// Where a form stands in one text.
    public struct Place: Sendable {
        /// Id of the text.
        public let witness: String
        /// How often it was found there.
        public let count: Int
        /// The first place.
        public let first: StudyQuote
    }

    /// The term itself: Chinese where a Chinese text has it.
    public let name: Form
    /// The field that the table gives; empty where it gives none.
    public let field: String
    /// How it came into the list.
    public let origins: Set<Origin>
    /// The forms that render it in another language, or stand for it in another text; the most frequent first.
    public let renderings: [Form]

    /// Ids of the texts that render it in more than one way, in the order of the columns.
    public let inconsistent: [String]

    /// True where title or definition make it a word of the subject.
    public var isOfSubject: Bool { origins.contains(.title) || origins.contains(.definition) }
}
