import ArgumentParser
import Duizhao

/// Files of decisions besides those of the corpus.
struct OverridesOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file of decisions (YAML) to apply after those of the corpus; can be given several times.",
            valueName: "file"))
    var overrides: [String] = []

    /// Reads the files and names what is wrong; throws where an entry cannot be used. What is wrong with the corpus' own
    /// decisions is named too.
    func read(_ texts: [Witness], _ corpus: Corpus?) throws -> Overrides {
        for problem in corpus?.overrides.problems ?? [] { Terminal.error(problem.text) }
        guard !overrides.isEmpty else { return .none }
        let read = try Overrides.read(
            files: overrides, documents: (texts + (corpus?.witnesses ?? [])).map(\.regulation))
        for problem in read.problems { Terminal.error(problem.text) }
        guard !read.problems.contains(where: { $0.severity == .error }) else {
            throw SurroundingsError("--overrides: \(overrides.joined(separator: ", ")) has entries that cannot be used")
        }
        return read
    }
}
