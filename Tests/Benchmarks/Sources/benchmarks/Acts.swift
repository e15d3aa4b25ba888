import Duizhao
import Foundation

/// The texts that are linked: those of the corpus, and 30 Chinese acts of about 52 articles from the folder that
/// DUIZHAO_LAWS names. Without it the 30 are made from the corpus' Chinese act: its articles in another order, each
/// without some of its clauses.
struct Acts {
    let corpus: Corpus
    let chinese: Regulation
    let english: Regulation
    /// 30 Chinese acts.
    let many: [Regulation]
    let description: String

    /// How long an act is that counts as one of about 52 articles.
    private static let lengths = 45...60
    private static let count = 30

    init() throws {
        corpus = try Corpus.load("Corpus")
        guard let chinese = corpus.index(of: "lianyungang"), let english = corpus.index(of: "jiangsu") else {
            throw SurroundingsError("Corpus holds no lianyungang and jiangsu: run this in the folder of the project")
        }
        self.chinese = corpus.witnesses[chinese].regulation
        self.english = corpus.witnesses[english].regulation
        if let folder = ProcessInfo.processInfo.environment["DUIZHAO_LAWS"] {
            many = try Self.collected(folder)
            description = "\(many.count) acts of 45 to 60 articles from DUIZHAO_LAWS"
        } else {
            let act = self.chinese
            many = (0..<Self.count).map { Self.edited(act, $0) }
            description = "30 acts made from lianyungang, since DUIZHAO_LAWS is not set"
        }
    }

    /// The first acts of the length in the order of their paths, one of each folder in turn.
    private static func collected(_ folder: String) throws -> [Regulation] {
        var acts: [Regulation] = []
        // A step through the whole collection takes acts of many places and subjects.
        let paths = try TextFolder.files(in: folder)
        let step = 37
        for start in 0..<step {
            for place in stride(from: start, to: paths.count, by: step) where acts.count < count {
                let act = StandaloneText.witness(try TextFile.read(paths[place]), name: paths[place]).regulation
                if act.language == .chinese, lengths.contains(act.provisions.count) { acts.append(act) }
            }
        }
        guard acts.count == count else {
            throw SurroundingsError("\(folder): fewer than \(count) acts of 45 to 60 articles")
        }
        return acts
    }

    private static func edited(_ act: Regulation, _ number: Int) -> Regulation {
        let articles = act.provisions.map(act.fullText)
        let body = articles.indices.map { place in
            let clauses = articles[(place * 17 + number * 5) % articles.count].split(separator: "，")
            let kept = clauses.enumerated().filter { ($0.offset + place + number) % 7 != 0 }.map(\.element)
            return "第\(ChineseNumeral.text(place + 1))条　\((kept.isEmpty ? clauses : kept).joined(separator: "，"))\n"
        }
        let bytes = Array(("警务辅助人员管理办法\n" + body.joined()).utf8)
        return RegulationParser.parse(bytes, name: "text.txt", id: "act\(number)")
    }
}
