import ComparisonMatrix
import RegulationModel

/// The sheet `provisions`: a row for each article, paragraph, point and sub-point of each text.
struct ProvisionsSheet {
    let witnesses: [Witness]

    var table: SheetTable {
        SheetTable(name: "provisions", columns: columns, rows: witnesses.flatMap(rows), frozenColumns: 2)
    }

    private var columns: [SheetTable.Column] {
        [
            .init(BilingualText("文本标识", "Document"), BilingualText("文本的固定标识。", "Stable id of the text."), width: 14),
            .init(
                BilingualText("引用", "Citation (zh)"), BilingualText("中文引用。", "Citation in Chinese."), width: 20),
            .init(
                BilingualText("引用（英文）", "Citation (en)"), BilingualText("英文引用。", "Citation in English."), width: 24),
            .init(
                BilingualText("层级", "Level"), BilingualText("条文的层级。", "Rank of the provision."), width: 11,
                codes: Level.allCases.map { SheetTable.Code($0.name, BilingualText($0.chineseName, $0.name)) }),
            .init(
                BilingualText("所在章节", "Chapter"),
                BilingualText("所在编、章、节的标题，照录原文。", "Headings it stands under, as printed."), width: 22),
            .init(
                BilingualText("条文", "Text"),
                BilingualText(
                    "条文照录原文，含其下各款、项、目，每款每项一行；只看一个层级即不重复。",
                    "The text as printed with everything below it, a line for each paragraph and point; a single level repeats "
                        + "nothing."), width: 70),
            .init(
                BilingualText("首行", "First line"), BilingualText("在文件中的首行。", "First line in the file."), width: 8),
            .init(
                BilingualText("末行", "Last line"), BilingualText("在文件中的末行。", "Last line in the file."), width: 8),
            .init(
                BilingualText("语言", "Language"), BilingualText("条文的语言。", "Language of the text."), width: 10,
                codes: Language.allCases.map { SheetTable.Code($0.rawValue, $0.label) }),
            .init(
                BilingualText("译文性质", "Translation"),
                BilingualText("文本如何译成该语言。", "How the text came into its language."), width: 12,
                codes: Translation.allCases.map { SheetTable.Code($0.rawValue, Self.label($0)) }),
            .init(
                BilingualText("条文标识", "eId"),
                BilingualText("条文的机器地址（Akoma Ntoso）。", "Machine address (Akoma Ntoso)."), width: 30),
        ]
    }

    private static func label(_ translation: Translation) -> BilingualText {
        switch translation {
        case .original: BilingualText("原文", "the language the act was made in")
        case .official: BilingualText("官方译本", "a translation published by authority")
        case .machine: BilingualText("机器翻译，不具效力", "a machine translation, without authority")
        }
    }

    private func rows(_ witness: Witness) -> [[SheetTable.Value]] {
        let regulation = witness.regulation
        return regulation.provisions.enumerated().flatMap { index, provision in
            let groupings = regulation.articles.isEmpty ? [] : regulation.groupings(ofArticleAt: index)
            let chapter = groupings.map { heading($0, regulation) }.joined(separator: " › ")
            return Self.all(provision).map { row($0, chapter, witness) }
        }
    }

    private static func all(_ provision: Provision) -> [Provision] { [provision] + provision.children.flatMap(all) }

    private func heading(_ grouping: Grouping, _ regulation: Regulation) -> String {
        let source = regulation.source
        return [source.flowed([grouping.mark]), source.flowed([grouping.heading])].filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    private func row(_ provision: Provision, _ chapter: String, _ witness: Witness) -> [SheetTable.Value] {
        let regulation = witness.regulation
        let citation = Citation(provision.eId, in: regulation)
        let lines = regulation.source.printedLines(of: provision.span)
        return [
            .text(regulation.id), .text(citation?.chinese ?? ""), .text(citation?.english ?? ""),
            .text(provision.level.name), .text(chapter), .text(text(provision, regulation)),
            .integer(lines.lowerBound), .integer(lines.upperBound), .text(regulation.language.rawValue),
            .text(witness.translation.rawValue), .text(provision.eId.text),
        ]
    }

    private func text(_ provision: Provision, _ regulation: Regulation) -> String {
        let heading = provision.heading.map { [regulation.source.flowed([$0])] } ?? []
        let lines = regulation.lines(of: provision).map { line in
            Quotation.Line(level: line.level, mark: line.mark, text: line.text).marked
        }
        return (heading + lines).joined(separator: "\n")
    }
}
