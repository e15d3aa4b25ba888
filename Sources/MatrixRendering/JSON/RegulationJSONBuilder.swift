import RegulationModel

/// Makes the JSON value of a regulation, in document order so that positions are counted once.
struct RegulationJSONBuilder {
    private let regulation: Regulation
    private var cursor: PositionCursor

    init(_ regulation: Regulation) {
        self.regulation = regulation
        cursor = PositionCursor(regulation.source)
    }

    /// The value; what a corpus knows besides is taken from the witness.
    mutating func value(witness: Witness?) -> RegulationJSON {
        let groupings = regulation.groupings.map { grouping($0) }
        let chapters = zip(regulation.groupings, groupings).filter { $0.0.level == .chapter }.map { $0.1 }
        let chapterNumbers = chapterOfArticles()
        let articles = regulation.articles.indices.map { article(regulation.articles[$0], chapterNumbers[$0]) }
        return RegulationJSON(
            id: regulation.id, title: regulation.title, language: regulation.language.rawValue,
            authority: regulation.authority.rawValue,
            completeness: .init(
                status: regulation.completeness.status.rawValue, proof: regulation.completeness.proof),
            jurisdiction: witness?.jurisdiction.map(RegulationJSON.Jurisdiction.init), rank: witness?.rank?.rawValue,
            translation: witness?.translation.rawValue, implements: witness?.implements,
            explains: witness?.explains, file: witness?.file,
            sha256: witness?.sha256, documentNumber: regulation.documentNumber, dates: .init(regulation.dates),
            repeals: regulation.repeals.map { repeal($0) }, groupings: groupings, chapters: chapters,
            articles: articles, sections: regulation.sections.map { section($0) },
            parts: regulation.parts.map { part($0) }, diagnostics: regulation.diagnostics.map { diagnostic($0) })
    }

    /// The number of the chapter each article lies in.
    private func chapterOfArticles() -> [Int?] {
        var chapters = [Int?](repeating: nil, count: regulation.articles.count)
        for grouping in regulation.groupings where grouping.level == .chapter {
            for index in grouping.articles where chapters.indices.contains(index) {
                chapters[index] = grouping.number.ordinal
            }
        }
        return chapters
    }

    private mutating func grouping(_ grouping: Grouping) -> RegulationJSON.Grouping {
        let span = cursor.span(grouping.span)
        let held = grouping.articles.clamped(to: regulation.articles.indices)
        let ends = [held.first, held.last].compactMap { $0 }
        let parent = grouping.parent.flatMap {
            regulation.groupings.indices.contains($0) ? regulation.groupings[$0].eId.text : nil
        }
        return RegulationJSON.Grouping(
            eId: grouping.eId.text, level: grouping.level.name, number: grouping.number.ordinal,
            branches: grouping.number.branches, title: regulation.source.flowed([grouping.heading]),
            mark: regulation.source.flowed([grouping.mark]), line: span.line, parent: parent,
            articles: ends.map { regulation.articles[$0].number.ordinal }, span: span)
    }

    private mutating func article(_ article: Provision, _ chapter: Int?) -> RegulationJSON.Article {
        let span = cursor.span(article.span)
        return RegulationJSON.Article(
            eId: article.eId.text, number: regulation.mark(article), ordinal: article.number.ordinal,
            branches: article.number.branches, chapter: chapter, heading: text(article.heading),
            paragraphs: article.children.map { paragraph($0) }, span: span)
    }

    private mutating func section(_ section: Provision) -> RegulationJSON.Section {
        let span = cursor.span(section.span)
        return RegulationJSON.Section(
            eId: section.eId.text, number: regulation.mark(section), ordinal: section.number.ordinal,
            heading: text(section.heading), paragraphs: section.children.map { paragraph($0) }, span: span)
    }

    private mutating func paragraph(_ paragraph: Provision) -> RegulationJSON.Paragraph {
        let span = cursor.span(paragraph.span)
        return RegulationJSON.Paragraph(
            eId: paragraph.eId.text, text: regulation.ownText(paragraph), points: paragraph.children.map { point($0) },
            wrapUp: text(paragraph.wrapUp), span: span)
    }

    private mutating func point(_ point: Provision) -> RegulationJSON.Point {
        let span = cursor.span(point.span)
        return RegulationJSON.Point(
            eId: point.eId.text, number: regulation.mark(point), ordinal: point.number.ordinal,
            text: regulation.ownText(point), subpoints: point.children.map { self.point($0) },
            wrapUp: text(point.wrapUp), span: span)
    }

    private mutating func repeal(_ repeal: Repeal) -> RegulationJSON.Repeal {
        RegulationJSON.Repeal(
            text: regulation.source.flowed([repeal.text]), article: repeal.article.text,
            span: cursor.span(repeal.text))
    }

    private mutating func part(_ part: DocumentPart) -> RegulationJSON.Part {
        RegulationJSON.Part(
            kind: part.kind.rawValue, outside: part.kind.isOutside,
            lines: JSONLines(regulation.source.lines(of: part.span)), span: cursor.span(part.span))
    }

    /// One diagnostic of this regulation.
    mutating func diagnostic(_ diagnostic: Diagnostic) -> DiagnosticJSON {
        DiagnosticJSON(
            id: diagnostic.id.rawValue, severity: diagnostic.severity.rawValue, message: diagnostic.message,
            provision: diagnostic.provision?.text, span: cursor.span(diagnostic.span))
    }

    private func text(_ span: ByteSpan?) -> String? { span.map { regulation.source.flowed([$0]) } }
}
