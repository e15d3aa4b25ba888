/// Slides what was only added or only removed: 甲、[乙、]丙 and 甲[、乙]、丙 are the same script, and one reads better.
struct ClauseSlides {
    let base: TokenizedText
    let other: TokenizedText
    let cohesion: Cohesion

    /// Farthest slide, in tokens.
    private static let farthest = 200

    /// The runs with the changes between them at the strongest borders.
    func slid(_ found: [CommonRun]) -> [CommonRun] {
        var runs = found
        for index in runs.indices.dropLast() {
            let (before, behind) = (runs[index], runs[index + 1])
            let isAddition = before.baseEnd == behind.base
            guard isAddition != (before.otherEnd == behind.other) else { continue }
            let text = isAddition ? other : base
            let range = isAddition ? before.otherEnd..<behind.other : before.baseEnd..<behind.base
            // What both texts begin or end with may be given up: 养犬[人丢失养犬]登记证 is [养犬人丢失]养犬登记证.
            let opens = index == 0 && before.base == 0 && before.other == 0
            let closes =
                index + 2 == runs.count && behind.baseEnd == base.tokens.count
                && behind.otherEnd == other.tokens.count
            let kept = bestShift(range, in: text, room: -(before.count - 1)...(behind.count - 1))
            let room = -(before.count - (opens ? 0 : 1))...(behind.count - (closes ? 0 : 1))
            let shift = isWithinWord(range, kept, in: text) ? bestShift(range, in: text, room: room) : kept
            runs[index].count += shift
            runs[index + 1].base += shift
            runs[index + 1].other += shift
            runs[index + 1].count -= shift
        }
        return runs.filter { $0.count > 0 }
    }

    /// How far to slide a range: where the borders at its ends are strongest, and there the least.
    private func bestShift(_ range: Range<Int>, in text: TokenizedText, room: ClosedRange<Int>) -> Int {
        var best = (shift: 0, border: border(range, in: text))
        var shift = 0
        while shift > max(room.lowerBound, -Self.farthest),
            text.tokens[range.lowerBound + shift - 1].key == text.tokens[range.upperBound + shift - 1].key
        {
            shift -= 1
            let border = border((range.lowerBound + shift)..<(range.upperBound + shift), in: text)
            if border > best.border { best = (shift, border) }
        }
        shift = 0
        while shift < min(room.upperBound, Self.farthest),
            text.tokens[range.lowerBound + shift].key == text.tokens[range.upperBound + shift].key
        {
            shift += 1
            let border = border((range.lowerBound + shift)..<(range.upperBound + shift), in: text)
            if border > best.border { best = (shift, border) }
        }
        return best.shift
    }

    /// Whether a range slid so far has an end without a border.
    private func isWithinWord(_ range: Range<Int>, _ shift: Int, in text: TokenizedText) -> Bool {
        border((range.lowerBound + shift)..<(range.upperBound + shift), in: text) < Self.bordered
    }

    /// What `border` gives at least where a border stands at both ends.
    private static let bordered = 8

    /// Both ends count; the weaker one first.
    private func border(_ range: Range<Int>, in text: TokenizedText) -> Int {
        let ends = (border(range.lowerBound, in: text), border(range.upperBound, in: text))
        return Self.bordered * min(ends.0, ends.1) + max(ends.0, ends.1)
    }

    /// How strong a border stands before a token; less than none inside of a word.
    private func border(_ index: Int, in text: TokenizedText) -> Int {
        let border = Int(text.gaps[index].border)
        guard border == 0, index > 0, index < text.tokens.count else { return border }
        return cohesion.joins(text.tokens[index - 1], text.tokens[index]) ? -1 : 0
    }
}
