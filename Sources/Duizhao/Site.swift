import ComparisonMatrix
import MatrixRendering
import ProvisionAlignment
import RegulationModel

/// What `duizhao build` makes of a corpus: every file of the output folder.
public struct Site: Sendable {
    /// The files, named as they lie in the output folder.
    public let pages: [SitePages.Page]

    /// Makes all pages of a corpus: the topics matrix, the families, a matrix of articles for each whole act, and what
    /// differs in each pair of texts that have a link.
    /// `dictionary` has terms and `overrides` has decisions besides those of the corpus.
    public init(_ corpus: Corpus, dictionary: TermTable = .empty, overrides: Overrides = .none) {
        guard let base = corpus.base else {
            pages = SitePages(title: corpus.title, matrices: [], witnesses: []).pages
            return
        }
        let comparison = Comparison(
            corpus.witnesses, base: base, corpus: corpus, dictionary: dictionary, overrides: overrides)
        let whole = corpus.witnesses.indices.filter { index in
            index != base && corpus.witnesses[index].regulation.completeness.status == .whole
        }
        // First, since all that follows needs the links of all pairs.
        let parameters = comparison.parameters()
        let articles = Concurrent.map([base] + whole) { comparison.rebased(to: $0).matrix(.articles) }
        let first = [comparison.matrix(.topics), comparison.matrix(.families), articles[0]].compactMap(\.self)
        let matrices = first + articles.dropFirst().compactMap(\.self)
        let differences = comparison.differences
        let guide = comparison.guide(
            differences: differences, parameters: parameters)
        let study = SiteStudy(
            guide: guide, terms: comparison.terms(differences), memories: comparison.memories(),
            accuracy: Self.accuracy(corpus, dictionary), notes: corpus.problems.map { Self.note($0, in: corpus) })
        pages =
            SitePages(
                title: corpus.title, matrices: matrices, witnesses: corpus.witnesses,
                differences: differences, parameters: parameters,
                upperActs: comparison.upperActs(), commonality: comparison.commonality(),
                supplement: MatrixSupplement(alignments: comparison.alignments, parameters: parameters), study: study
            ).pages
    }

    /// A problem with its file's path from the folder of the corpus.
    private static func note(_ problem: CorpusProblem, in corpus: Corpus) -> SiteStudy.Note {
        let folder = corpus.folder + "/"
        let file = problem.file.hasPrefix(folder) ? String(problem.file.dropFirst(folder.count)) : problem.file
        return SiteStudy.Note(
            file: file, line: problem.line, severity: problem.severity, id: problem.kind.rawValue,
            message: problem.message)
    }

    /// How good the links are, where the corpus holds gold.
    private static func accuracy(_ corpus: Corpus, _ dictionary: TermTable) -> EvaluationReport? {
        guard let inputs = try? EvaluationInput.find(corpus.folder + "/Gold"),
            let evaluator = try? Evaluator(corpus: corpus, dictionary: dictionary)
        else { return nil }
        return try? evaluator.evaluate(inputs).report
    }

    /// What in `folder` differs from the pages, one line each, sorted by name; empty where all is as it should be.
    public func differences(from folder: String) throws -> [String] {
        var result: [String] = []
        let names = try Self.files(in: folder)
        let expected = Set(pages.map(\.name))
        for page in pages {
            guard names.contains(page.name) else {
                result.append("\(folder)/\(page.name): missing")
                continue
            }
            if try TextFile.read(folder + "/" + page.name) != page.bytes {
                result.append("\(folder)/\(page.name): differs from what the corpus gives")
            }
        }
        result += names.filter { !expected.contains($0) }.map { "\(folder)/\($0): not made from the corpus" }
        return result.sorted()
    }

    /// Names of the files of a folder and of the folders in it that pages lie in; other folders are named themselves.
    private static func files(in folder: String) throws -> [String] {
        guard TextFile.isFolder(folder) else { return [] }
        return try TextFile.names(in: folder).flatMap { name -> [String] in
            guard folders.contains(name), TextFile.isFolder(folder + "/" + name) else { return [name] }
            return try TextFile.names(in: folder + "/" + name).map { name + "/" + $0 }
        }
    }

    /// The folders of the site, without the sign behind their names.
    private static let folders = [SitePages.pairs, SitePages.acts].map { String($0.dropLast()) }

    /// Writes every page whose bytes differ; returns how many were written. All are written beside their places before
    /// the first is renamed, so that a full disk leaves the site as it was. What an earlier run that was killed left
    /// behind is removed. Everything in the folder must be a regular file: no link is followed.
    public func write(to folder: String) throws -> Int {
        try TextFile.makeFolder(folder)
        for name in Self.folders where pages.contains(where: { $0.name.hasPrefix(name + "/") }) {
            try TextFile.makeFolder(folder + "/" + name)
            guard TextFile.isFolderItself(folder + "/" + name) else {
                throw SurroundingsError("\(folder)/\(name): is a link, and links are not written through")
            }
            FileWriter.sweep(folder + "/" + name)
        }
        FileWriter.sweep(folder)
        var staged: [FileWriter.Staged] = []
        do {
            for page in pages {
                let path = folder + "/" + page.name
                let bytes = page.bytes
                if try TextFile.holds(bytes, at: path) { continue }
                staged.append(try FileWriter.stage(bytes, for: path))
            }
        } catch {
            FileWriter.discard(staged)
            throw error
        }
        try FileWriter.commit(staged)
        return staged.count
    }
}
