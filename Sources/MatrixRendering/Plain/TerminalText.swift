import RegulationModel

/// Text that is safe and aligned on a terminal.
package enum TerminalText {
    /// Columns a text takes: two for ideographs and full-width forms, none for combining marks.
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x7F { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch scalar.value {
        // Curly quotation marks, dash and ellipsis are printed narrow by terminals, though wide in type.
        case 0x2018...0x201D, 0x2014, 0x2026: return 1
        case 0x1100...0x115F, 0xAC00...0xD7A3, 0x1F300...0x1F64F, 0x1F900...0x1F9FF: return 2
        default: return scalar.isWide ? 2 : 1
        }
    }

    /// The text with everything a terminal would obey made visible: control characters (C0 but line feed, DEL, C1)
    /// and bidirectional overrides become `\u{1B}`.
    static func safe(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isUnsafe(scalar) {
                result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text in one line: line breaks and tabs become spaces, the rest is `safe`.
    package static func line(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar.isWhiteSpace ? " " : scalar)
        }
        return safe(String(result))
    }

    /// True for what may not reach a terminal as it is.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The text with spaces after it up to a width.
    static func padded(_ text: String, to columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - width(text)))
    }

    /// As much of the text as fits, with an ellipsis where something is left out.
    static func shortened(_ text: String, to columns: Int) -> String {
        guard width(text) > columns else { return text }
        var result = ""
        var taken = 0
        for character in text {
            let next = width(String(character))
            guard taken + next <= columns - 1 else { break }
            result.append(character)
            taken += next
        }
        return result + "…"
    }

    /// The text in lines of at most `columns`, broken at spaces or between ideographs.
    static func wrapped(_ text: String, to columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words(text) {
            if !line.isEmpty, width(line) + width(word) > columns {
                lines.append(line.trimmingSpaces)
                line = ""
            }
            line += word
        }
        if !line.isBlank || lines.isEmpty { lines.append(line.trimmingSpaces) }
        return lines
    }

    /// Pieces between which a line may break: each ends with its spaces, ideographs stand alone.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text {
            let isWide = width(String(character)) == 2
            if isWide, !word.isEmpty {
                words.append(word)
                word = ""
            }
            word.append(character)
            if isWide || character == " " {
                words.append(word)
                word = ""
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}

extension String {
    /// Without spaces at both ends.
    var trimmingSpaces: String {
        var slice = self[...]
        while slice.first == " " { slice.removeFirst() }
        while slice.last == " " { slice.removeLast() }
        return String(slice)
    }
}
