extension CorpusFile {
    /// Reads `corpus.yaml`, and names the fields it has that a corpus has not: a misspelt one would be left out silently.
    /// Throws `SurroundingsError` with the line of the first thing that is wrong.
    static func read(_ bytes: [UInt8], path: String) throws -> (file: CorpusFile, problems: [CorpusProblem]) {
        let (file, fields) = try YAMLFields.read(bytes, path: path) { CorpusFile(&$0) }
        return (file, fields.unknown.map { $0.problem(in: path) })
    }

    private init(_ fields: inout YAMLFields) {
        title = fields.nested("title") { Names(&$0) } ?? fields.lacking("title", Names())
        base = fields.text("base")
        topics = fields.text("topics")
        terms = fields.text("terms")
        documents = fields.list("documents") { Document(&$0) }
        baseLine = fields.lines["base"]
    }
}

extension CorpusFile.Names {
    fileprivate init(_ fields: inout YAMLFields) {
        zh = fields.text("zh")
        en = fields.text("en")
    }
}

extension CorpusFile.Place {
    fileprivate init(_ fields: inout YAMLFields) {
        zh = fields.needed("zh")
        en = fields.needed("en")
        code = fields.text("code") ?? ""
        level = fields.needed("level")
    }
}

extension CorpusFile.Dates {
    fileprivate init(_ fields: inout YAMLFields) {
        adopted = fields.text("adopted")
        approved = fields.text("approved")
        issued = fields.text("issued")
        effective = fields.text("effective")
        published = fields.text("published")
    }
}

extension CorpusFile.Document {
    fileprivate init(_ fields: inout YAMLFields) {
        id = fields.needed("id")
        file = fields.needed("file")
        sha256 = fields.needed("sha256")
        encoding = fields.text("encoding")
        source = fields.text("source")
        title = fields.nested("title") { CorpusFile.Names(&$0) }
        language = fields.needed("language")
        translation = fields.text("translation")
        jurisdiction = fields.nested("jurisdiction") { CorpusFile.Place(&$0) }
        rank = fields.text("rank")
        authority = fields.text("authority")
        completeness = fields.text("completeness")
        documentNumber = fields.text("documentNumber")
        dates = fields.nested("dates") { CorpusFile.Dates(&$0) }
        implements = fields.text("implements")
        explains = fields.text("explains")
        lines = fields.lines
    }
}

extension TopicsFile {
    /// Reads a file of topics, and names the fields it has that a topic has not, ids that stand twice, and topics that have no
    /// words to be found by: all of them would change the matrix silently.
    static func read(_ bytes: [UInt8], path: String) throws -> (file: TopicsFile, problems: [CorpusProblem]) {
        let (file, fields) = try YAMLFields.read(bytes, path: path) { TopicsFile(&$0) }
        let lines = fields.lines(ofListed: "topics")
        var seen: Set<String> = []
        var problems = fields.unknown.map { $0.problem(in: path) }
        for (entry, line) in zip(file.topics, lines) {
            func note(_ message: String) {
                problems.append(CorpusProblem(kind: .entry, file: path, line: line, message: message))
            }
            if !seen.insert(entry.id).inserted {
                note("topic “\(entry.id)” stands twice; its row shows the first only")
            }
            let terms = [entry.evidence.zh, entry.evidence.en].compactMap(\.self)
            if terms.allSatisfy({ ($0.strong ?? []).isEmpty && ($0.weak ?? []).isEmpty }) {
                note("topic “\(entry.id)” has no words to be found by, strong or weak; nothing can be told of it")
            }
        }
        return (file, problems.sorted { $0.line < $1.line })
    }

    fileprivate init(_ fields: inout YAMLFields) {
        topics = fields.list("topics") { Entry(&$0) }
    }
}

extension TopicsFile.Entry {
    fileprivate init(_ fields: inout YAMLFields) {
        id = fields.needed("id")
        zh = fields.needed("zh")
        en = fields.needed("en")
        definition = fields.needed("definition")
        evidence =
            fields.nested("evidence") { TopicsFile.Evidence(&$0) } ?? fields.lacking("evidence", TopicsFile.Evidence())
    }
}

extension TopicsFile.Evidence {
    fileprivate init(_ fields: inout YAMLFields) {
        zh = fields.nested("zh") { TopicsFile.Terms(&$0) }
        en = fields.nested("en") { TopicsFile.Terms(&$0) }
    }
}

extension TopicsFile.Terms {
    fileprivate init(_ fields: inout YAMLFields) {
        strong = fields.texts("strong")
        weak = fields.texts("weak")
        against = fields.texts("against")
    }
}
