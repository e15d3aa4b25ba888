import RegulationModel

extension UnitComparison {
    /// Share of what is ordered that the other side encourages, so that the one is asked for what the other is obliged to.
    private static let leastEncouraged = 0.6
    /// The same from which on no reader need decide.
    private static let surelyEncouraged = 0.75
    private static let fewestPairs = 4
    /// 支持 and 引导 are what governments do; these ask somebody to do it.
    private static let asking: [Phrase] = ["鼓励", "提倡", "倡导"]

    /// 鼓励签订书面协议 beside 应当签订书面协议, within Chinese.
    func encouragement() -> [NormDifference] {
        guard !isAcross, base.regulation.language == .chinese else { return [] }
        return paired(first, base, second, other).map {
            difference(.modality, .duty, [$0.asked], [$0.ordered], doubtful: $0.isDoubtful)
        }
            + paired(second, other, first, base).map {
                difference(.modality, .duty, [$0.ordered], [$0.asked], doubtful: $0.isDoubtful)
            }
    }

    /// A word that asks, and one that orders.
    private struct Asked {
        let asked: ByteSpan
        let ordered: ByteSpan
        let isDoubtful: Bool
    }

    private func paired(
        _ asking: [Norm], _ own: NormComparison.Side, _ ordering: [Norm], _ facing: NormComparison.Side
    ) -> [Asked] {
        // Where each side has both, the words answer their like.
        let known = (ordered: orders(asking, own), asked: asked(ordering, facing))
        let orders = orders(ordering, facing).filter { order in
            !known.ordered.contains { isSame($0.matter, order.matter) }
        }
        return asked(asking, own).compactMap { asked -> Asked? in
            guard !known.asked.contains(where: { isSame($0.matter, asked.matter) }) else { return nil }
            let held = orders.map { (order: $0, share: NeighbourLetters.held($0.matter, in: asked.matter)) }
                .firstHighest(by: \.share)
            guard let held, held.share >= Self.leastEncouraged else { return nil }
            return Asked(asked: asked.word, ordered: held.order.word, isDoubtful: held.share < Self.surelyEncouraged)
        }
    }

    private typealias Word = (word: ByteSpan, matter: Set<UInt64>)

    private func isSame(_ one: Set<UInt64>, _ two: Set<UInt64>) -> Bool {
        let (fewer, more) = one.count < two.count ? (one, two) : (two, one)
        return NeighbourLetters.held(fewer, in: more) >= Self.leastEncouraged
    }

    /// What is asked for: from a word that opens its clause, or stands behind its subject.
    private func asked(_ norms: [Norm], _ side: NormComparison.Side) -> [Word] {
        norms.flatMap { norm -> [Word] in
            let text = text(norm.span, side)
            return Self.asking.flatMap(text.all).compactMap { place in
                let clause = text.clause(around: place.lowerBound)
                let isOrdered = (clause.lowerBound..<place.lowerBound).contains {
                    PlainWords.kind(of: text, at: $0) != nil
                }
                let of: Phrase = "的"
                guard !isOrdered, !text.has(of, at: clause.upperBound - 1) else { return nil }
                return word(place, clause, text, side)
            }
        }
    }

    private func orders(_ norms: [Norm], _ side: NormComparison.Side) -> [Word] {
        norms.flatMap { norm -> [Word] in
            let text = text(norm.span, side)
            return norm.cues.filter { $0.modality == .must && !$0.isSubordinate }.compactMap { cue in
                guard let start = text.starts.firstIndex(where: { $0 >= cue.span.start }) else { return nil }
                let end = text.starts.firstIndex { $0 >= cue.span.end } ?? text.count
                guard !PlainWords.encouraging.contains(where: { text.has($0, at: end) }) else { return nil }
                return word(start..<end, text.clause(around: start), text, side)
            }
        }
    }

    private func word(_ place: Range<Int>, _ clause: Range<Int>, _ text: NormText, _ side: NormComparison.Side) -> Word?
    {
        let behind = min(place.upperBound, clause.upperBound)..<clause.upperBound
        let matter = Sentences.pairs(text.span(behind), side)
        return matter.count < Self.fewestPairs ? nil : (text.span(place), matter)
    }
}
