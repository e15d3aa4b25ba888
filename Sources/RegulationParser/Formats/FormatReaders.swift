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
        case .docx: unread("A Word file or another archive", "Save the text as a plain text or a web page.")
        case .akn: unread("An Akoma Ntoso document", "Save the text as a plain text or a web page.")
        case .pdf: unread("A PDF file", "Convert it to a plain text, for example with “pdftotext -layout”.")
        case .legacyWord: unread("A file in the old binary format of Word or WPS", "Save it as .docx.")
        }
    }

    /// What is said of a format that is told but not read.
    private static func unread(_ what: String, _ remedy: String) -> Reader {
        { _ in .refused(.formatUnread, "\(what) is not read. \(remedy)") }
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
