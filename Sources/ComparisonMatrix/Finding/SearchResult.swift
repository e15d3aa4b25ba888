import RegulationModel

/// What a search found: provisions, the best first.
public struct SearchResult: Sendable {
    /// One provision.
    public struct Item: Sendable {
        /// The text it stands in.
        public let witness: Witness
        /// The narrowest provision that has what was found.
        public let provision: EId
        /// The share of the question that its article answers, 0 … 1.
        public let score: Double
        /// Its text as printed, marks left out.
        public let text: String
        /// What answers the question: ranges of the UTF-8 of `text`, ascending, apart.
        public let matches: [Range<Int>]

        /// Makes an item.
        public init(witness: Witness, provision: EId, score: Double, text: String, matches: [Range<Int>]) {
            self.witness = witness
            self.provision = provision
            self.score = score
            self.text = text
            self.matches = matches
        }

        /// How the provision is cited.
        package var citation: BilingualText {
            Citation(provision, in: witness.regulation).map { BilingualText(chinese: $0.chinese, english: $0.english) }
                ?? BilingualText(chinese: provision.text, english: provision.text)
        }

        /// Where the provision stands in its text.
        package var span: ByteSpan { witness.regulation.provision(at: provision)?.span ?? ByteSpan(0, 0) }
    }

    /// The question as asked.
    public let question: String
    /// What was found, the best first.
    public let items: [Item]
    /// How many texts were searched.
    public let searched: Int
    /// The most that were asked for; where there are as many items, further provisions may answer.
    public let limit: Int

    /// Makes a result.
    public init(question: String, items: [Item], searched: Int, limit: Int = .max) {
        self.limit = limit
        self.question = question
        self.items = items
        self.searched = searched
    }
}
