import Duizhao
import Foundation

/// Edit scripts of articles, from printed text to script, against the standard library's difference of their characters
/// in the same run.
struct ScriptBenchmark {
    /// Two texts, and the characters of both.
    private struct Pair {
        let base: SourceText
        let other: SourceText
        let characters: Int

        init(_ base: String, _ other: String) {
            self.base = SourceText(name: "base", bytes: Array(base.utf8))
            self.other = SourceText(name: "other", bytes: Array(other.utf8))
            characters = base.unicodeScalars.count + other.unicodeScalars.count
        }
    }

    /// A character of the edited texts in so many is another one: about one change in an article.
    private static let spacing = 211
    private let texts: [[String]]

    /// Takes the articles of Chinese acts.
    init(_ acts: Acts) {
        texts = acts.many.map { act in act.articles.map(act.fullText) }
    }

    /// Prints characters a second of processor time: of articles that share nothing but formulas, and of articles in which
    /// one character in 211 is another.
    func run() {
        let unrelated = texts.indices.flatMap { act in
            let (base, other) = (texts[act], texts[(act + 1) % texts.count])
            return base.indices.map { Pair(base[$0], other[($0 * 7) % other.count]) }
        }
        let near = texts.joined().map { Pair($0, Self.edited($0)) }
        for (name, pairs, target) in [("unrelated", unrelated, 1.0), ("near-equal", near, 20.0)] {
            let count = Double(pairs.reduce(0) { $0 + $1.characters }) / 1_000_000
            let ours = Measure.processorSeconds(runs: 9) {
                for pair in pairs { _ = TextComparison.compare(pair.base, pair.other) }
            }
            let peer = Measure.processorSeconds { for pair in pairs { Self.difference(pair) } }
            print(
                "scripts of \(pairs.count) pairs of \(name) articles: \(Measure.rounded(count / ours)) million characters/s, "
                    + "\(Measure.rounded(peer / ours)) times as fast as the library's difference; target \(target)")
        }
    }

    private static func edited(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for (place, scalar) in text.unicodeScalars.enumerated() {
            view.append(place % spacing == spacing / 2 && scalar.value >= 0x4E00 ? "某" : scalar)
        }
        return String(view)
    }

    private static func difference(_ pair: Pair) {
        let texts = [pair.base, pair.other].map { Array(String(decoding: $0.bytes, as: UTF8.self).unicodeScalars) }
        _ = texts[1].difference(from: texts[0])
    }
}
