import Duizhao

/// Finds the texts that arguments name: files, folders, `-`, or ids of the corpus.
struct Inputs {
    private let folder: String
    private let reading: ReadingOptions
    /// The corpus, where one is there; needed only by ids and as bridges.
    let corpus: Corpus?

    /// Loads the corpus if the default folder has one; a folder that was named must have one. Its topics are read for
    /// matrices only, or where the command is about the corpus itself.
    init(_ options: SharedOptions, withTopics: Bool = false) throws {
        folder = options.corpusFolder
        reading = options.reading
        let isThere = TextFile.exists(folder + "/corpus.yaml")
        corpus = isThere || options.corpus != nil ? try Corpus.load(folder, withTopics: withTopics) : nil
    }

    /// The texts of all arguments in order.
    func witnesses(_ arguments: [String]) throws -> [Witness] {
        guard arguments.filter({ $0 == "-" }).count <= 1 else {
            throw SurroundingsError("standard input can be read once only: “-” stands twice")
        }
        var result: [Witness] = []
        for argument in arguments { result += try witnesses(argument) }
        return result
    }

    /// The one text an argument names.
    func witness(_ argument: String) throws -> Witness {
        let found = try witnesses(argument)
        guard found.count == 1, let witness = found.first else {
            throw SurroundingsError("\(argument): one text is needed here, not \(found.count)")
        }
        return witness
    }

    private func witnesses(_ argument: String) throws -> [Witness] {
        if argument == "-" { return [text(try TextFile.readStandardInput(), "-")] }
        if TextFile.isFolder(argument) { return try folderWitnesses(argument) }
        if TextFile.exists(argument) {
            return [text(try TextFile.read(argument), argument)]
        }
        if let corpus, let index = corpus.index(of: argument) { return [corpus.witnesses[index]] }
        let known = corpus.map {
            ", nor one of the corpus’ documents \($0.witnesses.map(\.id).joined(separator: ", "))"
        }
        throw SurroundingsError("\(argument): no such file or folder\(known ?? " (and no corpus in \(folder))")")
    }

    private func text(_ bytes: [UInt8], _ name: String) -> Witness {
        StandaloneText.witness(bytes, name: name, options: reading)
    }

    /// Every text of a folder and the folders in it, in the order of their paths.
    private func folderWitnesses(_ path: String) throws -> [Witness] {
        let files = try TextFolder.files(in: path)
        guard !files.isEmpty else {
            let endings = TextFolder.endings.joined(separator: ", ")
            throw SurroundingsError("\(path): no file in this folder ends with one of \(endings)")
        }
        return try files.enumerated().map { index, file in
            defer { Terminal.progress(index + 1, of: files.count) }
            return text(try TextFile.read(file), file)
        }
    }
}
