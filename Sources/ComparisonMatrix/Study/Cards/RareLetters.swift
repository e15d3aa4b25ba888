import ProvisionDiff
import RegulationModel

/// Which ideographs, or stems, few units of some acts have: two items that share such may say the same in other words.
struct RareLetters {
    private let language: Language
    private var holders: [String: Int] = [:]
    private var units = 0

    /// In at most this share of all units a letter is rare. 境 and 外 in acts on volunteers stand in three of hundred.
    private static let mostShare = 0.08
    /// In small acts as many units may have it.
    private static let fewest = 3

    init(_ regulations: [Regulation]) {
        language = regulations.first?.language ?? .chinese
        for regulation in regulations {
            for unit in regulation.articles.flatMap({ ProvisionDiff.TextUnit.units(of: $0) }) {
                units += 1
                for letter in letters(regulation.source.flowed(unit.text)) { holders[letter, default: 0] += 1 }
            }
        }
    }

    /// How many rare letters two texts share.
    func shared(_ one: String, _ other: String) -> Int {
        let most = max(Self.fewest, Int(Double(units) * Self.mostShare))
        return letters(one).intersection(letters(other)).count { holders[$0, default: 0] <= most }
    }

    private func letters(_ text: String) -> Set<String> {
        guard language == .chinese else { return SaidIndex.features(text, language) }
        return Set(Folding.fold(text).scalars.filter(\.isHan).map { String($0) })
    }
}
