import RegulationModel

/// The marks that begin a line, by their lines, and where each level and number stands last.
struct LineStarts {
    /// A level and number.
    struct Key: Hashable {
        let level: Level
        let number: ProvisionNumber
    }

    private let marks: [Mark]
    /// For each line the mark that begins it, as an index into `marks`, or -1.
    private var byLine: [Int32]
    /// Last line of a level and number without branches, by level and ordinal; -1 where there is none.
    private var plain: [[Int32]]
    /// The same for numbers with branches and large ones.
    private var others: [Key: Int] = [:]
    /// Number of marks that begin a line.
    private(set) var count = 0

    private static let largestPlain = 2_048

    init(_ marks: [Mark], lineCount: Int) {
        self.marks = marks
        byLine = Array(repeating: -1, count: lineCount)
        plain = Array(repeating: [], count: Level.allCases.count)
        for index in marks.indices where marks[index].place == .lineStart {
            let line = marks[index].line
            count += 1
            if byLine[line] < 0 { byLine[line] = Int32(index) }
            note(marks[index].level, marks[index].number, line)
        }
    }

    private mutating func note(_ level: Level, _ number: ProvisionNumber, _ line: Int) {
        guard !number.isBranch, number.ordinal < Self.largestPlain else {
            others[Key(level: level, number: number)] = line
            return
        }
        let missing = number.ordinal + 1 - plain[level.rawValue].count
        if missing > 0 { plain[level.rawValue] += repeatElement(-1, count: missing) }
        plain[level.rawValue][number.ordinal] = Int32(line)
    }

    /// The mark that begins a line.
    func mark(at line: Int) -> Mark? { byLine[line] < 0 ? nil : marks[Int(byLine[line])] }

    /// Last line that begins with a mark of the same level and number.
    func lastLine(of mark: Mark) -> Int? {
        let number = mark.number
        guard !number.isBranch, number.ordinal < Self.largestPlain else {
            return others[Key(level: mark.level, number: number)]
        }
        let held = plain[mark.level.rawValue]
        guard number.ordinal < held.count, held[number.ordinal] >= 0 else { return nil }
        return Int(held[number.ordinal])
    }
}
