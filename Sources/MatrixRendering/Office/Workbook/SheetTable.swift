import RegulationModel

/// One sheet of a workbook: a table whose columns and codes explain themselves in the codebook.
package struct SheetTable: Sendable {
    /// A column with its heading and what stands in it.
    package struct Column: Sendable {
        /// Heading in both languages; the first row of the sheet.
        package let heading: BilingualText
        /// What stands in it, for the codebook.
        package let meaning: BilingualText
        /// Width in characters of the standard font.
        package let width: Int
        /// The codes that may stand in it; empty where it holds no codes.
        package let codes: [Code]

        package init(_ heading: BilingualText, _ meaning: BilingualText, width: Int, codes: [Code] = []) {
            self.heading = heading
            self.meaning = meaning
            self.width = width
            self.codes = codes
        }
    }

    /// A code that stands in a column, with its meaning.
    package struct Code: Sendable {
        package let code: String
        package let meaning: BilingualText

        package init(_ code: String, _ meaning: BilingualText) {
            self.code = code
            self.meaning = meaning
        }
    }

    /// What a cell holds.
    package enum Value: Sendable, Hashable {
        case text(String)
        case integer(Int)
        /// A number with decimals; one that is not finite is left empty.
        case number(Double)
        case empty

        /// Empty where there is none.
        package init(_ number: Double?) { self = number.map(Value.number) ?? .empty }
    }

    /// The sheet's tab: letters, digits and spaces, at most 31; anything else is replaced.
    package let name: String
    package let columns: [Column]
    /// One value for each column.
    package let rows: [[Value]]
    /// Columns that stay in view, from the first.
    package let frozenColumns: Int

    package init(name: String, columns: [Column], rows: [[Value]], frozenColumns: Int = 1) {
        self.name = name
        self.columns = columns
        self.rows = rows
        self.frozenColumns = frozenColumns
    }

    /// The table in several sheets where one has no room for all rows: `provisions`, `provisions 2` …
    func parts(ofRows limit: Int = SheetLimits.rows - 1) -> [SheetTable] {
        guard rows.count > limit else { return [self] }
        return stride(from: 0, to: rows.count, by: limit).enumerated().map { index, start in
            SheetTable(
                name: index == 0 ? name : "\(name) \(index + 1)", columns: columns,
                rows: Array(rows[start..<min(start + limit, rows.count)]), frozenColumns: frozenColumns)
        }
    }
}

/// What a spreadsheet allows (ISO/IEC 29500-1 and the limits that Excel states).
enum SheetLimits {
    /// UTF-16 units in a cell.
    static let cellLength = 32_767
    /// Rows in a sheet, its heading among them.
    static let rows = 1_048_576
    /// Height of a row in points.
    static let rowHeight = 409
    /// Characters in the name of a sheet.
    static let nameLength = 31

    /// A text that a cell can hold. A longer one is cut between two characters and says so.
    static func fitting(_ text: String) -> (text: String, isCut: Bool) {
        let length = text.utf16.count
        guard length > cellLength else { return (text, false) }
        let mark = "…〔截断，全长 \(length) 字 cut, \(length) characters in all〕"
        let room = cellLength - mark.utf16.count
        var kept = String.UnicodeScalarView()
        var taken = 0
        for scalar in text.unicodeScalars {
            taken += UTF16.width(scalar)
            guard taken <= room else { break }
            kept.append(scalar)
        }
        return (String(kept) + mark, true)
    }

    /// Names as tabs can have them, each once: without `[ ] : * ? / \`, not longer than 31, not told apart by case alone.
    static func names(_ names: [String]) -> [String] {
        var taken: Set<String> = []
        return names.map { name in
            let plain = String(String.UnicodeScalarView(name.unicodeScalars.map { isPlain($0) ? $0 : "-" }))
            var candidate = shortened(plain.isBlank ? "sheet" : plain, to: nameLength)
            var number = 2
            while !taken.insert(candidate.lowercased()).inserted {
                let ending = " \(number)"
                candidate = shortened(plain, to: nameLength - ending.utf16.count) + ending
                number += 1
            }
            return candidate
        }
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || " -_".unicodeScalars.contains(scalar)
    }

    private static func shortened(_ text: String, to length: Int) -> String {
        var kept = ""
        for character in text {
            guard kept.utf16.count + character.utf16.count <= length else { break }
            kept.append(character)
        }
        return kept
    }
}
