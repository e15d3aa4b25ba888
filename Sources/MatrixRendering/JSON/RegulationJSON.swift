import RegulationModel

/// The JSON contract of a parsed regulation, written straight from its spans. Field names are stable and stand in the
/// order of the alphabet; a field without a value is `null`. `regulation.schema.json` describes every field.
struct RegulationJSON {
    private let regulation: Regulation
    /// What a corpus knows of the text besides.
    private let witness: Witness?

    init(_ regulation: Regulation, witness: Witness?) {
        self.regulation = regulation
        self.witness = witness
    }

    /// The document with a final line break.
    func bytes(isIndented: Bool) -> [UInt8] {
        // Real acts need 2.6 times their own bytes in one line.
        ByteBuffer.bytes(expecting: regulation.source.bytes.count * 3) { output in
            var json = JSONBytes(isIndented: isIndented, output: output)
            // It is handed on: were it held here, the whole regulation would be copied at each step.
            var cursor = PositionCursor(regulation.source)
            json.object { write(to: &$0, &cursor) }
            json.endLine()
            return json.finish()
        }
    }

    private func write(to json: inout JSONBytes, _ cursor: inout PositionCursor) {
        let chapters = chapterOfArticles()
        json.array("articles") { json in
            let articles = regulation.articles
            for index in articles.indices { write(article: index, of: articles, chapters[index], to: &json, &cursor) }
        }
        json.string("authority", regulation.authority.rawValue)
        json.array("chapters") { json in
            for grouping in regulation.groupings where grouping.level == .chapter {
                write(grouping, to: &json, &cursor)
            }
        }
        writeCompleteness(to: &json)
        writeDates(to: &json)
        json.array("diagnostics") { json in
            for diagnostic in regulation.diagnostics { write(diagnostic, to: &json, &cursor) }
        }
        json.string("documentNumber", regulation.documentNumber)
        json.string("explains", witness?.explains)
        json.string("file", witness?.file)
        json.array("groupings") { json in
            for grouping in regulation.groupings { write(grouping, to: &json, &cursor) }
        }
        json.string("id", regulation.id)
        json.string("implements", witness?.implements)
        writeJurisdiction(to: &json)
        json.string("language", regulation.language.rawValue)
        writeLevelNames(to: &json)
        json.array("parts") { json in
            for part in regulation.parts { write(part, to: &json, &cursor) }
        }
        json.string("rank", witness?.rank?.rawValue)
        json.array("repeals") { json in
            for repeal in regulation.repeals { write(repeal, to: &json, &cursor) }
        }
        json.array("sections") { json in
            let sections = regulation.sections
            for index in sections.indices {
                write(article: index, of: sections, nil, isSection: true, to: &json, &cursor)
            }
        }
        json.string("sha256", witness?.sha256)
        json.string("title", regulation.title)
        json.string("translation", witness?.translation.rawValue)
    }
}

// MARK: - What is known of the document

extension RegulationJSON {
    private func writeCompleteness(to json: inout JSONBytes) {
        json.object("completeness") { json in
            json.array("proof") { json in
                for sentence in regulation.completeness.proof { json.element(sentence) }
            }
            json.string("status", regulation.completeness.status.rawValue)
        }
    }

    private func writeDates(to json: inout JSONBytes) {
        let dates = regulation.dates
        json.object("dates") { json in
            json.string("adopted", dates.adopted?.text)
            json.array("amended") { json in
                for date in dates.amended { json.element(date.text) }
            }
            json.string("approved", dates.approved?.text)
            json.string("effective", dates.effective?.text)
            json.string("issued", dates.issued?.text)
            json.string("published", dates.published?.text)
        }
    }

    private func writeLevelNames(to json: inout JSONBytes) {
        let names = regulation.levelNames
        json.object("levelNames") { json in
            json.string("article", names.name(of: .article))
            json.string("kind", names.rawValue)
            json.string("paragraph", names.name(of: .paragraph))
            json.string("point", names.name(of: .point))
            json.string("subpoint", names.name(of: .subpoint))
        }
    }

    private func writeJurisdiction(to json: inout JSONBytes) {
        guard let jurisdiction = witness?.jurisdiction else { return json.string("jurisdiction", nil) }
        json.object("jurisdiction") { json in
            json.string("code", jurisdiction.code)
            json.string("level", jurisdiction.level.rawValue)
            json.object("name") { json in
                json.string("en", jurisdiction.name.english)
                json.string("zh", jurisdiction.name.chinese)
            }
        }
    }

    private func write(_ diagnostic: Diagnostic, to json: inout JSONBytes, _ cursor: inout PositionCursor) {
        json.object { json in
            json.string("id", diagnostic.id.rawValue)
            json.string("message", diagnostic.message)
            json.string("provision", diagnostic.provision?.text)
            json.string("severity", diagnostic.severity.rawValue)
            write(diagnostic.span, to: &json, &cursor)
        }
    }

    private func write(_ part: DocumentPart, to json: inout JSONBytes, _ cursor: inout PositionCursor) {
        let span = cursor.span(part.span)
        let lines = cursor.lines(of: part.span)
        json.object { json in
            json.string("kind", part.kind.rawValue)
            json.object("lines") { json in
                json.integer("first", lines.lowerBound)
                json.integer("last", lines.upperBound)
            }
            json.boolean("outside", part.kind.isOutside)
            json.span("span", span)
        }
    }

    private func write(_ repeal: Repeal, to json: inout JSONBytes, _ cursor: inout PositionCursor) {
        json.object { json in
            json.address("article", repeal.article)
            write(repeal.text, to: &json, &cursor)
            json.flowed("text", repeal.text, of: regulation.source)
        }
    }
}

// MARK: - Provisions

// Spans stand behind children, but their places are looked up before, so that offsets ascend.
extension RegulationJSON {
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

    private func write(_ grouping: Grouping, to json: inout JSONBytes, _ cursor: inout PositionCursor) {
        let held = grouping.articles.clamped(to: regulation.articles.indices)
        let parent = grouping.parent.flatMap {
            regulation.groupings.indices.contains($0) ? regulation.groupings[$0].eId.text : nil
        }
        json.object { json in
            // Ordinals of the first and the last article; empty where the grouping holds none.
            json.array("articles") { json in
                guard let first = held.first, let last = held.last else { return }
                json.element(regulation.articles[first].number.ordinal)
                json.element(regulation.articles[last].number.ordinal)
            }
            writeBranches(grouping.number, to: &json)
            json.address("eId", grouping.eId)
            json.string("level", grouping.level.name)
            json.integer("line", regulation.source.line(at: grouping.span.start))
            json.flowed("mark", grouping.mark, of: regulation.source)
            json.integer("number", grouping.number.ordinal)
            json.string("parent", parent)
            write(grouping.span, to: &json, &cursor)
            json.flowed("title", grouping.heading, of: regulation.source)
        }
    }

    // A provision is named by its place among its neighbours: handed on itself, it would be copied with all it holds.

    /// An article, or an explainer's section, which has no branches and no chapter.
    private func write(
        article index: Int, of articles: [Provision], _ chapter: Int?, isSection: Bool = false,
        to json: inout JSONBytes, _ cursor: inout PositionCursor
    ) {
        let span = cursor.span(articles[index].span)
        json.object { json in
            if !isSection {
                writeBranches(articles[index].number, to: &json)
                json.integer("chapter", chapter)
            }
            json.address("eId", articles[index].eId)
            json.flowed("heading", articles[index].heading, of: regulation.source)
            json.flowed("number", articles[index].mark, of: regulation.source)
            json.integer("ordinal", articles[index].number.ordinal)
            json.array("paragraphs") { json in
                let paragraphs = articles[index].children
                for place in paragraphs.indices { write(paragraph: place, of: paragraphs, to: &json, &cursor) }
            }
            json.span("span", span)
        }
    }

    private func write(
        paragraph index: Int, of paragraphs: [Provision], to json: inout JSONBytes, _ cursor: inout PositionCursor
    ) {
        let span = cursor.span(paragraphs[index].span)
        json.object { json in
            json.address("eId", paragraphs[index].eId)
            json.array("points") { json in
                let points = paragraphs[index].children
                for place in points.indices { write(point: place, of: points, to: &json, &cursor) }
            }
            json.span("span", span)
            json.flowed("text", paragraphs[index].firstText, paragraphs[index].moreText, of: regulation.source)
            json.flowed("wrapUp", paragraphs[index].wrapUp, of: regulation.source)
        }
    }

    private func write(
        point index: Int, of points: [Provision], to json: inout JSONBytes, _ cursor: inout PositionCursor
    ) {
        json.object { json in
            json.address("eId", points[index].eId)
            json.flowed("number", points[index].mark, of: regulation.source)
            json.integer("ordinal", points[index].number.ordinal)
            write(points[index].span, to: &json, &cursor)
            json.array("subpoints") { json in
                let subpoints = points[index].children
                for place in subpoints.indices { write(point: place, of: subpoints, to: &json, &cursor) }
            }
            json.flowed("text", points[index].firstText, points[index].moreText, of: regulation.source)
            json.flowed("wrapUp", points[index].wrapUp, of: regulation.source)
        }
    }

    private func writeBranches(_ number: ProvisionNumber, to json: inout JSONBytes) {
        json.array("branches") { json in
            guard number.isBranch else { return }
            for branch in number.branches { json.element(branch) }
        }
    }

    private func write(_ span: ByteSpan, to json: inout JSONBytes, _ cursor: inout PositionCursor) {
        json.span("span", cursor.span(span))
    }
}
