import RegulationModel

/// The words two linked provisions share, as a drafter would name them: the most telling first.
struct SharedWords: Sendable {
    private let space: FeatureSpace
    private let rarity: Rarity
    private let terms: [String]
    private let vocabulary: StemVocabulary

    init(space: FeatureSpace, rarity: Rarity, terms: [String], vocabulary: StemVocabulary) {
        self.space = space
        self.rarity = rarity
        self.terms = terms
        self.vocabulary = vocabulary
    }

    /// A drafter reads three words at a glance.
    private static let most = 3
    /// Longer stretches of equal text are cut; they are read in the text itself.
    private static let longestRun = 24

    /// Up to three words or terms that two units share.
    func words(base: WeightedUnits, row: Int, other: WeightedUnits, column: Int, text: [Unicode.Scalar]) -> [String] {
        let shared = shared(
            base.ids(of: row), base.weights(of: row), other.ids(of: column), other.weights(of: column))
        let named: [(name: String, weight: Float)] =
            switch space.kind {
            case .characters: runs(shared, in: text)
            case .stems, .terms: shared.compactMap { id, weight in name(of: id).map { ($0, weight) } }
            }
        let sorted = named.sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }
        var chosen: [String] = []
        for (name, _) in sorted where chosen.count < Self.most {
            if !chosen.contains(where: { Self.overlaps($0, name) }) { chosen.append(name) }
        }
        return chosen
    }

    private static func overlaps(_ a: String, _ b: String) -> Bool {
        ByteSearch.contains(Array(a.utf8), Array(b.utf8)) || ByteSearch.contains(Array(b.utf8), Array(a.utf8))
    }

    /// Terms of the table across languages, single stems within English.
    private func name(of id: Int32) -> String? {
        let key = space.keys[Int(id)]
        guard space.kind == .terms else { return key <= vocabulary.count ? vocabulary.shownWord(Int(key)) : nil }
        let index = Int(key & ~(1 << 63))
        return key >> 63 == 1 && terms.indices.contains(index) ? terms[index] : nil
    }

    /// Features of both units; what stands everywhere in the pair of texts weighs little.
    private func shared(
        _ ids: ArraySlice<Int32>, _ weights: ArraySlice<Float>, _ otherIds: ArraySlice<Int32>,
        _ otherWeights: ArraySlice<Float>
    ) -> [(id: Int32, weight: Float)] {
        var result: [(Int32, Float)] = []
        var place = otherIds.startIndex
        for (id, weight) in zip(ids, weights) {
            while place < otherIds.endIndex, otherIds[place] < id { place += 1 }
            guard place < otherIds.endIndex, otherIds[place] == id else { continue }
            let distinctness = rarity.distinctness[Int(id)]
            result.append((id, weight * otherWeights[place] * distinctness * distinctness))
        }
        return result
    }

    /// Stretches of the text in which every pair of characters is shared, weighed by the sum of their pairs. Numbers of cited
    /// provisions are no words.
    private func runs(_ shared: [(id: Int32, weight: Float)], in text: [Unicode.Scalar]) -> [(
        name: String, weight: Float
    )] {
        // Ids rise with their keys.
        let keys = shared.map { space.keys[Int($0.id)] }
        var runs: [String: Float] = [:]
        var cited = [UInt8](repeating: .max, count: text.count)
        text.withUnsafeBufferPointer { CitedNumbers.mark(in: $0, &cited) }
        var start = 0
        while start + 1 < text.count {
            var end = start
            var sum: Float = 0
            while end + 1 < text.count, end - start + 1 < Self.longestRun, cited[end] > 0, cited[end + 1] > 0,
                let place = keys.placeOfSorted(UInt64(text[end].value) << 32 | UInt64(text[end + 1].value))
            {
                sum += shared[place].weight
                end += 1
            }
            for word in Self.words(text[start...end]) { runs[word] = sum }
            start = end + 1
        }
        return runs.map { (name: $0.key, weight: $0.value) }
    }

    /// What of a stretch can stand as words: it is cut where clauses are joined, and freed at its ends from
    /// characters that only join.
    private static func words(_ run: ArraySlice<Unicode.Scalar>) -> [String] {
        run.split(whereSeparator: isJoint).compactMap { piece in
            let open = piece.drop(while: isLeading)
            let end = open.lastIndex { !isTrailing($0) }
            guard let end, end > open.startIndex else { return nil }
            return String(String.UnicodeScalarView(open[...end]))
        }
    }

    private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "的", "和", "或", "及", "与": true
        default: false
        }
    }

    private static func isLeading(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "者", "在", "以", "等", "对", "由", "为", "于", "所", "其", "该", "并", "且", "了", "应", "当": true
        default: false
        }
    }

    private static func isTrailing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "在", "以", "等", "对", "由", "为", "于", "其", "该", "并", "且", "了", "向", "从", "被": true
        default: false
        }
    }
}

extension [UInt64] {
    /// The place of a number in a rising list.
    fileprivate func placeOfSorted(_ number: UInt64) -> Int? {
        var (lower, upper) = (0, count)
        while lower < upper {
            let middle = (lower + upper) / 2
            if self[middle] < number { lower = middle + 1 } else { upper = middle }
        }
        return lower < count && self[lower] == number ? lower : nil
    }
}
