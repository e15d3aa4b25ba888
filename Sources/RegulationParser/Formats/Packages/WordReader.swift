import RegulationModel

/// Reads the parts of a Word document in an open archive.
struct WordReader {
    let limits: ReadingLimits
    let depth: Int
    let types: ContentTypesReader
    let main: String

    func read(_ archive: inout PackageArchive) -> ExtractedText {
        var problems = ExtractedText()
        let relationships = relationships(of: main, &archive, &problems)
        let numberingReader = WordNumberingReader()
        let stylesReader = WordStylesReader()
        readPart(relationships.part(of: "styles"), to: stylesReader, &archive, &problems)
        readPart(relationships.part(of: "numbering"), to: numberingReader, &archive, &problems)
        var numbering = numberingReader.numbering
        numbering.styles = stylesReader.styles.numberingStyles
        func body() -> WordBody { WordBody(styles: stylesReader.styles, numbering: numbering, limits: limits) }

        let document = body()
        let chunks = chunks(relationships, &archive)
        document.chunk = { chunks[$0] ?? .refused(.formatPart, "Text that the document includes is missing.") }
        let fault = read(main, to: document, &archive)
        var text = document.text
        text.findings = problems.findings + text.findings
        if document.hasEnough { text.cut(to: limits.largestText) }
        if let fault {
            let isEmpty = text.bytes.isEmpty
            text.note(isEmpty ? PackageWords.id(fault) : .formatCutOff, PackageWords.message(fault))
            text.isRefused = isEmpty
        }
        appendNotes(of: document, relationships, body, &archive, to: &text)
        appendFrames(relationships, body, &archive, to: &text)
        return text
    }

    private func read(_ part: String, to body: WordBody, _ archive: inout PackageArchive) -> PackageProblem? {
        defer { body.end() }
        do throws(PackageProblem) {
            try archive.read(part, to: body)
            return nil
        } catch {
            return error
        }
    }

    private func relationships(
        of part: String, _ archive: inout PackageArchive, _ problems: inout ExtractedText
    ) -> PackageRelationships {
        let reader = RelationshipsReader(of: part)
        let name = PackageRelationships.name(for: part)
        if archive.has(name) { readPart(name, to: reader, &archive, &problems) }
        return reader.relationships
    }

    /// Reads a part without which the text is still a text.
    private func readPart(
        _ name: String?, to consumer: any XMLConsumer, _ archive: inout PackageArchive,
        _ problems: inout ExtractedText
    ) {
        guard let name else { return }
        do throws(PackageProblem) {
            try archive.read(name, to: consumer)
        } catch {
            problems.note(.formatPart, PackageWords.message(error))
        }
    }

    // MARK: Text from elsewhere

    /// The foreign texts that a document includes, by the ids of their references.
    private func chunks(
        _ relationships: PackageRelationships, _ archive: inout PackageArchive
    ) -> [String: ExtractedText] {
        var chunks: [String: ExtractedText] = [:]
        for (id, reference) in relationships.byId.sorted(by: { $0.key < $1.key }) where reference.kind == "aFChunk" {
            guard let part = reference.part else {
                chunks[id] = .refused(
                    .formatPart, "The document includes text from outside of the file, which is not fetched.")
                continue
            }
            do throws(PackageProblem) {
                let bytes = try archive.bytes(of: part)
                chunks[id] = PackageReader(limits: limits, depth: depth)
                    .included(bytes, type: types.type(of: part), name: part)
            } catch {
                chunks[id] = .refused(.formatPart, PackageWords.message(error))
            }
        }
        return chunks
    }

    /// The notes that the text refers to, in their order, behind the text.
    private func appendNotes(
        of document: WordBody, _ relationships: PackageRelationships, _ body: () -> WordBody,
        _ archive: inout PackageArchive, to text: inout ExtractedText
    ) {
        for (kind, isEndnote) in [("footnotes", false), ("endnotes", true)] {
            let references = document.references.filter { $0.isEndnote == isEndnote }
            guard !references.isEmpty, let part = relationships.part(of: kind) else { continue }
            let notes = body()
            if let fault = read(part, to: notes, &archive) { text.note(.formatPart, PackageWords.message(fault)) }
            var lines: [ExtractedText] = []
            for (index, reference) in references.enumerated() {
                lines += numbered(index + 1, notes.notes[reference.id] ?? [])
            }
            text.append(lines, outside: .footnote)
        }
    }

    private func numbered(_ number: Int, _ lines: [ExtractedText]) -> [ExtractedText] {
        let visible = WordSink(lines: lines).visible
        guard let first = visible.first else { return [] }
        var numbered = ExtractedText(bytes: Array("[\(number)] ".utf8))
        numbered.append(first)
        return [numbered] + visible.dropFirst()
    }

    /// Headers and footers that say something, each once, behind the text. Page numbers alone say nothing.
    private func appendFrames(
        _ relationships: PackageRelationships, _ body: () -> WordBody, _ archive: inout PackageArchive,
        to text: inout ExtractedText
    ) {
        var seen: Set<[UInt8]> = []
        var lines: [ExtractedText] = []
        for part in relationships.parts(of: "header") + relationships.parts(of: "footer") {
            let frame = body()
            if let fault = read(part, to: frame, &archive) { text.note(.formatPart, PackageWords.message(fault)) }
            for line in frame.text.bytes.split(separator: 0x0A) {
                let words = Array(line)
                guard RunningHeads.says(Scanner(copying: words)), seen.insert(words).inserted else { continue }
                lines.append(ExtractedText(bytes: words))
            }
        }
        text.append(lines, outside: .runningHead)
    }
}

extension ExtractedText {
    /// Keeps no more than so many bytes, whole characters only.
    mutating func cut(to size: Int) {
        guard bytes.count > size else { return }
        var end = size
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        bytes.removeSubrange(end...)
        findings.removeAll { $0.span.end > end }
        outside.removeAll { $0.span.end > end }
        replacedOffsets = replacedOffsets.filter { $0 < end }
        let most = size / 1_048_576
        note(.formatLimit, "The text is longer than \(most) MB, the most that is read; the rest is left out.")
    }
}
