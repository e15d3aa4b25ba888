import RegulationModel

/// The JSON contract of a parsed regulation, written straight from its spans. Field names are stable and stand in the
/// order of the alphabet; a field without a value is `null`. `regulation.schema.json` describes every field.
struct RegulationJSON {
    private let regulation: Regulation
    /// What a corpus knows of the text besides.
    private let witness: Witness?
    private var cursor: PositionCursor

    init(_ regulation: Regulation, witness: Witness?) {
        self.regulation = regulation
        self.witness = witness
        cursor = PositionCursor(regulation.source)
    }

    /// The document with a final line break.
    mutating func bytes(isIndented: Bool) -> [UInt8] {
        // Real acts need 2.6 times their own bytes in one line.
        ByteBuffer.bytes(expecting: regulation.source.bytes.count * 3) { output in
            var json = JSONBytes(isIndented: isIndented, output: output)
            json.object { write(to: &$0) }
            json.endLine()
            return json.finish()
        }
    }

    private mutating func write(to json: inout JSONBytes) {
        let chapters = chapterOfArticles()
        json.array("articles") { json in
            for index in regulation.articles.indices { write(regulation.articles[index], chapters[index], to: &json) }
        }
        json.string("authority", regulation.authority.rawValue)
        json.array("chapters") { json in
            for grouping in regulation.groupings where grouping.level == .chapter { write(grouping, to: &json) }
        }
        writeCompleteness(to: &json)
        writeDates(to: &json)
        json.array("diagnostics") { json in
            for diagnostic in regulation.diagnostics { write(diagnostic, to: &json) }
        }
        json.string("documentNumber", regulation.documentNumber)
        json.string("explains", witness?.explains)
        json.string("file", witness?.file)
        json.array("groupings") { json in
            for grouping in regulation.groupings { write(grouping, to: &json) }
        }
        json.string("id", regulation.id)
        json.string("implements", witness?.implements)
        writeJurisdiction(to: &json)
        json.string("language", regulation.language.rawValue)
        writeLevelNames(to: &json)
        json.array("parts") { json in
            for part in regulation.parts { write(part, to: &json) }
        }
        json.string("rank", witness?.rank?.rawValue)
        json.array("repeals") { json in
            for repeal in regulation.repeals { write(repeal, to: &json) }
        }
        json.array("sections") { json in
            for section in regulation.sections { write(section, nil, isSection: true, to: &json) }
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

    private mutating func write(_ diagnostic: Diagnostic, to json: inout JSONBytes) {
        json.object { json in
            json.string("id", diagnostic.id.rawValue)
            json.string("message", diagnostic.message)
            json.string("provision", diagnostic.provision?.text)
            json.string("severity", diagnostic.severity.rawValue)
            write(diagnostic.span, to: &json)
        }
    }

    private mutating func write(_ part: DocumentPart, to json: inout JSONBytes) {
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

    private mutating func write(_ repeal: Repeal, to json: inout JSONBytes) {
        json.object { json in
            json.address("article", repeal.article)
            write(repeal.text, to: &json)
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

    private mutating func write(_ grouping: Grouping, to json: inout JSONBytes) {
        let held = grouping.articles.clamped(to: regulation.articles.indices)
        let parent = grouping.parent.flatMap {
            regulation.groupings.indices.contains($0) ? regulation.groupings[$0].eId.text : nil
        }
        json.object { json in
            // Ordinals of the first and the last article; empty where the grouping holds none.
            json.array("articles") { json in
                for index in [held.first, held.last].compactMap(\.self) {
                    json.element(regulation.articles[index].number.ordinal)
                }
            }
            writeBranches(grouping.number, to: &json)
            json.address("eId", grouping.eId)
            json.string("level", grouping.level.name)
            json.integer("line", regulation.source.line(at: grouping.span.start))
            json.flowed("mark", grouping.mark, of: regulation.source)
            json.integer("number", grouping.number.ordinal)
            json.string("parent", parent)
            write(grouping.span, to: &json)
            json.flowed("title", grouping.heading, of: regulation.source)
        }
    }

    /// An article, or an explainer's section, which has no branches and no chapter.
    private mutating func write(
        _ article: Provision, _ chapter: Int?, isSection: Bool = false, to json: inout JSONBytes
    ) {
        let span = cursor.span(article.span)
        json.object { json in
            if !isSection {
                writeBranches(article.number, to: &json)
                json.integer("chapter", chapter)
            }
            json.address("eId", article.eId)
            json.flowed("heading", article.heading, of: regulation.source)
            json.flowed("number", article.mark, of: regulation.source)
            json.integer("ordinal", article.number.ordinal)
            json.array("paragraphs") { json in
                for index in article.children.indices { write(paragraph: article.children[index], to: &json) }
            }
            json.span("span", span)
        }
    }

    private mutating func write(paragraph: Provision, to json: inout JSONBytes) {
        let span = cursor.span(paragraph.span)
        json.object { json in
            json.address("eId", paragraph.eId)
            json.array("points") { json in
                for index in paragraph.children.indices { write(point: paragraph.children[index], to: &json) }
            }
            json.span("span", span)
            json.text("text", of: paragraph, in: regulation.source)
            json.flowed("wrapUp", paragraph.wrapUp, of: regulation.source)
        }
    }

    private mutating func write(point: Provision, to json: inout JSONBytes) {
        json.object { json in
            json.address("eId", point.eId)
            json.flowed("number", point.mark, of: regulation.source)
            json.integer("ordinal", point.number.ordinal)
            write(point.span, to: &json)
            json.array("subpoints") { json in
                for index in point.children.indices { write(point: point.children[index], to: &json) }
            }
            json.text("text", of: point, in: regulation.source)
            json.flowed("wrapUp", point.wrapUp, of: regulation.source)
        }
    }

    private func writeBranches(_ number: ProvisionNumber, to json: inout JSONBytes) {
        json.array("branches") { json in
            for branch in number.branches { json.element(branch) }
        }
    }

    private mutating func write(_ span: ByteSpan, to json: inout JSONBytes) {
        json.span("span", cursor.span(span))
    }
}
