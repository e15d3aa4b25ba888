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
            for first in stride(from: 0, to: run.count, by: Self.stretch) {
                let range = first..<min(run.count, first + Self.stretch)
                if isPrintedAlike(run, range, baseSource, otherSource) { continue }
                for offset in range { countForms(run, offset, baseSource, otherSource, &counts) }
            }
        }
        let definitions = [base, other].map { $0.gaps.count { $0.definesShortForm } }
        counts.shortForms += abs(definitions[0] - definitions[1])
        return counts
    }

    /// Tokens looked at together: where their bytes are the same, and those between them, there is nothing to count.
    private static let stretch = 64

    private func isPrintedAlike(
        _ run: CommonRun, _ range: Range<Int>, _ baseSource: SourceText, _ otherSource: SourceText
    ) -> Bool {
        /// A stretch begins behind the token before it, so that the gap between two stretches is in one of them.
        func bytes(_ text: TokenizedText, _ start: Int) -> Range<Int> {
            let (first, last) = (text.tokens[start + range.lowerBound], text.tokens[start + range.upperBound - 1])
            let isFirst = range.lowerBound == 0
            return (isFirst ? first.span.start : text.gapSpan(start + range.lowerBound).start)..<last.span.end
        }
        let (one, two) = (bytes(base, run.base), bytes(other, run.other))
        return one.count == two.count && baseSource.bytes[one].elementsEqual(otherSource.bytes[two])
    }

    private func countForms(
        _ run: CommonRun, _ offset: Int, _ baseSource: SourceText, _ otherSource: SourceText,
        _ counts: inout NotItemised
    ) {
        let (one, two) = (base.tokens[run.base + offset], other.tokens[run.other + offset])
        if !Self.isPrintedAlike(one, baseSource, two, otherSource) { counts.count(one.kind) }
        guard offset > 0 else { return }
        let places = (run.base + offset, run.other + offset)
        let signs = (base.signs(before: places.0), other.signs(before: places.1))
        if signs.0 != signs.1 {
            counts.punctuation += 1
        } else if signs.0.isEmpty || base.gaps[places.0].definesShortForm || other.gaps[places.1].definesShortForm {
            return
        } else if base.signs(places.0, baseSource) != other.signs(places.1, otherSource) {
            counts.forms += 1
        }
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
