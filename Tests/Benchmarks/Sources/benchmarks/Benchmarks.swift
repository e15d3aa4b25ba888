import Duizhao

/// Prints how long reading and linking take, as ratios within this run.
@main
enum Benchmarks {
    private static let clock = ContinuousClock()

    static func main() {
        growth()
        baseline()
        linking()
        grouping()
    }

    /// The shortest of three runs, in seconds.
    private static func seconds(_ work: () -> Void) -> Double {
        let times = (0..<3).map { _ in clock.measure(work) }
        let shortest = times.min() ?? .zero
        return Double(shortest.components.seconds) + Double(shortest.components.attoseconds) / 1e18
    }

    private static func parse(_ bytes: [UInt8]) -> Regulation {
        RegulationParser.parse(bytes, name: "text.txt", id: "text")
    }

    private static func act(articles: Int) -> [UInt8] {
        let body = (1...articles).map { number in
            "第\(ChineseNumeral.text(number))条　第\(number)类场所的使用人应当每\(number % 12 + 1)个月检查一次设施，并记录在案："
                + "\n（一）检查的时间；\n（二）发现的问题；\n（三）处理的结果。\n"
        }
        return Array(("场所设施检查办法\n" + body.joined()).utf8)
    }

    /// Four times the lines against once: 4 is linear, 16 quadratic.
    private static func growth() {
        print("reading, time for four times the text (4 is linear, 16 quadratic)")
        for unit in ["第一条　甲。\n", "（一）甲；\n", "附则\n", "甲\n", "目录\n第一章 甲\n", "一、甲\n", "1\n", "“甲\n"] {
            func time(_ count: Int) -> Double {
                let bytes = Array(String(repeating: unit, count: count).utf8)
                return seconds { _ = parse(bytes) }
            }
            let ratio = time(40_000) / time(10_000)
            print("  \(rounded(ratio))  \(unit.split(separator: "\n").joined(separator: " / "))")
        }
    }

    /// Reading an act against only finding its lines.
    private static func baseline() {
        let bytes = act(articles: 5_000)
        let reading = seconds { _ = parse(bytes) }
        let lines = seconds { _ = SourceText(name: "text", bytes: bytes) }
        print("reading an act of \(bytes.count) bytes against finding its lines: \(rounded(reading / lines)) times")
    }

    /// Linking two acts against reading them.
    private static func linking() {
        let bytes = act(articles: 500)
        let texts = [parse(bytes), parse(bytes)]
        let reading = seconds { _ = parse(bytes) }
        let linking = seconds {
            _ = Aligner(witnesses: texts, terms: .empty).align(0, 1, level: .article)
        }
        print("linking 500 articles to 500 against reading 500: \(rounded(linking / reading)) times")
    }

    /// Grouping alone, its links given: 300 ms is the limit.
    private static func grouping() {
        let texts = (1...30).map { number in
            RegulationParser.parse(act(articles: 52), name: "text.txt", id: "act\(number)")
        }
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
            let time = seconds { _ = Families(witnesses: texts, alignments: links) }
            print("families of 30 acts of 52 articles, \(name) links: \(Int((time * 1_000).rounded())) ms")
        }
    }

    private static func link(_ base: Int, _ other: Int) -> Link {
        Link(
            base: EId("art_\(base + 1)"), other: EId("art_\(other + 1)"), strength: base % 5 == 0 ? .part : .main,
            relation: .changed, score: 0.6 + Double(base % 40) / 100, reasons: [])
    }

    private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
