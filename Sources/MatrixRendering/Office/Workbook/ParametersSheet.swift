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
            .init(
                BilingualText("下限", "Minimum"),
                BilingualText("所许的最小值；无下限或非数则空。", "The least allowed; empty without a floor or where it is no number."),
                width: 10),
            .init(
                BilingualText("上限", "Maximum"),
                BilingualText(
                    "所许的最大值；无上限或非数则空。", "The most allowed; empty without a ceiling or where it is no number."),
                width: 10),
            .init(BilingualText("单位", "Unit"), BilingualText("单位代码。", "Code of the unit."), width: 10),
            .init(BilingualText("原文", "As written"), BilingualText("原文用语。", "The words as printed."), width: 40),
            .init(
                BilingualText("不同", "Differs"),
                BilingualText("各文本的值不一，或有文本未定。", "The texts give other values, or one gives none."), width: 8,
                codes: [SheetTable.Code("≠", BilingualText("不同", "they differ"))]),
            .init(BilingualText("标识", "eId"), BilingualText("条文的机器地址。", "Machine address."), width: 20),
        ]
    }

    private func rows(_ parameter: Parameter) -> [[SheetTable.Value]] {
        func texts(_ cells: String...) -> [SheetTable.Value] { cells.map(SheetTable.Value.text) }
        let lead = texts(parameter.matter.joined, parameter.attribute.label.joined)
        let differs = parameter.differs ? "≠" : ""
        let values = parameter.values.map { value in
            lead + texts(value.witness, citation(value), value.normalised)
                + [
                    number(value.magnitude?.minimum), number(value.magnitude?.maximum),
                    .text(value.magnitude?.unit ?? ""),
                ] + texts(value.written, differs, value.provision.text)
        }
        return values
            + parameter.without.map {
                lead + texts($0, "", "—") + [.empty, .empty] + texts("", "", differs, "")
            }
    }

    /// Whole numbers are shown without decimals.
    private func number(_ number: Double?) -> SheetTable.Value {
        number.flatMap { Int(exactly: $0) }.map(SheetTable.Value.integer) ?? SheetTable.Value(number)
    }

    private func citation(_ value: ParameterValue) -> String {
        let language = parameters.columns.first { $0.id == value.witness }?.regulation.language ?? .english
        return parameters.citation(of: value).text(language)
    }
}
