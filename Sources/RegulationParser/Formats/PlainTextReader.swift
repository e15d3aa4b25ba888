import RegulationModel

/// Reads a plain text or Markdown: decoded, nothing taken out.
struct PlainTextReader {
    let readsMarkdown: Bool

    func read(_ file: SourceFile) -> ExtractedText {
        guard file.bytes.count <= file.options.limits.largestText else {
            return .refused(
                .formatLimit, file.options.limits.tooLarge(file.bytes.count, file.options.limits.largestText))
        }
        let decoded = TextDecoder(file: file).decode()
        if readsMarkdown, MarkdownText.isNeeded(decoded.bytes) { return resolved(decoded) }
        if !readsMarkdown, let paged = PagedText(decoded.bytes) { return withoutPages(paged, decoded) }
        var text = ExtractedText(bytes: decoded.bytes, readsMarkdown: readsMarkdown)
        text.findings = EncodingFindings(decoded: decoded).all()
        text.replacedOffsets = Set(decoded.replacements.listed.map(\.offset))
        return text
    }

    private func withoutPages(_ paged: PagedText, _ decoded: DecodedFile) -> ExtractedText {
        var text = ExtractedText(bytes: paged.bytes, outside: paged.outside)
        text.anchors = paged.anchors
        text.findings = EncodingFindings(decoded: decoded, text: paged.bytes) { paged.place(of: $0) }.all()
        text.replacedOffsets = Set(decoded.replacements.listed.map { paged.place(of: $0.offset) })
        return text
    }

    private func resolved(_ decoded: DecodedFile) -> ExtractedText {
        let markdown = MarkdownText(decoded.bytes)
        var text = ExtractedText(bytes: markdown.bytes, readsMarkdown: true, outside: markdown.outside)
        text.anchors = markdown.anchors
        text.findings = EncodingFindings(decoded: decoded, text: markdown.bytes) { markdown.place(of: $0) }.all()
        text.replacedOffsets = Set(decoded.replacements.listed.map { markdown.place(of: $0.offset) })
        return text
    }
}

extension ReadingLimits {
    /// What is said of a file that is larger than a limit.
    func tooLarge(_ size: Int, _ limit: Int) -> String {
        "The file has \(size / 1_048_576) MB, more than the \(limit / 1_048_576) MB that are read of its kind; nothing "
            + "of it was read."
    }
}
