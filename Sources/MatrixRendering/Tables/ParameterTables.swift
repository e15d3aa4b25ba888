import ComparisonMatrix
import RegulationModel

/// Parameters as tables: one row for each value, that is for each parameter and jurisdiction.
struct ParameterTables {
    let table: ParameterTable

    static let header = [
        "parameter", "matter_zh", "matter_en", "attribute", "attribute_zh", "attribute_en", "differs", "text",
        "text_zh",
        "text_en", "eId", "citation_zh", "citation_en", "written", "normalised", "minimum", "maximum", "unit",
        "first_byte",
        "end_byte", "without",
    ]

    /// RFC 4180.
    var csv: String {
        let rows = table.parameters.flatMap { parameter in
            parameter.values.map { value in
                let name = table.name(of: value.witness)
                let citation = table.citation(of: value)
                return [
                    parameter.id, parameter.matter.chinese, parameter.matter.withOwnEnglish.english,
                    parameter.attribute.rawValue,
                    parameter.attribute.label.chinese, parameter.attribute.label.english, parameter.differs ? "1" : "0",
                    value.witness, name.chinese, name.english, value.provision.text, citation.chinese, citation.english,
                    value.written, value.normalised, number(value.magnitude?.minimum), number(value.magnitude?.maximum),
                    value.magnitude?.unit ?? "", String(value.span.start), String(value.span.end),
                    parameter.without.joined(separator: " "),
                ]
            }
        }
        return CSVText.text([Self.header] + rows)
    }

    private func number(_ number: Double?) -> String {
        guard let number, number.isFinite else { return "" }
        return Int(exactly: number).map(String.init) ?? String(number)
    }

    /// GitHub-flavoured Markdown.
    var markdown: String {
        let header = ["事项 Matter", "参数 Parameter", "文本 Text", "条文 Provision", "原文 As written", "值 Value", "异 Differs"]
        let rows = table.parameters.flatMap { parameter in
            let none = parameter.without.map { ["", "", MarkdownText.inline(table.name(of: $0)), "", "", "—", ""] }
            return parameter.values.enumerated().map { place, value in
                [
                    place == 0 ? MarkdownText.inline(parameter.matter) : "",
                    place == 0 ? MarkdownText.inline(parameter.attribute.label) : "",
                    MarkdownText.inline(table.name(of: value.witness)), MarkdownText.inline(citation(value)),
                    MarkdownText.inline(value.written), MarkdownText.inline(value.normalised),
                    parameter.differs && place == 0 ? "≠" : "",
                ]
            } + none
        }
        let title = "# 参数 Parameters"
        let lead =
            "`?` = 无法辨认 cannot be read; `≠` = 数值不同 values differ; `—` = 对应条文未规定 the answering provision gives none."
        return ([title, "", lead, ""] + MarkdownText.table(header, rows)).joined(separator: "\n") + "\n"
    }

    private func citation(_ value: ParameterValue) -> String {
        let citation = table.citation(of: value)
        let language = table.columns.first { $0.id == value.witness }?.regulation.language ?? .english
        return citation.text(language)
    }
}
