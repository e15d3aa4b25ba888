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
    /// 附则 alone on its line: the mark is the heading, the number its position
    case unnumbered
    /// 规划建设 alone on its line, where 第…章 was lost: the same
    case numberLost
    /// 问： in front of a question: the number is its position
    case question
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
    var strength: Double
    /// True where a full stop or colon follows the number.
    let isPunctuated: Bool
}

extension Mark {
    /// Two sequences of marks in document order as one.
    static func merged(_ a: [Mark], _ b: [Mark]) -> [Mark] {
        guard !a.isEmpty, !b.isEmpty else { return a.isEmpty ? b : a }
        var result: [Mark] = []
        result.reserveCapacity(a.count + b.count)
        var next = 0
        for mark in b {
            while next < a.count, !(mark.span < a[next].span) {
                result.append(a[next])
                next += 1
            }
            result.append(mark)
        }
        result += a[next...]
        return result
    }
}

/// Evidence a mark carries by its form and place. The scale is that of `NumberingSolver`'s transitions: a mark of
/// strength 3 survives a repeated number, one of 10 survives any fault of the numbering, one below 1 needs its
/// neighbours.
enum MarkStrength {
    /// 第X条 or Article N at a line's start, followed by a blank or the end of the line.
    static let certain = 10.0
    /// A number alone on its line, above the heading of a section.
    static let numberAlone = 3.0
    /// 第X条 or Article N with text glued to it.
    static let likely = 2.0
    /// A labelled mark after a sentence.
    static let inline = 1.5
    /// An ordinal word at a line's start.
    static let ordinal = 1.0
    /// An ordinal word after a sentence.
    static let inlineOrdinal = 0.6
    /// A form that is a reference more often than a mark (第五条规定, `Article 5 shall`), at a line's start.
    static let doubtful = 0.2
    /// The same after a sentence: never a mark.
    static let reference = -2.0
    /// A mark inside a quotation: it counts only in a long sequence, where the quotation marks are at fault.
    static let quoted = -1.5
}
