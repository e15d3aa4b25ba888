import RegulationModel

// Lines of a text that was broken at a width, and what stands above and below the foot of a page, are pieces of one text:
// clauses and sentences go across them.

extension Provision {
    /// Its own words and those of all below it, each paragraph and point as one stretch of bytes.
    package var stretches: [ByteSpan] {
        let own = text.isEmpty ? [] : [ByteSpan(covering: text)]
        return own + children.flatMap(\.stretches) + (wrapUp.map { [$0] } ?? [])
    }
}

extension TextUnit {
    /// Its words as one stretch; as one of each paragraph, where others stand in it.
    var stretches: [ByteSpan] {
        let paragraphs = paragraphs.isEmpty ? [text] : paragraphs
        return paragraphs.filter { !$0.isEmpty }.map { ByteSpan(covering: $0) }
    }
}

extension Segment {
    /// The segment with its words in as few stretches as those of two units allow.
    func joined(_ one: TextUnit, _ two: TextUnit) -> Segment {
        func joined(_ spans: [ByteSpan], _ unit: TextUnit) -> [ByteSpan] {
            guard spans.count > 1 else { return spans }
            return unit.stretches.compactMap { stretch in
                let inside = spans.filter { stretch.contains($0) }
                return inside.isEmpty ? nil : ByteSpan(covering: inside)
            }
        }
        return Segment(kind: kind, base: joined(base, one), other: joined(other, two))
    }
}

extension Regulation {
    /// The pieces of the text in which some words begin: the lines of one paragraph or point. Empty where none holds them.
    package func pieces(around words: ByteSpan) -> [ByteSpan] {
        func holds(_ pieces: [ByteSpan]) -> Bool {
            pieces.contains { $0.contains(words.start) } && words.end <= pieces.last?.end ?? 0
        }
        guard var place = provisions.first(where: { $0.span.contains(words.start) }) else { return [] }
        while !holds(place.text) {
            // A point with its mark.
            if place.span == words, place.children.isEmpty, let first = place.text.first {
                return [ByteSpan(words.start, first.end)] + place.text.dropFirst()
            }
            guard let below = place.children.first(where: { $0.span.contains(words.start) }) else {
                return place.wrapUp.map { [$0] }.flatMap { holds($0) ? $0 : nil } ?? []
            }
            place = below
        }
        return place.text
    }

    /// Words as they are read: of each, what stands in the pieces of its text; words that go on in the next piece of the same
    /// text follow as one.
    package func runs(_ words: [ByteSpan]) -> [[ByteSpan]] {
        var runs: [[ByteSpan]] = []
        for span in words {
            let pieces = pieces(around: span)
            let parts = span.parts(in: pieces)
            guard let first = parts.first else {
                runs.append([span])
                continue
            }
            let place = pieces.firstIndex { $0.start == first.start } ?? 0
            if place > 0, pieces[place - 1].end == runs.last?.last?.end {
                runs[runs.count - 1] += parts
            } else {
                runs.append(parts)
            }
        }
        return runs
    }
}

extension ByteSpan {
    /// What of it stands in some pieces.
    package func parts(in pieces: [ByteSpan]) -> [ByteSpan] {
        pieces.compactMap { piece in
            let (start, end) = (max(start, piece.start), min(end, piece.end))
            return start < end ? ByteSpan(start, end) : nil
        }
    }
}
