import ArgumentParser
import Duizhao

/// The names of the commands, and what to say of one that is none.
enum CommandNames {
    private static let known: [String] =
        DuizhaoCommand.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]

    /// What is wrong with the first argument as the name of a command; nil where it is one, or an option.
    static func fault(_ argument: String?) -> String? {
        guard let argument, !argument.hasPrefix("-"), !known.contains(argument) else { return nil }
        let distances: [Int] = known.map { distance(argument.lowercased(), $0) }
        let least = distances.min() ?? 0
        let names: [String] = zip(known, distances).filter { $1 == least && $1 <= $0.count / 2 }.map { $0.0 }
        let isNear = least <= 2 && !names.isEmpty
        let hint =
            isNear
            ? "is \(names.joined(separator: " or ")) meant?" : "the commands are \(known.joined(separator: ", "))"
        return "“\(TerminalText.line(argument))” is no command; \(hint)"
    }

    /// Letters to add, to leave out, to replace, or to swap with the next one, to make one word of the other (optimal string
    /// alignment).
    private static func distance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a), Array(b))
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var least = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
                row.append(least)
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}
