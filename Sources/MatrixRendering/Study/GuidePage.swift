import ComparisonMatrix
import RegulationModel

/// The study guide as one page: rules side by side, differences, glossary, questions with answers that open.
struct GuidePage {
    static let file = "guide.html"

    let guide: StudyGuide
    let links: PageLinks

    var text: String {
        let title = guide.subject.map { subject in
            BilingualText(
                "\(StudyWords.title.chinese)：\(subject.chinese)", "\(StudyWords.title.english): \(subject.english)")
        }
        let frame = PageFrame(
            file: Self.file, title: title ?? StudyWords.title, lead: StudyWords.lead(guide), bodyClass: "text guide",
            links: links)
        var anchors = UniqueAnchors()
        return frame.render(
            "guide",
            View([
                "contents": contents, "overviewTitle": StudyWords.overview.view,
                "texts": guide.columns.map(column), "overview": guide.sections.map(overview),
                "sections": guide.sections.map { section($0, &anchors) },
                "contrastTitle": StudyWords.contrasts.view,
                "contrasts": guide.contrasts.map { contrast($0, &anchors) }, "glossary": glossary, "cards": cards,
            ]))
    }

    private func anchor(_ kind: StudyKind) -> String { "rules-" + kind.rawValue }

    private var contents: [View] {
        let rules = guide.sections.map { section in
            View(["id": anchor(section.kind), "title": section.kind.label.view, "count": section.rows.count])
        }
        let others: [(String, BilingualText, Int)] = [
            ("ui-contrasts", StudyWords.contrasts, guide.contrasts.count),
            ("ui-glossary", StudyWords.glossary, glossaryTerms.count),
            ("ui-cards", StudyWords.cards, guide.cards.count),
        ]
        return rules
            + others.filter { $0.2 > 0 || $0.0 == "ui-contrasts" }.map {
                View(["id": $0.0, "title": $0.1.view, "count": $0.2])
            }
    }

    private func column(_ witness: Witness) -> View {
        let facts = WitnessFacts(witness: witness)
        return View([
            "name": witness.name.view, "authority": witness.regulation.authority.rawValue, "extent": facts.extent.view,
        ])
    }

    // MARK: Rules

    private func overview(_ section: StudySection) -> View {
        let cells = guide.columns.indices.map { place -> View in
            let witness = guide.columns[place]
            let articles = GuideOverview.articles(section, place).map { eId in
                View([
                    "number": witness.regulation.provision(at: eId)?.number.text ?? eId.text,
                    "href": links.text(witness.id, at: eId),
                ])
            }
            return View(["name": witness.name.view, "articles": articles, "isEmpty": articles.isEmpty])
        }
        return View(["id": anchor(section.kind), "title": section.kind.shortLabel.view, "cells": cells])
    }

    /// Columns without a rule in the section are named below it: an empty column tells no more and takes the room.
    private func section(_ section: StudySection, _ anchors: inout UniqueAnchors) -> View {
        let shown = guide.columns.indices.filter { column in
            section.rows.contains { !$0.cells[column].rules.isEmpty || !$0.cells[column].explained.isEmpty }
        }
        let left = guide.columns.indices.filter { !shown.contains($0) }.map { column -> View in
            let states = section.rows.map { $0.cells[column].state }
            let state = states.allSatisfy { $0 == states.first } ? states.first ?? .notInExcerpt : .present
            let witness = guide.columns[column]
            let why = state == .present ? StudyWords.noneOfKind : state.label(for: witness.regulation.authority)
            return View(["name": witness.name.view, "why": why.view])
        }
        return View([
            "id": anchor(section.kind), "title": section.kind.label.view,
            "columns": shown.map { column(guide.columns[$0]) },
            "rows": section.rows.map { row in
                View([
                    "id": anchors.take(section.kind.rawValue + "-" + row.id), "heading": row.heading.view,
                    "cells": shown.map { cell(row.cells[$0], guide.columns[$0]) },
                ])
            }, "left": left.isEmpty ? nil : View(["list": left]),
        ])
    }

    private func cell(_ cell: StudyCell, _ witness: Witness) -> View {
        let regulation = witness.regulation
        let isExplained = !cell.explained.isEmpty
        let isEmpty = cell.rules.isEmpty && !isExplained
        let (provisions, label) =
            cell.answering.isEmpty ? (cell.elsewhere, StudyWords.elsewhere) : (cell.answering, StudyWords.otherForm)
        let isSilent = isEmpty && provisions.isEmpty
        let chip = isExplained || isSilent ? cell.state.label(for: regulation.authority) : nil
        let answering = provisions.map { eId in
            View([
                "citation": Citation(eId, in: regulation)?.text(regulation.language) ?? eId.text,
                "href": links.text(witness.id, at: eId.article),
            ])
        }
        return View([
            "name": witness.name.view, "state": isExplained || isEmpty ? cell.state.rawValue : "present",
            "isEmpty": isSilent, "chip": chip.view,
            "answering": isEmpty && !answering.isEmpty
                ? View(["label": label.view, "list": answering]) : nil,
            "quotations": cell.rules.map { rule($0, witness) } + cell.explained.map { explained($0, witness) },
        ])
    }

    private func rule(_ rule: StudyRule, _ witness: Witness) -> View {
        let regulation = witness.regulation
        let who = ([rule.subject].compactMap(\.self) + rule.agents).map { regulation.source.flowed([$0]) }.filter {
            !$0.isBlank
        }
        return View([
            "citation": guide.citation(of: rule.lead).view, "language": regulation.language.rawValue,
            "stated": rule.isOrderedPlainly ? StudyWords.stated.view : nil,
            "href": links.text(witness.id, at: rule.lead.provision),
            "blocks": BlockViews(marks: .none, provision: rule.lead.provision, witness: witness.id).blocks(
                rule.lines(in: regulation)),
            "who": who.isEmpty
                ? nil : View(["language": regulation.language.rawValue, "words": who.joined(separator: " · ")]),
        ])
    }

    private func explained(_ quotation: Quotation, _ witness: Witness) -> View {
        View([
            "citation": BilingualText(quotation.citation.chinese, quotation.citation.english).view,
            "language": quotation.language.rawValue, "href": links.text(witness.id, at: quotation.eId), "who": nil,
            "stated": nil,
            "blocks": BlockViews(marks: .none, provision: quotation.eId, witness: witness.id).blocks(quotation.lines),
        ])
    }

    // MARK: Differences, terms, questions

    private func contrast(_ contrast: StudyContrast, _ anchors: inout UniqueAnchors) -> View {
        let words = ContrastWords(guide: guide, contrast: contrast)
        let language = guide.column(contrast.witness)?.regulation.language ?? .english
        let groups = words.groups.filter { !$0.entries.isEmpty }.map { group in
            View([
                "title": group.title.view,
                "entries": group.entries.map { entry in
                    View([
                        "citation": entry.citation.view, "words": entry.words, "language": language.rawValue,
                        "href": links.text(contrast.witness, at: entry.provision.article), "remark": entry.remark.view,
                    ])
                },
            ])
        }
        return View([
            "id": anchors.take("differs-" + contrast.witness), "name": guide.name(of: contrast.witness).view,
            "groups": groups, "isPlain": groups.isEmpty, "plain": StudyWords.nothing.view,
        ])
    }

    private var glossaryTerms: [Term] {
        Array(guide.glossary.terms.filter { !$0.renderings.isEmpty }.prefix(GuideMarkdown.glossaryLength))
    }

    private var glossary: View? {
        let terms = glossaryTerms
        guard !terms.isEmpty else { return nil }
        let table = TermsView(list: guide.glossary, links: links, hasAnchors: false).view(terms)
        return View(["title": StudyWords.glossary.view, "terms": table])
    }

    private var cards: View? {
        guard !guide.cards.isEmpty else { return nil }
        return View([
            "title": StudyWords.cards.view, "keyTitle": StudyWords.key.view,
            "list": guide.cards.enumerated().map { card($1, number: $0 + 1) },
        ])
    }

    private func card(_ card: StudyCard, number: Int) -> View {
        let words = CardWords(guide: guide, card: card)
        let language = words.language
        let proof = words.proof.map { proof -> View in
            let own = guide.column(proof.quote.witness)?.regulation.language ?? language
            return View([
                "source": "\(proof.name.text(language)) \(proof.citation.text(language))"
                    + (words.origin(of: proof.quote).map { " (\($0))" } ?? ""), "words": proof.words,
                "language": own.rawValue, "href": links.text(proof.quote.witness, at: proof.quote.provision.article),
            ])
        }
        return View([
            "number": number, "kind": card.kind.label.view, "section": card.section.shortLabel.view,
            "language": language.rawValue, "lines": words.question.split(separator: "\n").map(String.init),
            "options": words.options.isEmpty ? nil : View(["list": words.options]),
            "answer": words.letter.map { "\($0). \(words.answer)" } ?? words.answer, "proof": proof,
        ])
    }
}
