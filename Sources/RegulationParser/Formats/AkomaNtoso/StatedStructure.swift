import RegulationModel

/// A provision or a heading as a file's own markup states it, with spans into the text made of the file.
struct StatedNode {
    /// Name of the element.
    let name: String
    /// Its address in the file.
    let id: String
    let start: Int
    var end: Int
    var num: ByteSpan?
    var heading: ByteSpan?
    /// Own text, a span for each block, up to the first child.
    var text: [ByteSpan] = []
    var children: [StatedNode] = []
    /// Text behind the children.
    var closing: [ByteSpan] = []

    var span: ByteSpan { ByteSpan(start, end) }

    /// Text that seemed to close the node stands between its children: it becomes children of its own.
    mutating func settleClosing() {
        children += closing.map { StatedNode(name: "alinea", id: "", start: $0.start, end: $0.end, text: [$0]) }
        closing = []
    }

    /// True where the node or one below it fulfils a condition.
    func contains(_ isWanted: (StatedNode) -> Bool) -> Bool {
        isWanted(self) || children.contains { $0.contains(isWanted) }
    }
}

/// What a file says about itself apart from its text.
struct StatedFacts {
    var title = ""
    var documentNumber: String?
    var authority: Authority?
    /// Dates by the names that Akoma Ntoso files of this program give them.
    var dates: [String: CalendarDate] = [:]

    /// The dates read from the text, with those over them that the file states.
    func dates(over read: RegulationDates) -> RegulationDates {
        var result = read
        result.adopted = dates["adopted"] ?? read.adopted
        result.approved = dates["approved"] ?? read.approved
        result.issued = dates["issued"] ?? read.issued
        result.effective = dates["effective"] ?? read.effective
        result.published = dates["published"] ?? read.published
        return result
    }
}

/// The structure that a file's markup states.
struct StatedStructure {
    var nodes: [StatedNode] = []
    /// Where parts begin that are no provisions.
    var starts: [PartTiling.Start] = []
    var title: ByteSpan?
    var facts = StatedFacts()

    /// The body as stated; nil where no element is an article, so that the lines have to tell.
    func body(in document: Document) -> (Body, Authority?)? {
        StatedBody(structure: self, document: document).body().map { ($0, facts.authority) }
    }
}
