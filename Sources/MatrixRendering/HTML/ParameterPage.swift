import ComparisonMatrix
import RegulationModel

/// The checkable parameters as one page: a table with a row for each value, parameters of one matter together.
struct ParameterPage {
    static let file = "parameters.html"
    static let title = BilingualText("参数", "Parameters")

    let table: ParameterTable
    let links: PageLinks

    var text: String {
        let frame = PageFrame(file: Self.file, title: Self.title, lead: lead, bodyClass: "parameters", links: links)
        return frame.render("parameters", View(["caption": Self.title.view, "matters": matters]))
    }

    /// How many parameters and values, and in how many the texts differ.
    var lead: BilingualText {
        let count = table.parameters.count
        let differing = table.parameters.count(where: \.differs)
        return BilingualText(
            "可核对的参数 \(count) 个，其中 \(differing) 个数值不同（≠）。? 表示原文无法辨认，不作推测。",
            "\(count) checkable parameters; in \(differing) of them the values differ (≠). ? marks what cannot be read; "
                + "nothing is guessed.")
    }

    private var matters: [View] {
        var anchors = UniqueAnchors()
        var groups: [(matter: BilingualText, parameters: [View])] = []
        for parameter in table.parameters {
            if groups.last?.matter != parameter.matter { groups.append((parameter.matter, [])) }
            groups[groups.count - 1].parameters.append(view(parameter, &anchors))
        }
        return groups.map { View(["heading": $0.matter.view, "parameters": $0.parameters]) }
    }

    private func view(_ parameter: Parameter, _ anchors: inout UniqueAnchors) -> View {
        View([
            "id": anchors.take(parameter.id), "label": parameter.attribute.label.view, "differs": parameter.differs,
            "span": parameter.values.count + parameter.without.count, "first": parameter.values.first.map(view),
            "rest": parameter.values.dropFirst().map(view),
            "without": parameter.without.map { View(["name": table.name(of: $0).view]) },
        ])
    }

    private func view(_ value: ParameterValue) -> View {
        let language = table.columns.first { $0.id == value.witness }?.regulation.language ?? .english
        return View([
            "name": table.name(of: value.witness).view, "citation": table.citation(of: value).view,
            "href": links.text(value.witness, at: value.provision.article), "language": language.rawValue,
            "written": value.written, "normalised": value.normalised, "isUnreadable": !value.isReadable,
            "isAsWritten": value.normalised == value.written && !value.written.allSatisfy(\.isNumber),
        ])
    }
}
