import RegulationModel

/// What a study guide holds, and in what order.
public struct StudyOptions: Sendable, Hashable {
    /// In what order rows and questions stand.
    public enum Order: String, Sendable, CaseIterable {
        /// By matter: rows and questions in the order that most acts keep.
        case matter
        /// By text: rows in the order of the base, questions text by text.
        case text
        /// Questions by what they ask for, then by matter; rows by matter.
        case kind
    }

    /// The kinds of rules shown and asked about, in this order.
    public var sections: [StudyKind]
    /// In what order rows and questions stand.
    public var order: Order
    /// At most so many questions, spread over texts, kinds and matters; nil for all.
    public var questions: Int?
    /// The kinds of questions.
    public var kinds: Set<StudyCard.Kind>
    /// The languages of the texts that questions are made of; quotations are shown in the language they stand in.
    public var languages: Set<Language>

    /// Everything, by matter.
    public init(
        sections: [StudyKind] = StudyKind.allCases, order: Order = .matter, questions: Int? = nil,
        kinds: Set<StudyCard.Kind> = Set(StudyCard.Kind.allCases), languages: Set<Language> = Set(Language.allCases)
    ) {
        self.sections = sections
        self.order = order
        self.questions = questions
        self.kinds = kinds
        self.languages = languages
    }
}
