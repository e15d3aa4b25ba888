import Duizhao
import Foundation

/// How reading grows, as ratios.
enum ReadingBenchmark {
    static func run() throws {
        growth()
        baseline()
        try throughput()
    }

    /// Bytes a second that reading of a collection takes on one core, with diagnostics and tiling, and how many times as
    /// long it takes as only finding the line breaks, in the same run. DUIZHAO_LAWS names the folder.
    private static func throughput() throws {
        guard let folder = ProcessInfo.processInfo.environment["DUIZHAO_LAWS"] else {
            return print("reading of a collection is not measured: DUIZHAO_LAWS is not set")
        }
        let acts = try TextFolder.files(in: folder).map { try TextFile.read($0) }
        let size = Double(acts.reduce(0) { $0 + $1.count }) / 1_000_000
        let reading = Measure.processorSeconds {
            for act in acts { _ = RegulationParser.parse(act, name: "act.md", id: "act") }
        }
        // Counted and printed, so that the compiler cannot leave it out.
        var breaks = 0
        let scanning = Measure.processorSeconds {
            breaks = acts.reduce(0) { $0 + lineBreaks($1) }
        }
        print(
            "reading \(acts.count) acts of \(Measure.rounded(size)) MB: \(Measure.rounded(size / reading)) MB/s of processor "
                + "time, \(Measure.rounded(reading / scanning)) times as long as finding its \(breaks) line breaks; target 120 MB/s"
        )
    }

    /// Number of line breaks, found with `memchr`.
    private static func lineBreaks(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes { buffer in
            guard var place = buffer.baseAddress else { return 0 }
            let end = place + buffer.count
            var count = 0
            while let found = memchr(place, 0x0A, end - place) {
                count += 1
                place = UnsafeRawPointer(found) + 1
            }
            return count
        }
    }

    /// Four times the lines against once: 4 is linear, 16 quadratic.
    private static func growth() {
        print("reading, time for four times the text (4 is linear, 16 quadratic)")
        for unit in ["第一条　甲。\n", "（一）甲；\n", "附则\n", "甲\n", "目录\n第一章 甲\n", "第一章 甲\n第二章 乙\n", "一、甲\n", "1\n", "“甲\n"] {
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
