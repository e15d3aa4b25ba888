import ComparisonMatrix
import RegulationModel

/// The guide in GitHub-flavoured Markdown: sections of quotations, a glossary, questions with their answers behind them.
struct GuideMarkdown {
    let guide: StudyGuide

    /// So many terms of the glossary are shown; all are in the list of terms.
    static let glossaryLength = 80

    var text: String {
        var lines = ["# " + heading, "", both(StudyWords.lead(guide)), ""]
        lines += section(StudyWords.texts, texts)
        lines += section(StudyWords.overview, overview)
        for section in guide.sections { lines += self.section(section.kind.label, rows(section)) }
        lines += section(StudyWords.contrasts, guide.contrasts.flatMap(contrast))
        lines += section(StudyWords.glossary, glossary)
        lines += section(StudyWords.cards, cards)
        lines += section(StudyWords.key, key)
        return lines.joined(separator: "\n") + "\n"
    }

    private var heading: String {
        MarkdownText.inline(StudyWords.title) + (guide.subject.map { ": " + MarkdownText.inline($0) } ?? "")
    }

    private func section(_ title: BilingualText, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["## " + MarkdownText.inline(title), ""] + lines + [""]
    }

    private func both(_ text: BilingualText) -> String {
        MarkdownText.inline(text.chinese) + "\n\n" + MarkdownText.inline(text.english)
    }

    // MARK: Rules

    private var texts: [String] {
        guide.columns.map { witness in
            let facts = WitnessFacts(witness: witness)
            let parts = [facts.standing ?? BilingualText("", ""), facts.extent, facts.language].filter { !$0.isBlank }
            let title = witness.regulation.title.isBlank ? "" : ": " + MarkdownText.inline(witness.regulation.title)
            return "- **\(MarkdownText.inline(witness.name))**\(title) — "
                + parts.map { MarkdownText.inline($0) }.joined(separator: " · ")
        }
    }

    private var overview: [String] {
        let header = ["规则 Rules"] + guide.columns.map { MarkdownText.inline($0.name) }
        let rows = guide.sections.map { section in
            [MarkdownText.inline(section.kind.shortLabel)]
                + guide.columns.indices.map { column in
                    let cited = citations(section, column)
                    return cited.isEmpty ? "—" : cited.map { MarkdownText.inline($0) }.joined(separator: "; ")
                }
        }
        return MarkdownText.table(header, rows)
    }

    private func citations(_ section: StudySection, _ column: Int) -> [String] {
        let witness = guide.columns[column]
        return GuideOverview.articles(section, column).map { eId in
            Citation(eId, in: witness.regulation)?.text(witness.regulation.language) ?? eId.text
        }
    }

    private func rows(_ section: StudySection) -> [String] {
        section.rows.flatMap { row -> [String] in
            let cells = row.cells.enumerated().flatMap { cell($1, guide.columns[$0]) }
            return ["### " + MarkdownText.inline(row.heading), ""] + cells + [""]
        }
    }

    private func cell(_ cell: StudyCell, _ witness: Witness) -> [String] {
        let name = "**\(MarkdownText.inline(witness.name))**"
        let regulation = witness.regulation
        if !cell.explained.isEmpty {
            let label = MarkdownText.inline(CellState.explained.label)
            return cell.explained.map { quotation in
                "- \(name) (\(label)) \(cited(quotation.citation, regulation)): \(MarkdownText.inline(quotation.text))"
            }
        }
        let rules = cell.rules.map { rule in
            let lines = rule.lines(in: regulation).map { MarkdownText.inline($0.marked) }.joined(separator: "<br>")
            let citation = guide.citation(of: rule.lead).text(regulation.language)
            let stated = rule.isOrderedPlainly ? " (\(MarkdownText.inline(StudyWords.stated)))" : ""
            return "- \(name) \(MarkdownText.inline(citation))\(stated): \(lines)"
        }
        guard rules.isEmpty else { return rules }
        for (provisions, label) in [(cell.answering, StudyWords.otherForm), (cell.elsewhere, StudyWords.elsewhere)]
        where !provisions.isEmpty {
            let cited = provisions.compactMap { Citation($0, in: regulation)?.text(regulation.language) }
            let list = cited.map { MarkdownText.inline($0) }.joined(separator: ", ")
            return ["- \(name): \(MarkdownText.inline(label)) \(list)"]
        }
        return ["- \(name): \(MarkdownText.inline(cell.state.label(for: regulation.authority)))"]
    }

    private func cited(_ citation: Citation, _ regulation: Regulation) -> String {
        MarkdownText.inline(citation.text(regulation.language))
    }

    // MARK: Differences and terms

    private func contrast(_ contrast: StudyContrast) -> [String] {
        let name = guide.name(of: contrast.witness)
        var lines = ["### " + MarkdownText.inline(name), ""]
        let words = ContrastWords(guide: guide, contrast: contrast)
        for (title, entries) in words.groups where !entries.isEmpty {
            lines += ["**\(MarkdownText.inline(title))**", ""]
            lines += entries.map { entry in
                "- \(MarkdownText.inline(entry.citation)): \(MarkdownText.inline(entry.words))"
                    + (entry.remark.map { " — " + MarkdownText.inline($0) } ?? "")
            }
            lines.append("")
        }
        if words.groups.allSatisfy(\.entries.isEmpty) { lines += [MarkdownText.inline(StudyWords.nothing), ""] }
        return lines
    }

    private var glossary: [String] {
        let terms = guide.glossary.terms.filter { !$0.renderings.isEmpty }.prefix(Self.glossaryLength)
        guard !terms.isEmpty else { return [] }
        let words = TermWords(list: guide.glossary)
        let rows = terms.map { term in
            [
                MarkdownText.inline(term.name.text),
                term.renderings.map { MarkdownText.inline(words.rendering($0)) }.joined(separator: "<br>"),
                term.inconsistent.map { MarkdownText.inline(guide.name(of: $0)) }.joined(separator: "<br>"),
            ]
        }
        return MarkdownText.table(["词 Term", "译法及出处 Renderings and places", "译法不一 Inconsistent in"], Array(rows))
    }

    // MARK: Questions

    private var cards: [String] {
        guide.cards.enumerated().flatMap { number, card -> [String] in
            let words = CardWords(guide: guide, card: card)
            let lines = words.question.split(separator: "\n").map { MarkdownText.inline(String($0)) }
            let options = words.options.enumerated().map { "\(CardWords.letter($0)). \(MarkdownText.inline($1))" }
            return ["**\(number + 1).** " + (lines + options).joined(separator: "<br>"), ""]
        }
    }

    private var key: [String] {
        guide.cards.enumerated().map { number, card in
            let words = CardWords(guide: guide, card: card)
            let answer = words.letter.map { "\($0). \(words.answer)" } ?? words.answer
            let proof = words.proofLines.map { MarkdownText.inline($0) }.joined(separator: "<br>")
            return "- **\(number + 1)** \(MarkdownText.inline(answer)) — \(proof)"
        }
    }
}

/// Which articles have rules of a kind.
enum GuideOverview {
    /// Articles of one text, in reading order, each once.
    static func articles(_ section: StudySection, _ column: Int) -> [EId] {
        var seen: Set<EId> = []
        let rules: [StudyRule] = section.rows.flatMap { $0.cells[column].rules }.filter { !$0.isOrderedPlainly }
        return rules.sorted { $0.lead.start < $1.lead.start }.map(\.lead.provision.article)
            .filter { seen.insert($0).inserted }
    }
}
