import RegulationModel

/// The visible text of a page in the order of the page, cut into lines, with the elements they stand in.
struct PageText {
    /// All lines, one straight behind the other.
    var bytes: [UInt8] = []
    var lines: [PageLine] = []
    /// Elements that hold lines or such elements; the first is the page. A parent stands before its children.
    var nodes: [PageNode] = [PageNode(parent: -1, step: 0)]
    var tables: [PageTable] = []
    /// How many columns each row has, and in which column each cell stands, from 0; both by their numbers, from 1.
    var widthsOfRows: [Int32] = [0]
    var columnsOfCells: [Int32] = [0]
    /// Where stretches of `bytes` come from.
    var runs: [PageRun] = []
    var hidden: [HiddenText] = []
    /// Numbers of lists that count by themselves, with where they stand in `bytes`.
    var labels: [(offset: Int, text: String)] = []
    /// Where the first element stands that lies too deep to be told apart.
    var tooDeep: Int?
}

/// A line of a page.
struct PageLine {
    /// Its bytes in `PageText.bytes`.
    var span: ByteSpan
    /// Innermost element.
    var node: Int32
    /// Bytes that are links.
    var linkBytes: Int32
    /// 1–6 in a heading.
    var headingLevel: UInt8
    /// True in `nav`, `footer`, `aside`, buttons and menus.
    var isFurniture: Bool
    /// Index of the innermost table, or -1; its row and cell, counted over the page.
    var table: Int32
    var row: Int32
    var cell: Int32
}

/// An element.
struct PageNode {
    let parent: Int32
    /// A number for its name, and for the class of a division.
    let step: UInt64
}

/// What decides whether a table arranges a page or holds cells to be read side by side.
struct PageTable {
    var holdsTable = false
    /// For each column, how many further rows the cell in it reaches down into.
    private var reach: [Int] = []
    /// Columns of the open row that a cell above reaches into, and the next column to be filled.
    private var taken: [Bool] = []
    private var next = 0

    /// Columns that are followed; those behind them are taken to be free.
    private static let mostColumns = 64

    /// Begins a row.
    mutating func beginRow() {
        taken = reach.map { $0 > 0 }
        for column in reach.indices where reach[column] > 0 { reach[column] -= 1 }
        next = 0
    }

    /// Begins a cell that takes this many rows (HTML standard, §4.9.12; 0 for all that are left), and gives its column.
    /// A cell over several columns counts once: the rows it stands in are laid out in another way.
    mutating func beginCell(rows: Int) -> Int {
        while next < taken.count, taken[next] { next += 1 }
        let column = next
        next += 1
        if rows != 1, column < Self.mostColumns {
            while reach.count <= column { reach.append(0) }
            reach[column] = rows > 0 ? rows - 1 : .max
        }
        return column
    }

    /// How many columns the open row has so far, also those that cells above reach into.
    var width: Int { max(next, (taken.lastIndex(of: true) ?? -1) + 1) }
}

/// A stretch of the text that stands in the page as it does here.
struct PageRun {
    /// Offset in `PageText.bytes`.
    let offset: Int32
    /// Offset in the page.
    let source: Int32
    /// Line and column in the page, from 1.
    let line: Int32
    let column: Int32
}

/// Text that the page does not show.
struct HiddenText {
    /// Why it is no text.
    enum Reason {
        /// The page does not show it.
        case unseen
        /// The page shows it as what does not count: struck out, or the reading beside a character.
        case aside
        /// The mark of a note.
        case noteMark
        /// A tool of the page behind the text of a line.
        case tool
    }

    /// Where it would stand in `PageText.bytes`.
    let offset: Int
    var bytes: [UInt8]
    let reason: Reason
    /// True where what follows it stands in another block.
    var isClosed = false
}
