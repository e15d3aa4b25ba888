import RegulationModel

/// Where a mark stands in its line.
enum MarkPlace: Sendable {
    /// Only white space and decoration stand before it.
    case lineStart
    /// Straight after the heading of a part or chapter on the same line.
    case afterHeading
    /// After the end of a sentence or a closing quotation mark.
    case sentenceEnd
}

/// How a mark is written.
enum MarkForm: Sendable {
    /// 第十二条, 第 6-1 條
    case chinese
    /// Article 12, Chapter II
    case labelled
    /// Twenty-first …: an ordinal word glued to its sentence, as machine translation has it.
    case ordinalWord
    /// 一、 or a number alone on its line
    case plainNumber
}

/// A place where a provision may begin.
struct Mark: Sendable {
    let level: Level
    let number: ProvisionNumber
    /// The mark as printed, with a full stop or colon that belongs to it.
    let span: ByteSpan
    /// Index of its line.
    let line: Int
    let place: MarkPlace
    let form: MarkForm
    /// How surely a provision begins here if the sequence wants it; see `NumberingSolver`.
    let strength: Double
    /// True where a full stop or colon follows the number.
    let isPunctuated: Bool
}

/// Evidence a mark carries by its form and place. The scale is that of `NumberingSolver`'s transitions: a mark of
/// strength 3 survives a repeated number, one below 1 needs its neighbours.
enum MarkStrength {
    /// 第X条 or Article N at a line's start, followed by a blank or the end of the line.
    static let certain = 3.0
    /// The same with text glued to it.
    static let likely = 2.0
    /// A labelled mark after a sentence.
    static let inline = 1.5
    /// An ordinal word at a line's start.
    static let ordinal = 1.0
    /// An ordinal word after a sentence.
    static let inlineOrdinal = 0.6
    /// A form that is a reference more often than a mark (`Article 5 of`, 第五条规定).
    static let reference = -2.0
}
