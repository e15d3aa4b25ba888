import ComparisonMatrix
import ProvisionAlignment
import RegulationModel
import RegulationParser

/// A corpus as loaded: its texts as read, with what `corpus.yaml` adds, its topics and its terms.
public struct Corpus: Sendable {
    /// What the corpus is about.
    public let title: BilingualText
    /// The folder it was loaded from.
    public let folder: String
    /// The texts in the order of `corpus.yaml`.
    public let witnesses: [Witness]
    /// Index of the base text.
    public let base: Int?
    /// Topics of the subject; empty where the corpus has none.
    public let topics: TopicTable
    /// Bilingual terms; empty where the corpus has none.
    public let terms: TermTable
    /// What people decided about links; empty where the corpus has no decisions.
    public let overrides: Overrides
    /// What does not agree between `corpus.yaml` and the files.
    public let problems: [CorpusProblem]

    init(
        title: BilingualText, folder: String, witnesses: [Witness], base: Int?, topics: TopicTable, terms: TermTable,
        overrides: Overrides = .none, problems: [CorpusProblem]
    ) {
        self.title = title
        self.folder = folder
        self.witnesses = witnesses
        self.base = base
        self.topics = topics
        self.terms = terms
        self.overrides = overrides
        self.problems = problems
    }

    /// Index of the text with an id.
    public func index(of id: String) -> Int? { witnesses.firstIndex { $0.id == id } }
}

/// Something in the corpus that does not agree with its description.
public struct CorpusProblem: Sendable, Hashable {
    /// Stable kinds of problems.
    public enum Kind: String, Sendable, CaseIterable {
        /// A text's SHA-256 is not the one noted.
        case hash = "corpus.hash"
        /// A field of `corpus.yaml` that has no meaning, as one misspelt; it is not read.
        case field = "corpus.field"
        /// The text says otherwise than its description.
        case mismatch = "corpus.mismatch"
        /// A line of the term table or an entry of the topics cannot be used.
        case entry = "corpus.entry"
        /// A line of a dictionary cannot be used.
        case dictionaryLine = "dictionary.line"
        /// An entry of a file of decisions cannot be used.
        case overrideEntry = "override.entry"
        /// The document or provision of a decision is not there any more; the decision rests.
        case overrideGone = "override.gone"
        /// Two decisions on one pair say different things; the later one holds.
        case overrideContradiction = "override.contradiction"
    }

    /// Which kind.
    public let kind: Kind
    /// The file it stands in.
    public let file: String
    /// Its line, from 1.
    public let line: Int
    /// What is wrong and what to do.
    public let message: String

    /// Errors stop a build; warnings do not.
    public var severity: Severity {
        switch kind {
        case .hash, .overrideEntry: .error
        case .field, .mismatch, .entry, .dictionaryLine, .overrideGone, .overrideContradiction: .warning
        }
    }

    /// `file:line:column: severity: message [id]`
    public var text: String { "\(file):\(line):1: \(severity.rawValue): \(message) [\(kind.rawValue)]" }
}

extension Corpus {
    /// Loads the corpus in `folder`; throws `SurroundingsError` where a file is missing or unreadable. Who makes no
    /// matrix can leave its topics unread.
    public static func load(_ folder: String, withTopics: Bool = true) throws -> Corpus {
        let path = folder + "/corpus.yaml"
        let bytes = try TextFile.read(path)
        let (file, fieldProblems) = try CorpusFile.read(bytes, path: path)
        let readers = try readers(of: file, in: folder, path: path)
        let (read, table) = try read(readers, termsIn: file.terms, of: folder)
        let found = read.map(\.0)
        try checkReferences(of: file, path: path)
        let witnesses = found.map { $0.explaining(ActNames.document(explainedBy: $0, among: found)) }
        let base = try file.base.map { id in
            guard let index = witnesses.firstIndex(where: { $0.id == id }) else {
                throw SurroundingsError("\(path):\(file.baseLine): “base: \(id)” names no document of the corpus")
            }
            return index
        }
        let (terms, termProblems) = table
        let (topics, topicProblems) =
            withTopics ? try readTopics(file.topics, in: folder) : (TopicTable(topics: []), [])
        let overrides = try Overrides.read(folder: folder + "/Overrides", documents: witnesses.map(\.regulation))
        return Corpus(
            title: BilingualText(
                chinese: file.title.zh ?? file.title.en ?? "", english: file.title.en ?? file.title.zh ?? ""),
            folder: folder, witnesses: witnesses, base: base ?? (witnesses.isEmpty ? nil : 0),
            topics: topics, terms: terms, overrides: overrides,
            problems: fieldProblems + read.flatMap(\.1) + termProblems + topicProblems + overrides.problems)
    }

    /// Throws `SurroundingsError` where results would lie among the files of the corpus. A folder of their own inside it is
    /// none of these.
    public func refuseAsOutput(_ output: String) throws {
        let files = witnesses.map(\.file) + ["corpus.yaml", "Overrides/", "Topics/", "Terms/"]
        let folders = files.map { file in
            let parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            return ([folder] + parts.map(String.init)).joined(separator: "/")
        }
        guard TextFile.isFolder(output), folders.map(TextFile.identity).contains(TextFile.identity(output)) else {
            return
        }
        throw SurroundingsError(
            "\(output): the corpus lies here; name a folder for the results alone, as \(folder)/Output")
    }

    /// Throws where a document names another that is not there, or implements itself.
    private static func checkReferences(of file: CorpusFile, path: String) throws {
        let ids = Set(file.documents.map(\.id))
        for document in file.documents {
            for (field, id) in [("implements", document.implements), ("explains", document.explains)] {
                guard let id, !ids.contains(id) else { continue }
                throw SurroundingsError(
                    "\(path):\(document.lines[field]): “\(field): \(id)” names no document of the corpus")
            }
            if upperActs(of: document, in: file).contains(document.id) {
                throw SurroundingsError(
                    "\(path):\(document.lines["implements"]): “\(document.id)” implements itself, directly or by way of "
                        + "others")
            }
        }
    }

    /// The ids of the act that a document implements, of the one that this implements, and so on.
    private static func upperActs(of document: CorpusFile.Document, in file: CorpusFile) -> [String] {
        var chain: [String] = []
        var next = document.implements
        while let id = next, !chain.contains(id) {
            chain.append(id)
            next = file.documents.first { $0.id == id }?.implements
        }
        return chain
    }

    private typealias ReadDocument = (Witness, [CorpusProblem])
    private typealias ReadTerms = (TermTable, [CorpusProblem])

    /// The texts and the terms, read side by side.
    private static func read(_ readers: [DocumentReader], termsIn terms: String?, of folder: String) throws
        -> ([ReadDocument], ReadTerms)
    {
        let (documents, table) = Concurrent.both {
            Concurrent.map(readers) { reader in Result { try reader.read() } }
        } _: {
            Result { try readTerms(terms, in: folder) }
        }
        return (try documents.map { try $0.get() }, try table.get())
    }

    private static func readers(
        of file: CorpusFile, in folder: String, path: String
    ) throws -> [DocumentReader] {
        var seen: Set<String> = []
        return try file.documents.map { document in
            func refused(_ field: String, _ message: String) -> SurroundingsError {
                SurroundingsError("\(path):\(document.lines[field]): \(message)")
            }
            for (field, value) in [("id", document.id), ("file", document.file)] where !isSafe(value) {
                throw refused(
                    field, "“\(field): \(value)” cannot be used: it is empty, begins with “/” or leads out with “..”")
            }
            guard seen.insert(document.id).inserted else {
                throw refused("id", "“id: \(document.id)” stands twice; each document has an id of its own")
            }
            return DocumentReader(folder: folder, path: path, entry: document)
        }
    }

    /// A relative path inside the folder: no way up, no root.
    private static func isSafe(_ path: String) -> Bool {
        !path.isEmpty && !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    }

    private static func readTopics(_ name: String?, in folder: String) throws -> (
        TopicTable, [CorpusProblem]
    ) {
        guard let name else { return (TopicTable(topics: []), []) }
        guard isSafe(name) else { throw SurroundingsError("\(folder)/corpus.yaml: “topics” leaves the folder") }
        let path = folder + "/" + name
        let (file, problems) = try TopicsFile.read(try TextFile.read(path), path: path)
        func evidence(_ terms: TopicsFile.Terms?) -> TopicEvidence {
            TopicEvidence(
                strong: terms?.strong ?? [], weak: terms?.weak ?? [], against: terms?.against ?? [])
        }
        let table = TopicTable(
            topics: file.topics.map { entry in
                Topic(
                    id: entry.id, name: BilingualText(chinese: entry.zh, english: entry.en),
                    definition: entry.definition,
                    evidence: [.chinese: evidence(entry.evidence.zh), .english: evidence(entry.evidence.en)])
            })
        return (table, problems)
    }

    private static func readTerms(_ name: String?, in folder: String) throws -> (TermTable, [CorpusProblem]) {
        guard let name else { return (TermTable.empty, []) }
        guard isSafe(name) else { throw SurroundingsError("\(folder)/corpus.yaml: “terms” leaves the folder") }
        let path = folder + "/" + name
        let table = TermTable(parsing: try SideFile.read(path))
        let problems = table.problems.map { problem in
            CorpusProblem(kind: .entry, file: path, line: problem.line, message: problem.message)
        }
        return (table, problems)
    }
}
