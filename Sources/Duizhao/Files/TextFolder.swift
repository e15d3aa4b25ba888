/// The texts of a folder.
public enum TextFolder {
    /// Endings of files that are read.
    public static let endings = [".txt", ".md"]
    /// Deepest folder that is entered.
    public static let largestDepth = 16

    /// Paths of all `.txt` and `.md` files below `folder`, sorted by bytes.
    public static func files(in folder: String) throws -> [String] {
        var files: [String] = []
        try collect(folder, depth: 0, into: &files)
        return files
    }

    private static func collect(_ folder: String, depth: Int, into files: inout [String]) throws {
        guard depth <= largestDepth else {
            throw SurroundingsError("\(folder): folders lie deeper than \(largestDepth) levels")
        }
        for name in try TextFile.names(in: folder) {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            if TextFile.isFolder(path) {
                try collect(path, depth: depth + 1, into: &files)
            } else if endings.contains(where: { name.hasSuffix($0) }) {
                files.append(path)
            }
        }
    }
}
