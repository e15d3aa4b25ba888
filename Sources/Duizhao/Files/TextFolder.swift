/// The texts of a folder.
public enum TextFolder {
    /// Endings of files that are read; of the last five it is said what to do with them.
    public static let endings = [
        ".txt", ".md", ".html", ".htm", ".mht", ".mhtml", ".docx", ".docm", ".xml", ".akn", ".pdf", ".doc", ".wps",
        ".odt", ".rtf", ".ofd",
    ]
    /// Deepest folder that is entered.
    public static let largestDepth = 16

    /// Something found in a folder, in the order of paths.
    public enum Entry: Sendable, Equatable {
        /// A file that is read.
        case file(String)
        /// A folder that could not be entered, and why.
        case unread(FileProblem)
    }

    /// Paths of all files with one of `endings`, in any case, below `folder`, sorted by bytes. A folder is entered once, however many
    /// symbolic links lead to it. Throws where a folder cannot be entered.
    public static func files(in folder: String) throws -> [String] {
        try entries(in: folder).map { entry in
            switch entry {
            case .file(let path): path
            case .unread(let problem): throw SurroundingsError("\(problem.file): \(problem.message)")
            }
        }
    }

    /// The same, with what could not be entered in its place.
    public static func entries(in folder: String) -> [Entry] {
        var entries: [Entry] = []
        var entered: Set<String> = []
        collect(folder, depth: 0, entered: &entered, into: &entries)
        return entries
    }

    private static func collect(
        _ folder: String, depth: Int, entered: inout Set<String>, into entries: inout [Entry]
    ) {
        guard entered.insert(TextFile.identity(folder)).inserted else { return }
        guard depth <= largestDepth else {
            let message = "folders lie deeper than \(largestDepth) levels"
            return entries.append(.unread(FileProblem(file: folder, message: message)))
        }
        guard let names = try? TextFile.kinds(in: folder) else {
            return entries.append(.unread(FileProblem(file: folder, message: "this folder cannot be read")))
        }
        let place = folder.hasSuffix("/") ? folder : folder + "/"
        for (name, isFolder) in names {
            let path = place + name
            if isFolder ?? TextFile.isFolder(path) {
                collect(path, depth: depth + 1, entered: &entered, into: &entries)
            } else if isRead(name) {
                entries.append(.file(path))
            }
        }
    }

    /// True where a name ends with one of `endings`, capital letters taken for small ones.
    private static func isRead(_ name: String) -> Bool {
        endings.contains { ending in
            zip(name.utf8.reversed(), ending.utf8.reversed()).allSatisfy { letter, wanted in
                letter == wanted || (0x41...0x5A).contains(letter) && letter | 0x20 == wanted
            } && name.utf8.count >= ending.utf8.count
        }
    }
}

/// A file or folder among others that could not be read.
public struct FileProblem: Error, Sendable, Equatable {
    /// Where it lies.
    public let file: String
    /// Why it could not be read.
    public let message: String
    /// Stable id of this kind of problem.
    public static let id = "file.unread"

    /// Makes a problem; the name of the file is left out where the message begins with it.
    public init(file: String, message: String) {
        self.file = file
        self.message = message.hasPrefix(file + ": ") ? String(message.dropFirst(file.count + 2)) : message
    }

    /// `file:1:1: error: message [file.unread]`
    public var text: String { "\(file):1:1: error: \(message) [\(Self.id)]" }
}
