import Foundation
import ProvisionAlignment

/// Statutes in Chinese and English, article for article.
struct ParallelStatutes {
    /// Text that says the same in both languages: a line of an article, or all of it.
    struct Passage {
        /// Runs of folded ideographs.
        let chinese: [[Unicode.Scalar]]
        /// Numbers of the stems in order.
        let english: [Int32]
    }

    /// One statute.
    struct Statute {
        let code: String
        var articles: [[Passage]] = []

        /// Whether the statute is kept out of training: those whose code has an FNV-1a checksum divisible by ten.
        var isHeldOut: Bool { LexiconLayout.checksum(code.utf8) % 10 == 0 }
    }

    private struct Line: Decodable {
        let pcode: String
        let zh: String
        let en: String
    }

    /// All statutes in the order of their first article.
    private(set) var statutes: [Statute] = []
    /// The stems in the order in which they were met.
    private(set) var stems: [String] = []
    private var stemNumbers: [String: Int32] = [:]
    private var wordNumbers: [String: Int32?] = [:]

    /// Reads JSON lines with the fields `pcode`, `zh` and `en`.
    init(jsonLines: Data) throws {
        var places: [String: Int] = [:]
        let decoder = JSONDecoder()
        for bytes in jsonLines.split(separator: UInt8(ascii: "\n")) {
            let line = try decoder.decode(Line.self, from: bytes)
            let passages = passages(line)
            if places[line.pcode] == nil {
                places[line.pcode] = statutes.count
                statutes.append(Statute(code: line.pcode))
            }
            statutes[places[line.pcode] ?? 0].articles.append(passages)
        }
    }

    /// Line for line where both languages have as many.
    private mutating func passages(_ line: Line) -> [Passage] {
        let chinese = line.zh.split(whereSeparator: \.isNewline).map { LexiconText.runs(String($0)) }
        let english = line.en.split(whereSeparator: \.isNewline).map { numbers(String($0)) }
        guard chinese.count == english.count else {
            return [Passage(chinese: chinese.flatMap { $0 }, english: english.flatMap { $0 })]
        }
        return zip(chinese, english).map { Passage(chinese: $0, english: $1) }
    }

    private mutating func numbers(_ text: String) -> [Int32] {
        var result: [Int32] = []
        for word in LexiconText.words(text) {
            let number = wordNumbers[word] ?? number(ofWord: word)
            wordNumbers[word] = .some(number)
            if let number { result.append(number) }
        }
        return result
    }

    private mutating func number(ofWord word: String) -> Int32? {
        guard let stem = LexiconText.stem(ofWord: word) else { return nil }
        if let known = stemNumbers[stem] { return known }
        stemNumbers[stem] = Int32(stems.count)
        stems.append(stem)
        return Int32(stems.count - 1)
    }
}
