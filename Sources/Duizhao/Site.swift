import ComparisonMatrix
import MatrixRendering
import ProvisionAlignment
import RegulationModel

/// What `duizhao build` makes of a corpus: every file of the output folder.
public struct Site: Sendable {
    /// The files, names without a folder.
    public let pages: [SitePages.Page]

    /// Makes all pages of a corpus: the topics matrix, the families, and a matrix of articles for each whole act.
    /// `dictionary` has terms and `overrides` has decisions besides those of the corpus.
    public init(_ corpus: Corpus, dictionary: TermTable = .empty, overrides: Overrides = .none) {
        guard let base = corpus.base else {
            pages = SitePages(title: corpus.title, matrices: [], witnesses: []).pages
            return
        }
        var matrices: [Matrix] = []
        var alignments: [Alignment] = []
        let whole = corpus.witnesses.indices.filter { index in
            index != base && corpus.witnesses[index].regulation.completeness.status == .whole
        }
        for index in [base] + whole {
            let comparison = Comparison(
                corpus.witnesses, base: index, corpus: corpus, dictionary: dictionary, overrides: overrides)
            if index == base {
                matrices += [comparison.matrix(.topics), comparison.matrix(.families)].compactMap(\.self)
                alignments = comparison.alignments
            }
            if let matrix = comparison.matrix(.articles) { matrices.append(matrix) }
        }
        pages =
            SitePages(
                title: corpus.title, matrices: matrices, witnesses: corpus.witnesses,
                supplement: MatrixSupplement(alignments: alignments)
            ).pages
    }

    /// What in `folder` differs from the pages, one line each, sorted by name; empty where all is as it should be.
    public func differences(from folder: String) throws -> [String] {
        var result: [String] = []
        let names = TextFile.isFolder(folder) ? try TextFile.names(in: folder) : []
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

    /// Writes every page whose bytes differ; returns how many were written. All are written beside their places before
    /// the first is renamed, so that a full disk leaves the site as it was.
    public func write(to folder: String) throws -> Int {
        try TextFile.makeFolder(folder)
        var staged: [FileWriter.Staged] = []
        do {
            for page in pages {
                let path = folder + "/" + page.name
                let bytes = page.bytes
                if TextFile.exists(path), try TextFile.read(path) == bytes { continue }
                if let file = try FileWriter.stage(bytes, for: path) { staged.append(file) }
            }
        } catch {
            FileWriter.discard(staged)
            throw error
        }
        try FileWriter.commit(staged)
        return staged.count
    }
}
