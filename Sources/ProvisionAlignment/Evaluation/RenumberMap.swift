/// What became of the articles of an act in its full revision, from the official reasons.
///
/// The table is tab-separated with a header that names `new_art`, `status` and `old_arts`. The statuses are `MAP` and
/// `MAP_LOWSIM` (the new article comes from the old ones that are named, separated by commas; `MAP_LOWSIM` where the
/// text was rewritten), `NEW` (it comes from none) and `UNK` (nothing is said, so it is left out).
///
/// What is counted: precision and recall over `MAP` and `MAP_LOWSIM`. A predicted link of an old and a new article is
/// right where the table names the old article for the new one, and wrong where it names others. Links of `NEW` articles
/// are counted apart (`Evaluation.skipped`, `Evaluation.strictPrecision`): the official reasons also call an article new
/// whose words were there before. Those of `UNK` articles and of articles that the
/// table lacks are left out. Recall is the share of the named pairs found, over `MAP` alone (`Evaluation.mainRecall`)
/// and over both (`Evaluation.allRecall`).
public struct RenumberMap: Sendable {
    /// The named pairs, base being the old text and other the new one: `MAP` as main, `MAP_LOWSIM` as part. Lines that
    /// could not be used are its problems.
    public let gold: Gold
    /// New articles whose sources are named.
    public let named: Set<String>
    /// New articles that come from none.
    public let new: Set<String>

    private enum Status: String, CaseIterable {
        case kept = "MAP"
        case rewritten = "MAP_LOWSIM"
        case new = "NEW"
        case unknown = "UNK"
    }

    /// Reads a table.
    public init(parsing text: String) {
        var marks: [Gold.Pair: Gold.Mark] = [:]
        var problems: [Gold.Problem] = []
        var named: Set<String> = []
        var new: Set<String> = []
        var columns: [String: Int] = [:]
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if index == 0 {
                for (place, name) in fields.enumerated() { columns[name] = place }
                continue
            }
            guard fields.contains(where: { !$0.isEmpty }) else { continue }
            guard let (article, status, sources) = Self.entry(fields, columns) else {
                let message = "The line lacks an article, or its status is none of MAP, MAP_LOWSIM, NEW, UNK; left out."
                problems.append(Gold.Problem(line: index + 1, message: message))
                continue
            }
            switch status {
            case .kept, .rewritten: named.insert(article)
            case .new: new.insert(article)
            case .unknown: continue
            }
            for source in sources {
                marks[Gold.Pair(base: source, other: article)] = status == .kept ? .main : .part
            }
        }
        gold = Gold(marks: marks, lines: [:], problems: problems)
        self.named = named
        self.new = new
    }

    /// Measures links of the old text (base) and the new one.
    public func evaluation(of predicted: some Sequence<Gold.Pair>) -> Evaluation {
        let pairs = Set(predicted)
        return Evaluation(
            predicted: pairs.filter { named.contains($0.other) }, gold: gold,
            skipped: pairs.count { new.contains($0.other) })
    }

    private static func entry(_ fields: [String], _ columns: [String: Int]) -> (String, Status, [String])? {
        func field(_ name: String) -> String {
            guard let place = columns[name], fields.indices.contains(place) else { return "" }
            return fields[place]
        }
        guard !field("new_art").isEmpty, let status = Status(rawValue: field("status")) else { return nil }
        let sources = field("old_arts").split(whereSeparator: { ",; ".contains($0) }).map(String.init)
        switch status {
        case .kept, .rewritten: return sources.isEmpty ? nil : (field("new_art"), status, sources)
        case .new, .unknown: return (field("new_art"), status, [])
        }
    }
}
