import Foundation

/// Times and memory of this run.
enum Measure {
    private static let clock = ContinuousClock()

    /// The shortest of several runs, in seconds.
    static func seconds(runs: Int = 3, _ work: () throws -> Void) rethrows -> Double {
        var shortest = Double.infinity
        for _ in 0..<runs {
            let time = try clock.measure(work)
            let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
            shortest = min(shortest, seconds)
        }
        return shortest
    }

    /// The least processor time of several runs, in seconds: other programs on the machine do not count.
    static func processorSeconds(runs: Int = 3, _ work: () throws -> Void) rethrows -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        var shortest = Double.infinity
        for _ in 0..<runs {
            let start = now()
            try work()
            shortest = min(shortest, now() - start)
        }
        return shortest
    }

    /// The most memory this process has held, in MB; nil where the system does not say.
    static var peakMemory: Int? {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let number = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
        return number.map { $0 / 1024 }
    }

    /// `12.3 ms`
    static func milliseconds(_ seconds: Double) -> String { "\(rounded(seconds * 1_000)) ms" }

    /// One decimal.
    static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
