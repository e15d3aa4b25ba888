import RegulationModel

/// A stretch of two compared texts as it is shown: alike in both, or a difference.
public struct Segment: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// Alike, apart from form.
        case equal
        /// In the base only.
        case removed
        /// In the other text only.
        case added
        /// In both, with other words.
        case replaced
    }

    /// What it is.
    public let kind: Kind
    /// Its bytes in the base, in reading order; none where it is added.
    public let base: [ByteSpan]
    /// Its bytes in the other text; none where it is removed.
    public let other: [ByteSpan]
}

extension TextComparison {
    /// The two texts in stretches: together they hold every byte of both texts once, in order.
    ///
    /// A comma that came or went with the words beside it is shown with them.
    public var segments: [Segment] {
        var builder = SegmentBuilder(base: base, other: other)
        for hunk in script.hunks { builder.add(hunk) }
        return builder.finished()
    }
}

/// Cuts both texts at the borders of hunks.
private struct SegmentBuilder {
    private let base: TokenizedText
    private let other: TokenizedText
    private var baseCut: TextCutter
    private var otherCut: TextCutter
    private var segments: [Segment] = []

    init(base: TokenizedText, other: TokenizedText) {
        self.base = base
        self.other = other
        baseCut = TextCutter(base.pieces)
        otherCut = TextCutter(other.pieces)
    }

    mutating func add(_ hunk: Hunk) {
        let inBase = shown(hunk.base, in: base, beside: hunk.other, of: other)
        let inOther = shown(hunk.other, in: other, beside: hunk.base, of: base)
        append(.equal, base: baseCut.take(upTo: inBase.start), other: otherCut.take(upTo: inOther.start))
        let kind: Segment.Kind = hunk.base.isEmpty ? .added : hunk.other.isEmpty ? .removed : .replaced
        append(kind, base: baseCut.take(upTo: inBase.end), other: otherCut.take(upTo: inOther.end))
    }

    mutating func finished() -> [Segment] {
        append(.equal, base: baseCut.take(upTo: Int.max), other: otherCut.take(upTo: Int.max))
        return segments
    }

    private mutating func append(_ kind: Segment.Kind, base: [ByteSpan], other: [ByteSpan]) {
        if base.isEmpty, other.isEmpty { return }
        segments.append(Segment(kind: kind, base: base, other: other))
    }

    /// The bytes a side of a hunk shows: its tokens, and the punctuation beside them that the other text has not.
    private func shown(
        _ range: Range<Int>, in text: TokenizedText, beside facing: Range<Int>, of counterpart: TokenizedText
    ) -> ByteSpan {
        let (before, behind) = (text.gapSpan(range.lowerBound), text.gapSpan(range.upperBound))
        guard !range.isEmpty else {
            let isBefore = text.signs(before: range.lowerBound) == counterpart.signs(before: facing.lowerBound)
            return isBefore ? ByteSpan(before.end, before.end) : ByteSpan(before.start, before.start)
        }
        let own = ByteSpan(before.end, behind.start)
        guard facing.isEmpty else {
            let isAloneBefore = counterpart.signs(before: facing.lowerBound).isEmpty
            let isAloneBehind = counterpart.signs(before: facing.upperBound).isEmpty
            let opens = isAloneBefore && !text.signs(before: range.lowerBound).isEmpty
            let closes = isAloneBehind && !text.signs(before: range.upperBound).isEmpty
            return ByteSpan(opens ? before.start : own.start, closes ? behind.end : own.end)
        }
        let gap = counterpart.signs(before: facing.lowerBound)
        if gap == text.signs(before: range.lowerBound) {
            return text.signs(before: range.upperBound).isEmpty ? own : ByteSpan(own.start, behind.end)
        }
        return gap == text.signs(before: range.upperBound) ? ByteSpan(before.start, own.end) : own
    }
}

extension TokenizedText {
    /// The bytes between a token and the one before it.
    func gapSpan(_ index: Int) -> ByteSpan {
        let start = index > 0 ? tokens[index - 1].span.end : pieces.first?.start ?? 0
        let end = index < tokens.count ? tokens[index].span.start : pieces.last?.end ?? start
        return ByteSpan(start, end)
    }
}

/// Cuts the pieces of a text one after the other.
private struct TextCutter {
    private let pieces: [ByteSpan]
    private var piece = 0
    private var offset: Int

    init(_ pieces: [ByteSpan]) {
        self.pieces = pieces
        offset = pieces.first?.start ?? 0
    }

    /// What lies between the last cut and an offset.
    mutating func take(upTo end: Int) -> [ByteSpan] {
        var taken: [ByteSpan] = []
        while piece < pieces.count {
            let stop = min(end, pieces[piece].end)
            if stop > offset { taken.append(ByteSpan(offset, stop)) }
            offset = max(offset, stop)
            guard end > pieces[piece].end, piece + 1 < pieces.count else { break }
            piece += 1
            offset = pieces[piece].start
        }
        return taken
    }
}
