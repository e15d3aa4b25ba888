import ComparisonMatrix
import RegulationModel

/// What stands below the table: what was not itemised, and where each text and its quotations come from.
struct WordClosing {
    let matrix: Matrix
    let hasMarks: Bool

    /// So many digits of a hash tell the files of any corpus apart.
    private static let hashDigits = 12

    var paragraphs: [XMLElement] {
        [WordText.paragraph(.heading, BilingualText("未逐项列出的内容", "Not itemised"))] + notItemised
            + [WordText.paragraph(.heading, BilingualText("来源", "Sources"))]
            + matrix.columns.indices.flatMap(source)
    }

    private var notItemised: [XMLElement] {
        let general = BilingualText(
            "各文本的标题、题注、目录、公布通知、落款以及法规以外的文字不入表；条号、标点和版式的差异未逐项列出。",
            "Titles, adoption notes, contents, notices, signatures and words outside the acts are left out; differences of "
                + "numbering, punctuation and layout are not itemised.")
        let unmarked = BilingualText(
            "本表只并列条文，未标出字句差异。", "Provisions stand side by side; differing words are not marked.")
        let lists = matrix.columns.indices.compactMap(unquoted)
        return [general, hasMarks ? marked : unmarked].map { WordText.paragraph(.note, $0) } + lists
    }

    /// What the marks say. Beside several texts the base shows what none of them took over.
    private var marked: BilingualText {
        let language = matrix.base.map { matrix.columns[$0].regulation.language }
        let compared = matrix.columns.indices.count {
            $0 != matrix.base && matrix.columns[$0].regulation.language == language
        }
        guard compared > 1 else {
            return BilingualText(
                "下划线为仅见于该文本的字句，删除线为对方未采用的字句。",
                "Underlined words stand in that text only; words struck through are not taken over by the text compared."
            )
        }
        return BilingualText(
            "下划线为该文本有而基准文本没有的字句；基准文本中的删除线为其他文本均未采用的字句，仅部分文本未采用的不标出。",
            "Underlined words stand in that text and not in the base; words struck through in the base are taken over by none "
                + "of the other texts. What only some of them leave out is not marked.")
    }

    /// The articles of a text that no row shows: nothing is dropped silently.
    private func unquoted(_ column: Int) -> XMLElement? {
        let regulation = matrix.columns[column].regulation
        let quoted = Set(quotations(column).map(\.eId.article))
        let missing = regulation.provisions.filter { !quoted.contains($0.eId) }
        guard !missing.isEmpty else { return nil }
        let citations = missing.compactMap { Citation($0.eId, in: regulation) }
        let lead = WordText.runs(matrix.columns[column].name) + [WordText.run("：", .chinese)]
        let label = BilingualText("未入本表：", "not in this table: ")
        return WordText.paragraph(
            .note,
            lead + [
                WordText.run(label.chinese + citations.map(\.chinese).joined(separator: "、") + " ", .chinese),
                WordText.run(label.english + citations.map(\.english).joined(separator: ", "), .english, .english),
            ])
    }

    private func source(_ column: Int) -> [XMLElement] {
        let witness = matrix.columns[column]
        let facts = WitnessFacts(witness: witness)
        let standing = [facts.standing, facts.extent, facts.language].compactMap(\.self)
        var runs = WordText.runs(witness.name) + [WordText.run("：", .chinese)]
        if !witness.regulation.title.isBlank {
            runs.append(WordText.run(witness.regulation.title, witness.regulation.language))
        }
        runs.append(WordText.run(" · " + standing.map(\.chinese).joined(separator: " · "), .chinese))
        runs.append(WordText.run(" · " + standing.map(\.english).joined(separator: " · "), .english, .english))
        if let number = witness.regulation.documentNumber { runs.append(WordText.run(" · " + number, .chinese)) }
        for date in facts.dates {
            runs +=
                [WordText.run(" · ", .chinese)] + WordText.runs(date.label) + [
                    WordText.run(" " + date.date.text, .english)
                ]
        }
        let file = "\(witness.file), SHA-256 \(witness.sha256.prefix(Self.hashDigits))…"
        return [WordText.paragraph(.note, runs + [WordText.run(" · " + file, .english)])] + lines(column)
    }

    /// The provisions quoted, each with its lines in the file.
    private func lines(_ column: Int) -> [XMLElement] {
        let language = matrix.columns[column].regulation.language
        var seen: Set<EId> = []
        let quotations = quotations(column).filter { seen.insert($0.eId).inserted }.sorted {
            ($0.sourceLines.lowerBound, $0.eId) < ($1.sourceLines.lowerBound, $1.eId)
        }
        guard !quotations.isEmpty else { return [] }
        let (colon, separator) = language == .chinese ? ("：", "；") : (": ", "; ")
        let list = quotations.map { $0.citation.text(language) + colon + Figures.lines($0.sourceLines) }
        return [
            WordText.paragraph(
                .note,
                WordText.runs(BilingualText("引用条文及其行号：", "provisions quoted, with their lines:"))
                    + [WordText.run(" " + list.joined(separator: separator), language)])
        ]
    }

    private func quotations(_ column: Int) -> [Quotation] { matrix.rows.flatMap { $0.cells[column].quotations } }
}
