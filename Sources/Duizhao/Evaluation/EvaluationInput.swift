/// What an argument of `duizhao evaluate` leads to.
public enum EvaluationInput: Sendable, Hashable {
    /// A table of links, `articles.A-B.tsv` or `points.A-B.tsv`; A and B are ids of texts.
    case gold(String)
    /// A folder with `old.txt`, `new.txt` and `map.tsv`.
    case renumbering(String)
    /// Parallel statutes: a file of JSON lines, or `-`.
    case parallel(String)

    /// File or folder without its place, and a table without its ending.
    public var name: String {
        switch self {
        case .gold(let path): TextFile.lastName(path).droppingSuffix(".tsv")
        case .renumbering(let path), .parallel(let path): TextFile.lastName(path)
        }
    }

    /// Everything an argument leads to: a file, a set, or a folder of files or sets, in the order of their names.
    ///
    /// Throws `SurroundingsError` where there is nothing to measure.
    public static func find(_ argument: String) throws -> [EvaluationInput] {
        if argument == "-" || argument.hasSuffix(".jsonl") { return [.parallel(argument)] }
        guard TextFile.exists(argument) else { throw SurroundingsError("\(argument): no such file or folder") }
        guard TextFile.isFolder(argument) else {
            guard isGold(TextFile.lastName(argument)) else {
                throw SurroundingsError(
                    "\(argument): gold files are called articles.A-B.tsv or points.A-B.tsv, parallel statutes *.jsonl")
            }
            return [.gold(argument)]
        }
        let folder = argument.droppingSuffix("/")
        if isRenumbering(folder) { return [.renumbering(folder)] }
        let paths = try TextFile.names(in: folder).map { folder + "/" + $0 }
        let found = paths.compactMap { path -> EvaluationInput? in
            if isGold(TextFile.lastName(path)) { return .gold(path) }
            return isRenumbering(path) ? .renumbering(path) : nil
        }
        guard !found.isEmpty else {
            throw SurroundingsError("\(argument): no gold (articles.A-B.tsv, points.A-B.tsv) and no map.tsv in it")
        }
        return found
    }

    private static func isGold(_ name: String) -> Bool {
        name.hasSuffix(".tsv") && (name.hasPrefix("articles.") || name.hasPrefix("points."))
    }

    private static func isRenumbering(_ path: String) -> Bool { TextFile.exists(path + "/map.tsv") }
}

extension String {
    /// The text without this ending.
    func droppingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) && self != suffix ? String(dropLast(suffix.count)) : self
    }
}
