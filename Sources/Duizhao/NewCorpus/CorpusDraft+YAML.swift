import RegulationModel

extension CorpusDraft {
    /// `corpus.yaml`: every guess with a comment that says what it was guessed from.
    var yaml: String {
        let base = documents.first { $0.witness.regulation.completeness.status == .whole } ?? documents.first
        var lines = [
            "# A corpus for duizhao, started by “duizhao new”. Comments say what was guessed and from what; correct what is",
            "# wrong, fill in what is null, and take the comments away when you have looked at them. What the texts",
            "# themselves say is compared with this file at each load.",
            "title:",
            "  zh: \(Self.quoted(title.chinese))" + (isTitleGiven ? "" : "  # guessed from the titles"),
            "  en: \(Self.quoted(title.english))  # to be translated",
            "base: \(base.map { Self.quoted($0.id) } ?? "null")  # the text that others are held against; choose yours",
            "topics: null  # Topics/NAME.yaml, see Topics/README.md",
            "terms: null  # Terms/NAME.tsv, see Terms/README.md",
            documents.isEmpty ? "documents: []" : "documents:",
        ]
        for document in documents { lines += document.yaml }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A double-quoted scalar of YAML 1.2 (§7.3.1).
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case let other where other.properties.generalCategory == .control || isSeparator(other):
                let digits = String(other.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Line and paragraph separators and bidirectional controls: a reader must not be led astray by them.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x85, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// A ground in a comment: one line, whatever a title holds.
    static func comment(_ ground: String) -> String {
        let safe = quoted(ground).dropFirst().dropLast()
        return "  # \(safe)"
    }
}

extension CorpusDraft.Document {
    fileprivate var yaml: [String] {
        let regulation = witness.regulation
        let isChinese = regulation.language == .chinese
        let title = regulation.title.isEmpty ? nil : regulation.title
        let draft = MetadataGuess.draftWord(witness).map {
            [
                "    # NOTE: the name says \($0): a draft, no act in force. Results show it as an act; say so where you use them."
            ]
        }
        return [
            "  - id: \(quoted(id))",
            "    file: \(quoted(file))",
            "    sha256: \(witness.sha256)",
            "    source: null  # where the text was found",
            "    title: {zh: \(quoted(isChinese ? title : nil)), en: \(quoted(isChinese ? nil : title))}  # as the text shows it",
            "    language: \(regulation.language.rawValue)  # from the text",
            line("translation", guess.translation.value?.rawValue, guess.translation.ground),
            "    jurisdiction: \(place)" + CorpusDraft.comment(guess.jurisdiction.ground),
            line("rank", guess.rank.value?.rawValue, guess.rank.ground),
        ] + (draft ?? []) + [
            "    authority: \(regulation.authority.rawValue)" + CorpusDraft.comment(proof),
            "    completeness: \(regulation.completeness.status.rawValue)",
            "    documentNumber: \(quoted(regulation.documentNumber))  # \(regulation.documentNumber == nil ? "none found" : "from the text")",
            "    dates: {\(dates)}  # \(dates.isEmpty ? "none found" : "from the text")",
            "    implements: \(quoted(guess.implements.value))" + CorpusDraft.comment(guess.implements.ground),
        ]
    }

    private var proof: String {
        let proof = witness.regulation.completeness.proof.joined(separator: "; ")
        return proof.isEmpty ? "from the text" : "from the text: \(proof)"
    }

    private var place: String {
        guard let place = guess.jurisdiction.value else { return "null" }
        return "{zh: \(quoted(place.name.chinese)), en: \(quoted(place.name.english)), code: \(quoted(place.code)), "
            + "level: \(place.level.rawValue)}"
    }

    private var dates: String {
        let dates = witness.regulation.dates
        let named: [(String, CalendarDate?)] = [
            ("adopted", dates.adopted), ("approved", dates.approved), ("issued", dates.issued),
            ("effective", dates.effective), ("published", dates.published),
        ]
        return named.compactMap { name, date in date.map { "\(name): \(quoted($0.text))" } }.joined(separator: ", ")
    }

    private func line(_ key: String, _ value: String?, _ ground: String) -> String {
        "    \(key): \(value ?? "null")" + CorpusDraft.comment(ground)
    }

    private func quoted(_ text: String?) -> String { text.map(CorpusDraft.quoted) ?? "null" }
}
