import ComparisonMatrix
import RegulationModel

/// Upper acts beside the acts that implement them, as one page.
struct UpperActPage {
    static let file = "upper-act.html"
    static let title = BilingualText("上位法对照", "Upper acts")

    let tables: [UpperActTable]
    let links: PageLinks

    var text: String {
        let frame = PageFrame(file: Self.file, title: Self.title, lead: lead, bodyClass: "wide", links: links)
        var anchors = UniqueAnchors()
        return frame.render("upper-act", View(["tables": tables.map { view($0, &anchors) }]))
    }

    private var lead: BilingualText {
        BilingualText(
            "下位法对上位法每条规定的处理：重复、细化、更严、更宽、增加、未载、援引。存疑者不计。",
            "What the lower act does with each rule of the act it implements. What is probably the translator’s does not count."
        )
    }

    private func view(_ table: UpperActTable, _ anchors: inout UniqueAnchors) -> View {
        let words = UpperActWords(table: table)
        return View([
            "heading": words.title.view,
            "counts": words.counts.map {
                View(["kind": $0.kind.rawValue, "label": $0.kind.label.view, "count": $0.count])
            },
            "upper": table.upper.name.view, "lower": table.lower.name.view,
            "rows": table.rows.map { row($0, words, &anchors) },
        ])
    }

    private func row(_ row: ImplementationRow, _ words: UpperActWords, _ anchors: inout UniqueAnchors) -> View {
        let anchor = (row.lower.first ?? row.upper.first).map { words.table.lower.id + "-" + $0.text }
        let findings = row.findings.compactMap { finding -> View? in
            guard let demand = words.demand(finding) else { return nil }
            return View([
                "label": finding.kind.label.view, "about": demand.kind.label.view, "isDoubtful": finding.isDoubtful,
                "base": demand.base.text.nonBlank, "other": demand.other.text.nonBlank,
                "baseLanguage": words.upper.language.rawValue, "otherLanguage": words.lower.language.rawValue,
            ])
        }
        let certain = findings.enumerated().filter {
            !row.findings.filter { $0.difference != nil }[$0.offset].isDoubtful
        }
        return View([
            "id": anchor.flatMap { anchors.take($0) },
            "kinds": row.kinds.map { View(["kind": $0.rawValue, "label": $0.label.view]) },
            "label": row.kinds.isEmpty ? words.label(row).view : nil, "score": row.score.map(Figures.score),
            "upper": side(row.upper, words.table.upper), "lower": side(row.lower, words.table.lower),
            "findings": certain.map(\.element), "doubts": row.findings.count(where: \.isDoubtful),
            "hasDoubts": row.findings.contains(where: \.isDoubtful),
        ])
    }

    private func side(_ eIds: [EId], _ witness: Witness) -> View {
        View([
            "language": witness.regulation.language.rawValue, "isEmpty": eIds.isEmpty, "name": witness.name.view,
            "articles": eIds.map { eId in
                View([
                    "citation": GroupNames.label(eId, in: witness.regulation).view,
                    "href": links.text(witness.id, at: eId),
                    "text": witness.regulation.provision(at: eId).map(witness.regulation.fullText),
                ])
            },
        ])
    }
}
