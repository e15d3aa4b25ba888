import Duizhao

/// Grouping alone, its links given.
enum FamilyBenchmark {
    static func run() {
        let texts = (1...30).map { SyntheticAct.parse(SyntheticAct.bytes(articles: 52), id: "act\($0)") }
        let pairs = texts.indices.flatMap { first in
            texts.indices.filter { $0 > first }.map { (first, $0) }
        }
        func alignments(_ shift: (Int, Int) -> Int) -> [Alignment] {
            pairs.map { first, second in
                let links = (0..<52).map { link($0, ($0 + shift(first, second)) % 52) }
                return Alignment(base: texts[first].id, other: texts[second].id, level: .article, links: links)
            }
        }
        let twins = alignments { _, _ in 0 }
        let contradicting = alignments { $0 * $1 }
        for (name, links) in [("agreeing", twins), ("contradicting", contradicting)] {
            let time = Measure.seconds { _ = Families(witnesses: texts, alignments: links) }
            let shown = Measure.milliseconds(time)
            print("families of 30 acts of 52 articles, \(name) links: \(shown); target 300 ms")
        }
    }

    private static func link(_ base: Int, _ other: Int) -> Link {
        Link(
            base: EId("art_\(base + 1)"), other: EId("art_\(other + 1)"), strength: base % 5 == 0 ? .part : .main,
            relation: .changed, score: 0.6 + Double(base % 40) / 100, reasons: [])
    }
}
