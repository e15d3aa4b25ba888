/// The texts of a folder.
public enum TextFolder {
    /// Endings of files that are read; of `.doc` and `.wps` it is said what to do with them.
    public static let endings = [
        ".txt", ".md", ".html", ".htm", ".mht", ".mhtml", ".docx", ".xml", ".akn", ".pdf", ".doc", ".wps",
    ]
    /// Deepest folder that is entered.
    public static let largestDepth = 16

    /// Paths of all files with one of these endings, in any case, below `folder`, sorted by bytes. A folder is entered
    /// once, however many
    /// symbolic links lead to it.
    public static func files(in folder: String) throws -> [String] {
        var files: [String] = []
        var entered: Set<String> = []
        try collect(folder, depth: 0, entered: &entered, into: &files)
        return files
    }

    private static func collect(
        _ folder: String, depth: Int, entered: inout Set<String>, into files: inout [String]
    ) throws {
        guard entered.insert(TextFile.identity(folder)).inserted else { return }
        guard depth <= largestDepth else {
            throw SurroundingsError("\(folder): folders lie deeper than \(largestDepth) levels")
        }
        for name in try TextFile.names(in: folder) {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            if TextFile.isFolder(path) {
                try collect(path, depth: depth + 1, entered: &entered, into: &files)
            } else if endings.contains(where: { name.lowercased().hasSuffix($0) }) {
                files.append(path)
            }
        }
    }
}
