import RegulationModel

/// How a spreadsheet sets text of 10 points in a cell, as far as heights of rows need it.
enum TypeSetting {
    /// Height of a line in tenths of a point. Fonts that hold ideographs are tall: Noto Sans CJK asks for 1.45 of its size,
    /// where Arial asks for 1.15.
    private static let lineHeight = 145
    /// Above and below the text of a row, in tenths of a point.
    private static let padding = 40
    /// So many lines are seen in the highest row.
    static let mostLines = (SheetLimits.rowHeight * 10 - padding) / lineHeight

    /// Height of a row in points, at most what a spreadsheet allows.
    static func height(ofLines lines: Int) -> String {
        let tenths = min(SheetLimits.rowHeight * 10, lines * lineHeight + padding)
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    /// How many lines a value takes in a column of a width in characters.
    static func lines(of value: SheetTable.Value, in width: Int) -> Int {
        guard case .text(let text) = value else { return 1 }
        let room = max(2, width - 1)
        return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { $0 + lines(of: $1, in: room) }
    }

    /// Words of letters go to the next line whole, and with an ideograph goes the sign behind it: no line begins with a comma.
    private static func lines(of line: Substring, in room: Int) -> Int {
        var (count, used, word) = (1, 0, 0)
        func place(_ width: Int) {
            if used + width > room, used > 0 {
                count += 1
                used = 0
            }
            count += max(0, width - 1) / room
            used = width > room ? (width - 1) % room + 1 : used + width
        }
        for scalar in line.unicodeScalars {
            let width = Self.width(scalar)
            if isLetter(scalar) || (word > 0 && closing.contains(scalar)) {
                word += width
                continue
            }
            place(word)
            word = 0
            if scalar == " " { used += 1 } else if width > 1 { word = width } else { place(width) }
        }
        place(word)
        return count
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x2E80 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }

    private static let closing = Set("，。、；：？！）》〉」』】〕”’,.;:?!)]%".unicodeScalars)

    /// In fonts of ideographs their quotation marks, dashes and dots are as wide as they are.
    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x2018...0x201D, 0x2014, 0x2026: 2
        default: TerminalText.width(String(scalar))
        }
    }
}
