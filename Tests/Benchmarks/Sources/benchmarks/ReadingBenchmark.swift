import Duizhao

/// How reading grows, as ratios.
enum ReadingBenchmark {
    static func run() {
        growth()
        baseline()
    }

    /// Four times the lines against once: 4 is linear, 16 quadratic.
    private static func growth() {
        print("reading, time for four times the text (4 is linear, 16 quadratic)")
        for unit in ["第一条　甲。\n", "（一）甲；\n", "附则\n", "甲\n", "目录\n第一章 甲\n", "一、甲\n", "1\n", "“甲\n"] {
            func time(_ count: Int) -> Double {
                let bytes = Array(String(repeating: unit, count: count).utf8)
                return Measure.seconds { _ = SyntheticAct.parse(bytes) }
            }
            let ratio = time(40_000) / time(10_000)
            print("  \(Measure.rounded(ratio))  \(unit.split(separator: "\n").joined(separator: " / "))")
        }
    }

    /// Reading an act against only finding its lines.
    private static func baseline() {
        let bytes = SyntheticAct.bytes(articles: 5_000)
        let reading = Measure.seconds { _ = SyntheticAct.parse(bytes) }
        let lines = Measure.seconds { _ = SourceText(name: "text", bytes: bytes) }
        let ratio = Measure.rounded(reading / lines)
        print("reading an act of \(bytes.count) bytes against finding its lines: \(ratio) times")
    }
}
