import RegulationModel

/// One question with its answer and the words that prove it.
public struct StudyCard: Sendable {
    /// What is asked for. The names are stable codes of the results.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// One of several options is right.
        case singleChoice = "single-choice"
        /// A sentence is right or wrong.
        case trueFalse = "true-false"
        /// Words of a quotation are left out.
        case cloze
        /// Several acts are compared.
        case compare
    }

    /// What the reader is asked, free of any wording.
    public enum Task: Sendable {
        /// Which of the options the list names that these words introduce.
        case listed(lead: StudyQuote)
        /// Whether the list that `lead` introduces names the item.
        case belongs(item: StudyQuote, lead: StudyQuote)
        /// Which words stand in the gap.
        case gap(Gap)
        /// Whether the act says this: a sentence with other words in the place of its own, or its own.
        case said(Gap, instead: String)
        /// Whether another act, in the provisions that answer it, names the item too.
        case shared(item: StudyQuote, other: String, answering: [EId])
        /// Which value the act sets for a matter.
        case valued(attribute: ParameterAttribute, matter: BilingualText)
    }

    /// Words of a sentence that are left out.
    public struct Gap: Sendable, Hashable {
        /// The sentence.
        public let sentence: StudyQuote
        /// The item of a list that the sentence introduces, where the gap is in it.
        public let item: StudyQuote?
        /// The words left out.
        public let hidden: ByteSpan
        /// What they are: asked for by name.
        public let asked: Asked

        /// What the words left out say.
        public enum Asked: String, Sendable, Hashable, CaseIterable {
            case duty, actor, control, decider, quantity, sanction
        }
    }

    /// One option.
    public struct Option: Sendable, Hashable {
        /// What it says.
        public enum Content: Sendable, Hashable {
            /// Words of a text.
            case quote(StudyQuote)
            /// Words made from those of a text, a number put for another.
            case made(String)
            /// Right or wrong, yes or no.
            case truth(Bool)
        }
        /// What it says.
        public let content: Content
        /// True for the right one.
        public let isRight: Bool
    }

    /// Stable: text, provision, and what is asked.
    public let id: String
    /// What is asked for.
    public let kind: Kind
    /// Id of the act asked about.
    public let witness: String
    /// The kind of rule it is about.
    public let section: StudyKind
    /// The matter: heading of the family of its provision.
    public let matter: BilingualText
    /// What the reader is asked.
    public let task: Task
    /// The options; empty for a cloze.
    public let options: [Option]
    /// The words that answer it, each with its citation.
    public let proof: [StudyQuote]

    /// Place of the family, then of the words: the order of matters.
    package let place: [Int]
}
