import ProvisionAlignment
import RegulationModel

/// The sheet `links`: which provision answers which, for every pair of texts.
struct LinksSheet {
    let alignments: [Alignment]
    let witnesses: [Witness]

    var table: SheetTable {
        SheetTable(name: "links", columns: columns, rows: alignments.flatMap(rows), frozenColumns: 4)
    }

    private var columns: [SheetTable.Column] {
        let ends = [BilingualText("基准", "Base"), BilingualText("对照", "Other")].flatMap { end in
            [
                SheetTable.Column(
                    end, BilingualText("\(end.chinese)文本的标识。", "Id of the \(end.english.lowercased()) text."), width: 14
                ),
                SheetTable.Column(
                    BilingualText("\(end.chinese)条文", "\(end.english) provision"),
                    BilingualText("其条文的引用。", "Citation of its provision."), width: 18),
            ]
        }
        return ends + linkColumns + [
            .init(
                BilingualText("基准标识", "Base eId"),
                BilingualText("基准条文的机器地址。", "Machine address of the base provision."), width: 18),
            .init(
                BilingualText("对照标识", "Other eId"),
                BilingualText("对照条文的机器地址。", "Machine address of the other provision."), width: 18),
        ]
    }

    private var linkColumns: [SheetTable.Column] {
        [
            .init(
                BilingualText("对应程度", "Link"),
                BilingualText("两条对应到什么程度。", "How much of the two answers each other."), width: 10,
                codes: LinkStrength.allCases.map { SheetTable.Code($0.rawValue, $0.codebookMeaning) }),
            .init(
                BilingualText("关系", "Relation"),
                BilingualText("基准条文在对照文本中的去向。", "What became of the base provision in the other text."), width: 10,
                codes: Relation.allCases.map { SheetTable.Code($0.rawValue, $0.codebookMeaning) }),
            .init(
                BilingualText("置信", "Score"),
                BilingualText("0 至 1，越高越可靠。", "Confidence, 0 to 1."), width: 8),
            .init(
                BilingualText("依据", "Reasons"),
                BilingualText("据以认定对应的理由。", "Why the two are held to answer each other."), width: 60),
            .init(
                BilingualText("人工判定", "Decision"),
                BilingualText("由人判定的，写明何人、何时、为何；由程序认定的为空。", "Who decided so, when and why; empty where it was found."),
                width: 24),
        ]
    }

    private func rows(_ alignment: Alignment) -> [[SheetTable.Value]] {
        let base = witnesses.first { $0.id == alignment.base }?.regulation
        let other = witnesses.first { $0.id == alignment.other }?.regulation
        return alignment.links.map { link in
            [
                .text(alignment.base), .text(Self.citation(link.base, base)), .text(alignment.other),
                .text(Self.citation(link.other, other)), .text(link.strength.rawValue), .text(link.relation.rawValue),
                .number(link.score), .text(link.reasons.joined(separator: "; ")), .text(link.decision?.text ?? ""),
                .text(link.base.text), .text(link.other.text),
            ]
        }
    }

    private static func citation(_ eId: EId, _ regulation: Regulation?) -> String {
        guard let regulation, let citation = Citation(eId, in: regulation) else { return eId.text }
        return citation.text(regulation.language)
    }
}

extension LinkStrength {
    fileprivate var codebookMeaning: BilingualText {
        switch self {
        case .main: BilingualText("同一事项为两条的主要内容", "the shared matter is a main rule of both")
        case .part: BilingualText("仅一款、一项或一句对应", "only a paragraph, a point or a clause answers")
        }
    }
}

extension Relation {
    fileprivate var codebookMeaning: BilingualText {
        switch self {
        case .same: BilingualText("字句相同（不计形式）", "same words, apart from form")
        case .changed: BilingualText("同一事项，字句或内容不同", "same matter, other words or content")
        case .split: BilingualText("基准一条分见对照数条", "the base provision is spread over several of the other text")
        case .merged: BilingualText("基准数条并入对照一条", "several base provisions stand in one of the other text")
        case .moved: BilingualText("同一事项，位置不同", "same matter in another place of the act")
        case .added: BilingualText("仅见于对照文本", "only the other text has it")
        case .missing: BilingualText("仅见于基准文本", "only the base has it")
        }
    }
}
