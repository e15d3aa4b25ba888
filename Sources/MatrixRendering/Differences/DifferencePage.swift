import ComparisonMatrix
import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// What differs between two texts as one page: both side by side, unit beside unit, differences marked in both.
struct DifferencePage {
    let differences: ActDifferences
    let showsChangesOnly: Bool
    let links: PageLinks

    private var base: Regulation { differences.base.regulation }
    private var other: Regulation { differences.other.regulation }

    /// `江苏与连云港条文差异 Differences between Jiangsu and Lianyungang`.
    static func title(_ differences: ActDifferences) -> BilingualText {
        let (one, two) = (differences.base.name, differences.other.name)
        return BilingualText(
            "\(one.chinese)与\(two.chinese)条文差异", "Differences between \(one.english) and \(two.english)")
    }

    /// The name of its file in a site.
    static func name(_ differences: ActDifferences) -> String {
        "\(FileName.safe(differences.base.id))--\(FileName.safe(differences.other.id))"
    }

    var text: String {
        let summary = DifferenceSummary(differences: differences)
        let title = Self.title(differences)
        let frame = PageFrame(
            file: PageLinks.pairs + Self.name(differences) + ".html", title: title, lead: summary.sentence,
            bodyClass: "wide pairs", links: links)
        return frame.render(
            "difference",
            View([
                "showsChangesOnly": showsChangesOnly && differences.comparesWords,
                "comparesWords": differences.comparesWords, "caption": title.view,
                "demanded": summary.demands.view,
                "units": summary.units.map { View(["label": $0.label.view, "style": $0.style, "count": $0.count]) },
                "notItemised": differences.notItemised.sentence.view,
                "columns": [column(differences.base, isBase: true), column(differences.other, isBase: false)],
                "groups": groups,
            ]))
    }

    private func column(_ witness: Witness, isBase: Bool) -> View {
        let facts = WitnessFacts(witness: witness)
        return View([
            "name": witness.name.view, "isBase": isBase, "title": witness.regulation.title.nonBlank,
            "titleLanguage": witness.regulation.language.rawValue, "href": links.text(witness.id),
            "authority": witness.regulation.authority.rawValue, "extent": facts.extent.view,
            "language": facts.language.view,
        ])
    }

    // MARK: Groups

    private var groups: [View] {
        var anchors = UniqueAnchors()
        return differences.groups.map { groupView($0, &anchors) }
            + only(differences.onlyBase, isBase: true, &anchors) + only(differences.onlyOther, isBase: false, &anchors)
    }

    private func groupView(_ group: ComparedProvisions, _ anchors: inout UniqueAnchors) -> View {
        let names = GroupNames(group: group, base: base, other: other)
        let kind = group.label(comparesWords: differences.comparesWords)
        return View([
            "id": anchors.take(group.id), "isEqual": group.comparison.isEqual, "isPart": group.isPart,
            "anchorLabel": "\(names.inBase) ↔ \(names.inOther)",
            "sides": [
                side(group.comparison.base, of: differences.base, "in-base", links: [], facts: nil),
                side(
                    group.comparison.other, of: differences.other, "in-other", links: group.links,
                    facts: View(["kind": kind.view, "score": group.certainty.view])),
            ],
            "demands": demands(group), "rows": group.comparison.rows.map(rowView),
        ])
    }

    /// What the group demands otherwise; nil where nothing.
    private func demands(_ group: ComparedProvisions) -> View? {
        let all = group.demands(base: base, other: other)
        guard !all.isEmpty else { return nil }
        let doubts = all.filter(\.isDoubtful)
        return View([
            "certain": all.filter { !$0.isDoubtful }.map(demand), "doubts": doubts.map(demand),
            "hasCertain": doubts.count < all.count, "hasDoubts": !doubts.isEmpty, "count": doubts.count,
        ])
    }

    private func demand(_ demand: StatedDemand) -> View {
        View([
            "head": (demand.heading.kind ?? demand.reason).view,
            "reason": demand.heading.kind == nil ? nil : demand.reason.view,
            "base": quotation(demand.base, base), "other": quotation(demand.other, other),
            "nearest": demand.nearest.flatMap { quotation($0, demand.isNearestInBase ? base : other) },
        ])
    }

    private func quotation(_ quotation: StatedDemand.Quotation, _ regulation: Regulation) -> View? {
        quotation.text.nonBlank.map {
            View(["citation": quotation.citation, "text": $0, "language": regulation.language.rawValue])
        }
    }

    private func side(_ eIds: [EId], of witness: Witness, _ side: String, links: [Link], facts: View?) -> View {
        View([
            "side": side, "name": witness.name.view, "facts": facts, "note": nil,
            "citations": eIds.map { citation($0, in: witness) }, "source": source(eIds, witness, links),
        ])
    }

    /// Where the provisions stand in the file, and what links them to those of the base.
    private func source(_ eIds: [EId], _ witness: Witness, _ links: [Link]) -> View? {
        let provisions = eIds.compactMap { witness.regulation.provision(at: $0) }
        guard !provisions.isEmpty else { return nil }
        let lines = provisions.map { Figures.lines(witness.regulation.source.printedLines(of: $0.span)) }
        return View([
            "file": witness.file, "sha256": String(witness.sha256.prefix(12)), "lines": lines.joined(separator: ", "),
            "links": links.map(link),
        ])
    }

    private func link(_ link: Link) -> View {
        View([
            "base": GroupNames.cited(link.base, in: base), "other": GroupNames.cited(link.other, in: other),
            "baseLanguage": base.language.rawValue, "otherLanguage": other.language.rawValue,
            "score": link.isDecided ? nil : Figures.score(link.score),
            "decision": link.decision.map { View(["author": $0.author, "date": $0.date.text]) },
            "reasons": link.reasons.compactMap(\.nonBlank).map(\.sentence),
        ])
    }

    private func citation(_ eId: EId, in witness: Witness) -> View {
        View([
            "href": links.text(witness.id, at: eId),
            "label": GroupNames.label(eId, in: witness.regulation).view,
        ])
    }

    // MARK: Rows

    private func rowView(_ row: ComparisonRow) -> View {
        let text = MarkedText(row, base: base, other: other)
        let isPlain = row.state == .counterpart && !row.isMoved
        let places = row.elsewhere.map { citation($0, in: row.base == nil ? differences.base : differences.other) }
        return View([
            "style": row.styleClass, "isMoved": row.isMoved && row.styleClass != "moved",
            "label": isPlain ? nil : row.label.view, "elsewhere": places,
            "sides": [
                cell("in-base", row.base, text.baseMark, text.inBase, base),
                cell("in-other", row.other, text.otherMark, text.inOther, other),
            ],
        ])
    }

    private func cell(
        _ side: String, _ unit: TextUnit?, _ mark: String?, _ runs: [MarkedRun]?, _ regulation: Regulation
    ) -> View {
        View([
            "side": side, "level": unit.map(\.level.name) ?? "", "language": regulation.language.rawValue,
            "isEmpty": unit == nil, "mark": mark?.nonBlank,
            "gap": mark.map { MarkedText.spaced($0) == $0 ? "" : " " } ?? "", "runs": (runs ?? []).map(Self.run),
        ])
    }

    private static func run(_ run: MarkedRun) -> View {
        View([
            "gap": run.gap, "equal": run.kind == .equal ? run.text : nil,
            "removed": run.kind == .removed ? run.text : nil, "added": run.kind == .added ? run.text : nil,
        ])
    }

    // MARK: Without an answer

    /// Provisions that nothing answers: each by itself, or only named where the other text is not held whole.
    private func only(_ eIds: [EId], isBase: Bool, _ anchors: inout UniqueAnchors) -> [View] {
        guard !eIds.isEmpty else { return [] }
        guard !DifferenceSummary.onlyNames(in: differences, isBase: isBase) else {
            return [onlyView(eIds, isBase: isBase, &anchors)]
        }
        return eIds.map { onlyView([$0], isBase: isBase, &anchors) }
    }

    private func nearest(to eId: EId, _ isBase: Bool) -> BilingualText? {
        DifferenceSummary.nearest(to: eId, in: differences, isBase: isBase)
    }

    private static func joined(_ note: BilingualText, _ near: BilingualText) -> BilingualText {
        BilingualText("\(note.chinese)；\(near.chinese)", "\(note.english); \(near.english)")
    }

    /// Provisions in their own column; all words of a single one.
    private func onlyView(_ eIds: [EId], isBase: Bool, _ anchors: inout UniqueAnchors) -> View {
        let witness = isBase ? differences.base : differences.other
        let first = eIds.first?.text ?? ""
        let own = side(eIds, of: witness, isBase ? "in-base" : "in-other", links: [], facts: nil)
        let isWhole = (isBase ? other : base).completeness.status == .whole
        let note =
            isWhole
            ? BilingualText("无对应条文", "no answer") : BilingualText("所存部分未见对应条文", "no answer in the part held")
        let near = eIds.count == 1 ? eIds.first.flatMap { nearest(to: $0, isBase) } : nil
        let empty = View([
            "side": isBase ? "in-other" : "in-base", "name": (isBase ? differences.other : differences.base).name.view,
            "facts": nil, "citations": [View](),
            "note": (near.map { Self.joined(note, $0) } ?? note).view, "source": nil,
        ])
        let isNamedOnly = DifferenceSummary.onlyNames(in: differences, isBase: isBase)
        let provisions = isNamedOnly ? [] : eIds.compactMap { witness.regulation.provision(at: $0) }
        return View([
            "id": anchors.take(isBase ? first + "-" : "-" + first), "isEqual": false, "isPart": false, "demands": nil,
            "anchorLabel": eIds.first.map { GroupNames.cited($0, in: witness.regulation) },
            "sides": isBase ? [own, empty] : [empty, own],
            "rows": provisions.flatMap(TextUnit.units(of:)).map { unit in
                rowView(
                    ComparisonRow(
                        base: isBase ? unit : nil, other: isBase ? nil : unit, state: isBase ? .removed : .added,
                        isMoved: false, comparison: nil, elsewhere: []))
            },
        ])
    }
}
