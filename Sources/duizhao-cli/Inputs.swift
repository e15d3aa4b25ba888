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
        try refuseTwoStandardInputs(arguments)
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

    /// What the arguments name, in order and unread, for work on one text after the other. A file that is named itself
    /// must be there; what lies in a folder may turn out unreadable.
    func sources(_ arguments: [String]) throws -> [TextCollection.Source] {
        try refuseTwoStandardInputs(arguments)
        return try arguments.flatMap { argument -> [TextCollection.Source] in
            guard argument != "-", TextFile.isFolder(argument) else {
                return try witnesses(argument).map(TextCollection.Source.text)
            }
            let entries = TextFolder.entries(in: argument)
            guard !entries.isEmpty else { throw Self.nothing(in: argument) }
            return entries.map { entry in
                switch entry {
                case .file(let path): .file(path, reading)
                case .unread(let problem): .unread(problem)
                }
            }
        }
    }

    /// The same; without arguments all texts of the corpus, which must be there.
    func sourcesOrCorpus(_ arguments: [String], _ options: SharedOptions) throws -> [TextCollection.Source] {
        guard arguments.isEmpty else { return try sources(arguments) }
        guard let corpus else {
            throw SurroundingsError("no input is named, and there is no corpus in \(options.corpusFolder)")
        }
        return corpus.witnesses.map(TextCollection.Source.text)
    }

    private func refuseTwoStandardInputs(_ arguments: [String]) throws {
        guard arguments.filter({ $0 == "-" }).count <= 1 else {
            throw SurroundingsError("standard input can be read once only: “-” stands twice")
        }
    }

    private static func nothing(in folder: String) -> SurroundingsError {
        let endings = TextFolder.endings.joined(separator: ", ")
        return SurroundingsError("\(folder): no file in this folder that ends in \(endings)")
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

    /// Every text of a folder and the folders in it, in the order of their paths; all of them can be read.
    private func folderWitnesses(_ path: String) throws -> [Witness] {
        let files = try TextFolder.files(in: path)
        guard !files.isEmpty else { throw Self.nothing(in: path) }
        let progress = Progress(of: files.count)
        return try TextCollection.read(files.map { .file($0, reading) }, into: [Witness]()) {
            $0
        } deliver: {
            switch $1 {
            case .success(let witness): $0.append(witness)
            case .failure(let problem): throw SurroundingsError("\(problem.file): \(problem.message)")
            }
            progress.show($0.count)
        }
    }
}
