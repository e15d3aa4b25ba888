import FoundationEssentials
import ProvisionAlignment

#if canImport(Glibc)
    import Glibc
#endif

/// Parallel statutes as JSON lines: one article each, with the fields `pcode`, `art`, `zh`, `en`.
struct ParallelCollection {
    /// The statutes, in the order in which they begin.
    let laws: [ParallelLaw]
    /// Lines that could not be read.
    let problems: [EvaluationProblem]

    private struct Entry: Decodable {
        let pcode: String
        let art: String
        let zh: String
        let en: String
    }

    /// Reads a file, or standard input where `path` is `-`, line by line: a collection may be larger than any text.
    init(reading path: String) throws {
        let decoder = JSONDecoder()
        var order: [String] = []
        var articles: [String: [ParallelLaw.Article]] = [:]
        var problems: [EvaluationProblem] = []
        try Self.forEachLine(of: path) { number, line in
            guard line.contains(where: { $0 > 0x20 }) else { return }
            guard let entry = try? decoder.decode(Entry.self, from: Data(line)) else {
                problems.append(
                    EvaluationProblem(
                        kind: .line, file: path, line: number,
                        message: "The line is no JSON object with the texts pcode, art, zh, en; left out."))
                return
            }
            if articles[entry.pcode] == nil { order.append(entry.pcode) }
            articles[entry.pcode, default: []].append(
                ParallelLaw.Article(number: entry.art, chinese: entry.zh, english: entry.en))
        }
        laws = order.map { ParallelLaw(pcode: $0, articles: articles[$0] ?? []) }
        self.problems = problems
    }

    /// Longest line that is read, in bytes.
    private static let longestLine = 16 * 1024 * 1024

    private static func forEachLine(of path: String, _ body: (Int, ArraySlice<UInt8>) -> Void) throws {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SurroundingsError("\(path): \(String(cString: strerror(errno)))") }
        defer { if descriptor != 0 { close(descriptor) } }
        var pending: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var number = 0
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw SurroundingsError("\(path): \(String(cString: strerror(errno)))") }
            guard count > 0 else { break }
            pending += buffer[..<count]
            guard pending.count <= longestLine + buffer.count else {
                throw SurroundingsError("\(path): a line is longer than \(longestLine / 1_048_576) MB")
            }
            var start = 0
            while let end = pending[start...].firstIndex(of: 0x0A) {
                number += 1
                body(number, pending[start..<end])
                start = end + 1
            }
            pending.removeFirst(start)
        }
        if !pending.isEmpty { body(number + 1, pending[...]) }
    }
}
