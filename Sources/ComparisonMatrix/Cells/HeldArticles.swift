import RegulationModel

/// Which articles of an act a text holds, in words: 第一条至第十三条; articles 5 and 6.
struct HeldArticles {
    /// Runs of consecutive ordinals, in order.
    let runs: [ClosedRange<Int>]

    init(_ regulation: Regulation) {
        var runs: [ClosedRange<Int>] = []
        for ordinal in Set(regulation.articles.map(\.number.ordinal)).sorted() {
            if let last = runs.last, last.upperBound + 1 == ordinal {
                runs[runs.count - 1] = last.lowerBound...ordinal
            } else {
                runs.append(ordinal...ordinal)
            }
        }
        self.runs = runs
    }

    /// True where they run from article 1 without a gap.
    var isBeginning: Bool { runs.count == 1 && runs[0].lowerBound == 1 && runs[0].count > 1 }

    /// 第五条、第六条
    var chinese: String {
        func article(_ ordinal: Int) -> String { "第\(ChineseNumeral.text(ordinal))条" }
        return runs.flatMap { run in
            run.count < 3 ? run.map(article) : ["\(article(run.lowerBound))至\(article(run.upperBound))"]
        }.joined(separator: "、")
    }

    /// "articles 5 and 6"
    var english: String {
        let pieces = runs.flatMap { $0.count < 3 ? $0.map(String.init) : ["\($0.lowerBound)–\($0.upperBound)"] }
        guard let last = pieces.last else { return "no article" }
        let isOne = runs.count == 1 && runs[0].count == 1
        let before = pieces.dropLast().joined(separator: ", ")
        return (isOne ? "article " : "articles ") + (before.isEmpty ? last : "\(before) and \(last)")
    }
}
