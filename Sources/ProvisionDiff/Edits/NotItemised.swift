import RegulationModel

/// What two texts write in other ways and is no difference: counted, not listed one by one.
public struct NotItemised: Sendable, Hashable {
    /// Marks of points and numbers of articles that only moved on, and references that follow them.
    public var renumbered = 0
    /// Places with other punctuation.
    public var punctuation = 0
    /// Words in another width, case or script, and numbers written in other digits.
    public var forms = 0
    /// Names written in short in one text, what acts call themselves, and definitions of short forms.
    public var shortForms = 0

    /// Nothing.
    public init() {}

    /// True where nothing was passed over.
    public var isEmpty: Bool { self == NotItemised() }

    /// All places.
    public var total: Int { renumbered + punctuation + forms + shortForms }

    /// Both counts together.
    public static func + (a: NotItemised, b: NotItemised) -> NotItemised {
        var sum = a
        sum.renumbered += b.renumbered
        sum.punctuation += b.punctuation
        sum.forms += b.forms
        sum.shortForms += b.shortForms
        return sum
    }
}

extension TextComparison {
    /// What the tokens that are alike write in other ways.
    func notItemised(base baseSource: SourceText, other otherSource: SourceText) -> NotItemised {
        var counts = NotItemised()
        for run in script.runs(base: base.tokens.count, other: other.tokens.count) {
            for offset in 0..<run.count {
                let (one, two) = (base.tokens[run.base + offset], other.tokens[run.other + offset])
                if !Self.isPrintedAlike(one, baseSource, two, otherSource) { counts.count(one.kind) }
                guard offset > 0 else { continue }
                let gaps = (base.gaps[run.base + offset], other.gaps[run.other + offset])
                if gaps.0.signs != gaps.1.signs {
                    counts.punctuation += 1
                } else if gaps.0.signs.isEmpty || gaps.0.definesShortForm || gaps.1.definesShortForm {
                    continue
                } else if base.signs(run.base + offset, baseSource) != other.signs(run.other + offset, otherSource) {
                    counts.forms += 1
                }
            }
        }
        let definitions = [base, other].map { $0.gaps.count(where: \.definesShortForm) }
        counts.shortForms += abs(definitions[0] - definitions[1])
        return counts
    }

    private static func isPrintedAlike(_ one: Token, _ base: SourceText, _ two: Token, _ other: SourceText) -> Bool {
        one.span.length == two.span.length
            && base.bytes[one.span.range].elementsEqual(other.bytes[two.span.range])
    }
}

extension NotItemised {
    fileprivate mutating func count(_ kind: Token.Kind) {
        switch kind {
        case .ideograph, .word, .quantity: forms += 1
        case .reference: renumbered += 1
        case .title, .term: shortForms += 1
        }
    }
}

extension TokenizedText {
    /// The signs of a gap as they are printed.
    fileprivate func signs(_ index: Int, _ source: SourceText) -> [Unicode.Scalar] {
        source.string(gapSpan(index)).unicodeScalars.filter { !Folding.isInvisible($0) }
    }
}
