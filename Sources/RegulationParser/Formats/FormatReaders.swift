import RegulationModel

/// The one place where a format finds its reader.
enum FormatReaders {
    /// What each reader does: a file becomes a text, and never fails.
    typealias Reader = (SourceFile) -> ExtractedText

    /// Reads a file by its format.
    static func read(_ file: SourceFile) -> ExtractedText {
        let detector = FormatDetector(file: file)
        if let binary = detector.binary() { return .refused(.formatBinary, binary) }
        return reader(of: detector.format())(file)
    }

    private static func reader(of format: SourceFormat) -> Reader {
        switch format {
        case .text: { PlainTextReader(readsMarkdown: false).read($0) }
        case .markdown: { PlainTextReader(readsMarkdown: true).read($0) }
        case .html: { WebPageReader(file: $0).read() }
        case .mht: { WebArchiveReader(file: $0).read() }
        case .docx: { PackageReader(limits: $0.options.limits).read($0.bytes) }
        case .akn: { AkomaNtosoReader(limits: $0.options.limits).read($0.bytes) }
        case .pdf: { PDFReader(options: $0.options).read($0.bytes) }
        case .legacyWord: { CompoundFile.refusal($0.bytes) }
        }
    }
}

extension ExtractedText {
    /// No text at all, and why.
    static func refused(_ id: DiagnosticID, _ message: String) -> ExtractedText {
        var text = ExtractedText()
        text.findings = [Diagnostic(id, ByteSpan(0, 0), message)]
        text.isRefused = true
        return text
    }
}
