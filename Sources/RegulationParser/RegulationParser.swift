import RegulationModel

/// Reads the bytes of a regulation text into a `Regulation`.
///
/// Reading never fails: whatever the bytes are, a value comes back whose parts cover every byte of the decoded text
/// once, with diagnostics for what is odd.
public enum RegulationParser {
    /// Largest number of diagnostics of one kind a text gets; the last of them says how many more there are.
    static let mostOfAKind = 200

    /// Reads a file of any format.
    ///
    /// - Parameters:
    ///   - bytes: the file as it is.
    ///   - name: the name shown in diagnostics; its ending tells the format where the bytes leave it open.
    ///   - id: id of the regulation.
    ///   - options: encoding and limits.
    public static func parse(
        _ bytes: [UInt8], name: String, id: String, options: ReadingOptions = ReadingOptions()
    ) -> Regulation {
        let text = FormatReaders.read(SourceFile(bytes: bytes, name: name, options: options))
        return regulation(from: text, name: name, id: id)
    }

    private static func regulation(from text: ExtractedText, name: String, id: String) -> Regulation {
        TextBytes.lend(text.bytes) { bytes in
            let source = SourceText(name: name, bytes: text.bytes, anchors: text.anchors)
            let document = Document(
                source: source, bytes: bytes, readsMarkdown: text.readsMarkdown, outside: text.outside)
            if let plain = plain(text, of: document) { return regulation(from: plain, name: name, id: id) }
            let versions = text.structure == nil ? OtherVersion(document: document).parts() : []
            guard !versions.isEmpty else { return regulation(of: document, text, id: id) }
            var text = text
            text.outside = (text.outside + versions).sorted { $0.span < $1.span }
            let own = Document(source: source, bytes: bytes, readsMarkdown: text.readsMarkdown, outside: text.outside)
            return regulation(of: own, text, id: id)
        }
    }

    /// The text without what stands for other characters or hides words; nil where it has none of it.
    private static func plain(_ text: ExtractedText, of document: Document) -> ExtractedText? {
        if let resolved = text.resolved, MarkdownText.isNeeded(document) { return resolved() }
        guard text.structure == nil else { return nil }
        if document.holds(.invisible), let plain = InvisibleCharacters.leftOut(of: text, document.scanner) {
            return plain
        }
        guard document.holds(.radical) else { return nil }
        let isTraditional = document.scanner.contains(utf8(["條"]), in: document.source.span)
        return RadicalCharacters.replaced(in: text, isTraditional: isTraditional)
    }

    private static func regulation(of document: Document, _ text: ExtractedText, id: String) -> Regulation {
        let source = document.source
        var (body, authority) = text.structure?.body(in: document) ?? body(of: document)
        body.parts = PartTiling.parts(body.parts, cutBy: text.outside)
        if text.isRefused { body.findings = [] }
        let metadata = MetadataReader(document: document, body: body)
        var completeness = CompletenessProof(document: document, body: body).completeness()
        if completeness.status == .whole, text.findings.contains(where: { $0.id == .formatColumns }) {
            let doubt = "pages are set in columns or tables, where articles may be lost"
            completeness = Completeness(.part, proof: [doubt])
        }
        let (dates, dateFindings) = metadata.dates()
        var diagnostics = text.findings + body.findings + dateFindings
        diagnostics += NumberingFindings(document: document, body: body).all()
        diagnostics += TextFindings(document: document, replacedOffsets: text.replacedOffsets).all()
        diagnostics += OutsideFindings(
            document: document, parts: body.parts,
            isVersionTold: text.findings.contains { $0.id == .structureFurtherAct }
        ).all()
        diagnostics += holdings(document, body, completeness)
        let resolved = authority ?? (completeness.status == .whole ? .act : .excerpt)
        let stated = text.structure?.facts ?? StatedFacts()
        let title = body.title.map { source.flowed([$0]) } ?? stated.title
        return Regulation(
            id: id, source: source, title: title, titleSpan: body.title,
            language: document.language, authority: resolved, completeness: completeness,
            documentNumber: stated.documentNumber ?? metadata.documentNumber().map { source.flowed([$0]) },
            dates: stated.dates(over: dates),
            repeals: metadata.repeals(), groupings: body.groupings, articles: body.articles, sections: body.sections,
            parts: body.parts, diagnostics: ordered(diagnostics, in: body),
            levelNames: metadata.levelNames())
    }

    /// The body, and the authority where its form alone decides it.
    private static func body(of document: Document) -> (Body, Authority?) {
        let sequence = MarkReader(document: document).read()
        if let body = ActReader(document: document, sequence: sequence).read() { return (body, nil) }
        if let (body, kind) = SectionReader(document: document).read() {
            switch kind {
            case .explainer: return (body, .explainer)
            case .act: return (body, nil)
            }
        }
        return (unstructured(document), .excerpt)
    }

    /// A text without any provision: all of it is kept, and said to be commentary.
    private static func unstructured(_ document: Document) -> Body {
        var body = Body()
        let span = document.source.span
        let text = document.scanner.trimmed(span)
        guard !span.isEmpty else {
            body.findings = [Diagnostic(.structureEmpty, span, "The text is empty.")]
            return body
        }
        let isEmpty = text.isEmpty
        guard !isEmpty, let first = document.lines.firstIndex(where: { !$0.isBlank }) else {
            body.parts = [DocumentPart(.layout, span)]
            // What lies outside is read as blank lines.
            let message =
                document.outside.isEmpty
                ? "The text holds nothing but white space."
                : "No act was found in the file; what it shows is kept outside. If the act is in a frame, a picture or behind "
                    + "a script, save the page that holds it."
            let place = ByteSpan(text.start, text.start)
            body.findings = [Diagnostic(.structureEmpty, document.outside.isEmpty ? span : place, message)]
            return body
        }
        var title = document.lines[first].content
        var last = first
        if let next = document.lines.indices.dropFirst(first + 1).first(where: { !document.lines[$0].isBlank }),
            document.forms.isTitle(document.lines[next].content),
            document.forms.goesOn(title, document.lines[next].content)
        {
            title = ByteSpan(title.start, document.lines[next].content.end)
            last = next
        }
        let start = ByteSpan(text.start, text.start)
        let isTitle = document.forms.isTitle(title) || document.forms.ends(with: Cues.noticeEnds, title)
        guard isTitle, !document.scanner.endsSentence(title), !document.forms.holds(Cues.explainerTitles, title) else {
            let message = "No article and no numbered section was found; the whole text is kept outside the act."
            body.findings = [Diagnostic(.structureNoProvision, start, message)]
            body.parts = [DocumentPart(.commentary, span)]
            return body
        }
        body.title = title
        body.parts = unnumbered(document, title: first...last)
        let message = "No article and no numbered section was found; the text is kept, and nothing is compared with it."
        body.findings = [Diagnostic(.structureNoProvision, start, message)]
        return body
    }

    /// The parts of an act whose text has no numbers, below its title.
    private static func unnumbered(_ document: Document, title: ClosedRange<Int>) -> [DocumentPart] {
        let lines = document.lines
        let tiling = PartTiling(lines: lines, length: document.source.bytes.count)
        var starts = [PartTiling.Start(offset: lines[title.lowerBound].span.start, kind: .title)]
        for index in lines.indices.dropFirst(title.upperBound + 1) where !lines[index].isBlank {
            let content = lines[index].content
            let isNote = document.forms.isAdoptionNote(content) && !document.scanner.endsWithFullStop(content)
            let isBelowNotes = starts.dropFirst().allSatisfy { $0.kind == .adoptionNote || $0.kind == .layout }
            let kind: PartKind = lines[index].isComment ? .layout : isNote && isBelowNotes ? .adoptionNote : .preamble
            starts.append(.init(offset: lines[index].span.start, kind: kind))
        }
        return tiling.parts(starts)
    }

    /// Says where an excerpt ends without a close.
    private static func holdings(
        _ document: Document, _ body: Body, _ completeness: Completeness
    ) -> [Diagnostic] {
        guard completeness.status == .part, let last = body.articles.last else { return [] }
        let end = ByteSpan(max(last.span.start, last.span.end - 1), last.span.end)
        let message =
            "The text ends with article \(last.number.text): \(completeness.proof.joined(separator: "; ")). "
            + "Nothing may be called absent from this act."
        return [Diagnostic(.completenessOpenEnd, document.scanner.wholeScalar(end), message, provision: last.eId)]
    }

    /// Document order; each finding named with the provision it lies in; one kind capped at `mostOfAKind`.
    private static func ordered(_ diagnostics: [Diagnostic], in body: Body) -> [Diagnostic] {
        guard !diagnostics.isEmpty else { return [] }
        let articles = body.sections.isEmpty ? body.articles : body.articles + body.sections
        var counts: [DiagnosticID: Int] = [:]
        for diagnostic in diagnostics { counts[diagnostic.id, default: 0] += 1 }
        var seen: [DiagnosticID: Int] = [:]
        var result: [Diagnostic] = []
        let sorted = diagnostics.sorted { $0.span == $1.span ? $0.id.rawValue < $1.id.rawValue : $0.span < $1.span }
        for var diagnostic in sorted {
            let place = seen[diagnostic.id, default: 0] + 1
            seen[diagnostic.id] = place
            guard place <= mostOfAKind else { continue }
            diagnostic.provision = diagnostic.provision ?? article(at: diagnostic.span.start, in: articles)
            let more = (counts[diagnostic.id] ?? 0) - mostOfAKind
            if place == mostOfAKind, more > 0 {
                diagnostic = Diagnostic(
                    diagnostic.id, diagnostic.span, diagnostic.message + " \(more) more of this kind are not listed.",
                    provision: diagnostic.provision)
            }
            result.append(diagnostic)
        }
        return result
    }

    private static func article(at offset: Int, in articles: [Provision]) -> EId? {
        var low = 0
        var high = articles.count
        while low < high {
            let middle = (low + high) / 2
            if articles[middle].span.end <= offset { low = middle + 1 } else { high = middle }
        }
        return low < articles.count && articles[low].span.contains(offset) ? articles[low].eId : nil
    }
}

extension Scanner {
    /// The span widened to whole scalars.
    func wholeScalar(_ span: ByteSpan) -> ByteSpan {
        var start = span.start
        while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return ByteSpan(start, span.end)
    }

    /// The span cut back to whole scalars at its end.
    func wholeScalars(_ span: ByteSpan) -> ByteSpan {
        var end = span.end
        while end > span.start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return ByteSpan(span.start, end)
    }
}
