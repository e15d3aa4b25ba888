import RegulationModel

/// What an act is about, as words with weights: those it uses often and statutes at large use seldom.
struct SubjectProfile: Sendable {
    /// Features in the order of their numbers, each with its weight; the sum of their squares is 1.
    let features: [(key: UInt64, weight: Float)]

    /// Weights of features as they were counted.
    init(_ counted: [(key: UInt64, weight: Float)]) {
        let length = counted.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
        features = length > 0 ? counted.map { ($0.key, $0.weight / length) }.sorted { $0.key < $1.key } : []
    }

    /// The cosine of two profiles, 0 … 1.
    func likeness(_ other: SubjectProfile) -> Float {
        var sum: Float = 0
        var place = 0
        for feature in features {
            while place < other.features.count, other.features[place].key < feature.key { place += 1 }
            guard place < other.features.count else { break }
            if other.features[place].key == feature.key { sum += feature.weight * other.features[place].weight }
        }
        return min(1, sum)
    }
}

/// Reads profiles; texts in two languages are both read as stems.
struct SubjectReader: Sendable {
    /// In which features an act is described.
    enum Features: Sendable {
        /// Two neighbouring characters.
        case pairs
        /// Stems of English words; of Chinese text those that the lexicon expects.
        case stems
    }

    private let features: Features
    private let lexicon = BilingualLexicon.shipped

    init(_ features: Features) { self.features = features }

    /// The profile of the articles of an act.
    func body(_ regulation: Regulation) -> SubjectProfile {
        var tally = FeatureTally(capacity: 1 << 11)
        for provision in regulation.provisions {
            let spans = (provision.heading.map { [$0] } ?? []) + provision.allText
            count(Folding.scalars(of: regulation.source.flowedScalars(spans)), regulation.language, into: &tally)
        }
        return profile(&tally) { 1 + Float(Elementary.ln(Double($0))) }
    }

    /// The profile of a title, without the name of the place.
    func title(_ regulation: Regulation, place: [String]) -> SubjectProfile {
        var title = Folding.fold(regulation.title).text
        for name in place.map({ Folding.fold($0).text }) where !name.isEmpty {
            title = title.split(separator: name, omittingEmptySubsequences: false).joined(separator: " ")
        }
        var tally = FeatureTally(capacity: 1 << 6)
        count(Array(title.unicodeScalars), regulation.language, into: &tally)
        return profile(&tally) { _ in 1 }
    }

    // MARK: Counting

    private func profile(_ tally: inout FeatureTally, _ frequency: (Float) -> Float) -> SubjectProfile {
        let bag = tally.unit()
        let keys = tally.keys
        var counted: [(key: UInt64, weight: Float)] = []
        for (id, count) in zip(bag.ids, bag.counts) {
            let key = keys[Int(id)]
            let rarity = rarity(key)
            // Rare words tell the subject; the square leaves little of what every act says.
            counted.append((key, frequency(max(1, count)) * min(1, count) * rarity * rarity))
        }
        return SubjectProfile(counted)
    }

    private func rarity(_ key: UInt64) -> Float {
        switch features {
        case .stems: return lexicon.rarity(ofStem: Int(key))
        case .pairs:
            guard let first = Unicode.Scalar(UInt32(key >> 32)), let second = Unicode.Scalar(UInt32(key & 0xFFFF_FFFF))
            else { return 0 }
            return lexicon.rarity(ofPair: first, second)
        }
    }

    private func count(_ text: [Unicode.Scalar], _ language: Language, into tally: inout FeatureTally) {
        switch (features, language) {
        case (.pairs, _):
            var previous: UInt64 = 0
            for scalar in text {
                let character = scalar.isHan ? UInt64(scalar.value) : 0
                if previous != 0, character != 0 { tally.add(previous << 32 | character, 1) }
                previous = character
            }
        case (.stems, .english):
            for stem in Words.contentStems(text) {
                if let number = lexicon.number(ofStem: stem) { tally.add(UInt64(number), 1) }
            }
        case (.stems, .chinese):
            var reader = BilingualLexicon.Reader(lexicon)
            for run in Words.ideographRuns(text) {
                reader.forEachStem(chinese: run) { stem, weight in
                    if weight >= Self.leastGloss { tally.add(UInt64(stem), weight) }
                }
            }
        }
    }

    /// What is expected less than this in a run of ideographs is chance.
    private static let leastGloss: Float = 0.1
}
