/// A text that is nearly a translation of another carries links across languages.
///
/// Within one language words speak more surely than a dictionary does across two. So where a third text is nearly a
/// translation of one side, what the other side shows with it in their common language counts as if it had been said
/// of the pair: Jilin (en) – Jiangsu (en) – Lianyungang (zh). It only raises a probability; what the pair shows by
/// itself is never taken back, since the near translation may lack a provision.
struct NearTranslation: Sendable {
    /// How far the third text is a translation: 0 not at all, 1 as good as one.
    let weight: Float
    /// The way through it.
    let way: Grid

    /// - Parameters:
    ///   - across: links between the two texts in different languages.
    ///   - way: the composed way that uses them.
    init(across: Grid, way: Grid) {
        let likeness = Self.likeness(across)
        weight = min(1, max(0, (likeness - Self.related) / (Self.translated - Self.related)))
        self.way = way
    }

    /// Mean of the best probability of all provisions of both texts.
    private static func likeness(_ grid: Grid) -> Float {
        let rows = grid.rowMaxima
        let columns = grid.columnMaxima
        guard !rows.isEmpty, !columns.isEmpty else { return 0 }
        return (rows.reduce(0, +) / Float(rows.count) + columns.reduce(0, +) / Float(columns.count)) / 2
    }

    /// Two acts on one subject that were made apart reach 0.5 to 0.75, an act and the act that copies it 0.9 and more.
    private static let related: Float = 0.8
    private static let translated: Float = 0.9

    /// Probabilities raised by the way.
    func raise(_ probabilities: Grid) -> Grid {
        var result = probabilities
        for index in result.values.indices {
            result.values[index] += weight * max(0, way.values[index] - probabilities.values[index])
        }
        return result
    }
}
