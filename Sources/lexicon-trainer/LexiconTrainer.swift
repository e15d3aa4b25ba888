import ArgumentParser
import Foundation
import ProvisionAlignment

/// Trains the bilingual lexicon from statutes in two languages.
@main struct LexiconTrainer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon-trainer",
        abstract: "Learns from statutes in Chinese and English which stems answer which characters.",
        discussion: """
            A tenth of the statutes is kept out of training, and the lexicon is scored on them. The same input gives the \
            same bytes.
            """)

    @Argument(help: "JSON lines with the fields pcode, zh and en, one article each; - for standard input.")
    var statutes = "-"

    @Option(help: "Folder of Chinese acts, from which the rarity of characters is counted.")
    var acts: String?

    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String

    func run() throws {
        let input =
            statutes == "-"
            ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: statutes))
        let parallel = try ParallelStatutes(jsonLines: input)
        let background = try acts.map { try ArticleFrequencies(actsIn: URL(filePath: $0)) }
        let training = parallel.statutes.filter { !$0.isHeldOut }
        let heldOut = parallel.statutes.filter(\.isHeldOut)
        let trained = TrainedLexicon(training, stems: parallel.stems, background: background)
        let bytes = LexiconFile(trained).bytes
        try Data(bytes).write(to: URL(filePath: output))
        print("statutes: \(training.count) trained on, \(heldOut.count) held out")
        print("acts: \(background?.articles ?? 0) articles")
        print("stems: \(trained.stems.count), characters: \(trained.characters.count), pairs: \(trained.pairs.count)")
        print("formulas: \(trained.formulas.count)")
        print("bytes: \(bytes.count)")
        guard let lexicon = BilingualLexicon(bytes) else { throw ExitCode.failure }
        report(HeldOutScore(heldOut, stems: parallel.stems, lexicon: lexicon))
    }

    private func report(_ score: HeldOutScore) {
        let chinese = Self.percent(score.chineseRight, of: score.articles)
        let english = Self.percent(score.englishRight, of: score.articles)
        let crowd = Self.percent(score.crowdRight, of: score.crowdArticles)
        print("right article within its statute, \(score.articles) articles: zh-en \(chinese), en-zh \(english)")
        print("repealed or repeated articles, not counted: \(score.indistinct)")
        print("right article among \(score.crowdArticles): zh-en \(crowd)")
    }

    private static func percent(_ part: Int, of whole: Int) -> String {
        whole > 0 ? String(format: "%.2f %%", Double(part) / Double(whole) * 100) : "none"
    }
}
