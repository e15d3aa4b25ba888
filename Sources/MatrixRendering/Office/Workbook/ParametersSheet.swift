import ComparisonMatrix
import RegulationModel

/// The sheet `parameters`: a row for each value of a checkable parameter.
struct ParametersSheet {
    let parameters: ParameterTable

    var table: SheetTable {
        SheetTable(name: "parameters", columns: columns, rows: parameters.parameters.flatMap(rows), frozenColumns: 2)
    }

    private var columns: [SheetTable.Column] {
        [
            .init(
                BilingualText("事项", "Matter"),
                BilingualText("参数所在同类条文的事项。", "The matter of the provisions it stands in."), width: 24),
            .init(
                BilingualText("参数", "Parameter"), BilingualText("衡量什么。", "What is measured."), width: 20,
                codes: ParameterAttribute.allCases.map { SheetTable.Code($0.label.joined, $0.label) }),
            .init(BilingualText("文本", "Text"), BilingualText("文本的标识。", "Id of the text."), width: 14),
            .init(BilingualText("条文", "Provision"), BilingualText("条文的引用。", "Citation of the provision."), width: 20),
            .init(
                BilingualText("值", "Value"),
                BilingualText(
                    "统一写法，中英文一致；? 为无法辨认。", "Written the same whatever the language; ? where it cannot be read."),
                width: 22),
            .init(BilingualText("原文", "As written"), BilingualText("原文用语。", "The words as printed."), width: 40),
            .init(
                BilingualText("不同", "Differs"),
                BilingualText("各文本的值不一，或有文本未定。", "The texts give other values, or one gives none."), width: 8,
                codes: [SheetTable.Code("≠", BilingualText("不同", "they differ"))]),
            .init(BilingualText("标识", "eId"), BilingualText("条文的机器地址。", "Machine address."), width: 20),
        ]
    }

    private func rows(_ parameter: Parameter) -> [[SheetTable.Value]] {
        func row(_ cells: [String]) -> [SheetTable.Value] {
            ([parameter.matter.joined, parameter.attribute.label.joined] + cells).map(SheetTable.Value.text)
        }
        let differs = parameter.differs ? "≠" : ""
        let values = parameter.values.map { value in
            row([
                value.witness, citation(value), value.normalised, value.written, differs, value.provision.text,
            ])
        }
        return values + parameter.without.map { row([$0, "", "—", "", differs, ""]) }
    }

    private func citation(_ value: ParameterValue) -> String {
        let language = parameters.columns.first { $0.id == value.witness }?.regulation.language ?? .english
        return parameters.citation(of: value).text(language)
    }
}
