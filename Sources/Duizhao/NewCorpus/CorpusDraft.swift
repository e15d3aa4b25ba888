import ComparisonMatrix
import RegulationModel

#if canImport(Glibc)
    import Glibc
#endif

/// A corpus that is being started from files as they are found: its texts, and what they let guess of themselves.
public struct CorpusDraft: Sendable {
    /// One text.
    public struct Document: Sendable {
        /// Readable id, unique among the documents.
        public let id: String
        /// Where it will lie in the corpus, `Texts/…`.
        public let file: String
        /// Where it was found.
        let path: String
        let bytes: [UInt8]
        /// The text as read.
        public let witness: Witness
        let guess: MetadataGuess
    }

    /// The documents, those of the widest territory first, then in the order of their paths.
    public let documents: [Document]
    /// What was left out, and why.
    public let leftOut: [FileProblem]
    let title: BilingualText
    let isTitleGiven: Bool

    /// Reads the texts of a folder; nil for a corpus without texts.
    ///
    /// - Parameters:
    ///   - folder: where the files lie. A link that leads out of it is not followed.
    ///   - title: what the corpus is about; guessed from the titles without it.
    ///   - report: told how many of how many files were read.
    public init(
        from folder: String?, title: String?, report: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws {
        var found = Found()
        if let folder {
            guard TextFile.isFolder(folder) else { throw SurroundingsError("\(folder): no such folder") }
            let sources = Self.sources(folder)
            found = try TextCollection.read(sources, into: found) {
                $0
            } deliver: { found, text in
                found.add(text)
                report(found.done, sources.count)
            }
            guard !found.texts.isEmpty || !found.problems.isEmpty else {
                throw SurroundingsError("\(folder): no file in this folder that can be read as a text")
            }
        }
        let texts = found.texts.enumerated().sorted { a, b in
            (Self.order(a.element), a.offset) < (Self.order(b.element), b.offset)
        }.map(\.element)
        documents = try Self.documents(texts)
        leftOut = found.problems
        isTitleGiven = title != nil
        self.title = title.map { BilingualText(chinese: $0, english: $0) } ?? SubjectGuess.title(of: texts)
    }

    private struct Found: Sendable {
        var texts: [Witness] = []
        var problems: [FileProblem] = []
        var hashes: [String: String] = [:]
        var done = 0

        mutating func add(_ text: Result<Witness, FileProblem>) {
            done += 1
            switch text {
            case .failure(let problem): problems.append(problem)
            case .success(let witness):
                let path = witness.regulation.source.name
                if let twin = hashes[witness.sha256] {
                    problems.append(FileProblem(file: path, message: "the same bytes as \(twin); left out"))
                } else if witness.regulation.provisions.isEmpty {
                    // What cannot be read at all says what to do with it.
                    let fault = witness.regulation.diagnostics.first { $0.id == .formatUnread }?.message
                    let message = fault ?? "no article and no numbered section was found; left out"
                    problems.append(FileProblem(file: path, message: message))
                } else {
                    hashes[witness.sha256] = path
                    texts.append(witness)
                }
            }
        }
    }

    // MARK: Files

    private static func sources(_ folder: String) -> [TextCollection.Source] {
        let root = real(folder)
        return TextFolder.entries(in: folder).map { entry in
            switch entry {
            case .unread(let problem): return .unread(problem)
            case .file(let path):
                guard let root, let place = real(path), !place.hasPrefix(root == "/" ? root : root + "/") else {
                    return .file(path)
                }
                return .unread(FileProblem(file: path, message: "is a link that leads out of \(folder); left out"))
            }
        }
    }

    private static func real(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// Widest territory first; texts that name none last.
    private static func order(_ witness: Witness) -> Int {
        witness.jurisdiction.flatMap { Jurisdiction.Level.allCases.firstIndex(of: $0.level) }
            ?? Jurisdiction.Level.allCases.count
    }

    private static func documents(_ texts: [Witness]) throws -> [Document] {
        var ids: Set<String> = []
        var files: Set<String> = []
        let named = texts.map { $0.named(UniqueName.made(from: ReadableID.id(of: $0), taken: &ids)) }
        return try named.map { witness in
            let path = witness.regulation.source.name
            let bytes = try TextFile.read(path)
            guard SHA256.hexadecimal(bytes) == witness.sha256 else {
                throw SurroundingsError("\(path): changed while it was read")
            }
            return Document(
                id: witness.id, file: "Texts/" + fileName(path, taken: &files), path: path, bytes: bytes,
                witness: witness, guess: MetadataGuess(witness, among: named))
        }
    }

    /// The file's own name; one that stands already gets a number before its ending. Control characters are left out.
    private static func fileName(_ path: String, taken: inout Set<String>) -> String {
        let name = String(
            String.UnicodeScalarView(
                TextFile.lastName(path).unicodeScalars.filter { $0.properties.generalCategory != .control }))
        guard !taken.insert(name).inserted else { return name }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let ending = parts.count > 1 ? "." + (parts.last ?? "") : ""
        let stem = String(name.dropLast(ending.count))
        var number = 2
        while !taken.insert("\(stem)-\(number)\(ending)").inserted { number += 1 }
        return "\(stem)-\(number)\(ending)"
    }
}

/// Ids that people can read and type.
enum ReadableID {
    /// The file's name where it is written in Latin letters; else the place, in Latin letters where its name is known in
    /// them; `national` for an act of the whole state; else `text`.
    static func id(of witness: Witness) -> String {
        let stem = TextFile.lastName(witness.file).split(separator: ".").first.map(String.init) ?? ""
        let isLatin = stem.unicodeScalars.allSatisfy(\.isASCII)
        if isLatin, let id = slug(stem) { return id }
        guard let place = witness.jurisdiction?.name else {
            return MetadataGuess.nationalIssuer(witness) == nil ? "text" : "national"
        }
        return slug(place.english) ?? place.chinese
    }

    /// Small Latin letters and digits, hyphens between them; nil where there is no letter.
    private static func slug(_ text: String) -> String? {
        var slug = ""
        for scalar in text.lowercased().unicodeScalars {
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                slug.unicodeScalars.append(scalar)
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug += "-"
            }
        }
        if slug.hasSuffix("-") { slug.removeLast() }
        return slug.contains(where: \.isLetter) ? slug : nil
    }
}
