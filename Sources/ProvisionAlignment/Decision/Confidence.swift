/// Turns the probability of a link, which tells a pair from its rivals, into a score that also says whether the two
/// articles are alike at all.
///
/// Margins only compare: among articles none of which answers, one still stands out. So a pair that says little alike
/// loses, and one that a side prefers and that says much alike gains.
struct Confidence: Sendable {
    /// What likeness can say of two texts.
    enum Scope: Sendable {
        /// Words are the same or they are not: likeness takes and gives.
        case oneLanguage
        /// Terms have few renderings, which many articles share: likeness only takes.
        case twoLanguages
        /// A text that explains in words of its own: likeness says nothing.
        case explainer
    }

    let scope: Scope
    /// Whether the two texts are on one subject.
    let isOneSubject: Bool
    /// See `PairEvidence`.
    let likeness: Grid

    /// Likeness from which on a pair speaks for itself. Of 149 pairs preferred among acts on different subjects 100
    /// lie below, of the 144 right links of the gold one.
    private static let alike: Float = 0.27
    /// How fast the evidence falls with the logarithm of the likeness; 3 and 6 measure alike.
    private static let steepness = 4.0
    /// The most a likeness above `alike` adds where no side, one side or both sides prefer the pair. Without it one or
    /// two right links of each pair of acts are left out; 1 for one side adds a wrong one to half of the gold pairs.
    private static let mostGained = [0, 0.25, 1]
    /// The regression counts links of a clause half, so its figures lie below the share that is right: F1 is best from
    /// a probability of 0.4 on, which this makes a score of 0.5.
    private static let shift = 0.4
    /// Acts on different subjects share little but purpose, scope, and the articles on duties, funds and sanctions that
    /// every act has: there the same evidence says less. 1 leaves out a third of their links.
    private static let otherSubject = -1.0

    /// Scores from probabilities.
    func of(_ probabilities: Grid) -> Grid {
        let rowBest = probabilities.rowMaxima
        let columnBest = probabilities.columnMaxima
        let shift = Self.shift + (isOneSubject ? 0 : Self.otherSubject)
        var result = probabilities
        for row in 0..<result.rows {
            for column in 0..<result.columns where probabilities[row, column] >= Self.least {
                let probability = probabilities[row, column]
                let sides = [probability >= rowBest[row], probability >= columnBest[column]].count { $0 }
                let gain = gain(likeness[row, column], most: Self.mostGained[sides])
                let evidence = Elementary.evidence(Double(probability)) + shift + gain
                result[row, column] = Float(Elementary.probability(evidence))
            }
        }
        return result
    }

    private func gain(_ likeness: Float, most: Double) -> Double {
        let gain = Elementary.ln(Double(max(likeness, 0.01) / Self.alike)) * Self.steepness
        switch scope {
        case .oneLanguage: return min(gain, most)
        case .twoLanguages: return min(gain, 0)
        case .explainer: return 0
        }
    }

    /// What is less likely than this cannot reach the floor.
    private static let least: Float = 0.1
}
