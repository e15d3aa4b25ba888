import RegulationModel

/// Provisions of two texts as TF-IDF vectors of length 1.
///
/// The weight of a feature is its count times the logarithm of the number of provisions of both texts over the number
/// of those that have it.
struct TextVectors {
    /// A provision to compare.
    struct Unit {
        let address: String
        let language: Language
        let text: [Unicode.Scalar]
    }

    /// Addresses in the base.
    let base: [String]
    /// Addresses in the other text.
    let other: [String]
    private let baseVectors: [[(feature: Int, weight: Double)]]
    /// For each feature, which provisions of the other text have it.
    private let postings: [[(column: Int, weight: Double)]]

    init(_ base: [Unit], _ other: [Unit], features: (Unit) -> [String: Double]) {
        let counts = (base + other).map(features)
        var numbers: [String: Int] = [:]
        for name in Set(counts.flatMap(\.keys)).sorted() { numbers[name] = numbers.count }
        var documents = [Double](repeating: 0, count: numbers.count)
        for name in counts.flatMap(\.keys) { documents[numbers[name] ?? 0] += 1 }
        let rarity = documents.map { Elementary.ln(Double(counts.count) / $0) }
        let vectors = counts.map { Self.unit($0, numbers, rarity) }
        var postings = [[(column: Int, weight: Double)]](repeating: [], count: numbers.count)
        for (column, vector) in vectors[base.count...].enumerated() {
            for entry in vector { postings[entry.feature].append((column, entry.weight)) }
        }
        self.base = base.map(\.address)
        self.other = other.map(\.address)
        baseVectors = Array(vectors[..<base.count])
        self.postings = postings
    }

    /// Features in the order of their numbers, so that sums are the same in every run.
    private static func unit(
        _ counts: [String: Double], _ numbers: [String: Int], _ rarity: [Double]
    ) -> [(feature: Int, weight: Double)] {
        let weighted = counts.compactMap { name, count in
            numbers[name].map { (feature: $0, weight: count * rarity[$0]) }
        }.sorted { $0.feature < $1.feature }
        let length = weighted.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        guard length > 0 else { return [] }
        return weighted.map { ($0.feature, $0.weight / length) }
    }

    /// Cosines of a provision of the base with all of the other text.
    func cosines(ofBase row: Int) -> [Double] {
        var cosines = [Double](repeating: 0, count: other.count)
        for entry in baseVectors[row] {
            for posting in postings[entry.feature] { cosines[posting.column] += entry.weight * posting.weight }
        }
        return cosines
    }
}
