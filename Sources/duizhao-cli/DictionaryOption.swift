import ArgumentParser
import Duizhao

/// A dictionary besides the terms of the corpus.
struct DictionaryOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A Chinese–English dictionary in the format of CC-CEDICT, as plain text; the corpus’ own terms come first.",
            valueName: "file"))
    var dictionary: String?

    /// Reads the dictionary and names its lines that cannot be used.
    func read() throws -> TermTable {
        guard let dictionary else { return .empty }
        let file = try DictionaryFile(reading: dictionary)
        for problem in file.problems { Terminal.error(problem.text) }
        return file.terms
    }
}
