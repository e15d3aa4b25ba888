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
        if !readsMarkdown {
            if let paged = PagedText(decoded.bytes) {
                var text = paged.text.extracted(decoded, readsMarkdown: false, outside: paged.outside)
                text.findings += paged.findings
                return text
            }
            if let tabbed = TabbedText(decoded.bytes) {
                var text = tabbed.text.extracted(decoded, readsMarkdown: false, outside: tabbed.outside)
                text.findings += tabbed.findings
                return text
            }
        }
        var text = ExtractedText(bytes: decoded.bytes, readsMarkdown: readsMarkdown)
        if readsMarkdown {
            text.resolved = {
                let markdown = MarkdownText(decoded.bytes)
                var text = markdown.text.extracted(decoded, readsMarkdown: true, outside: markdown.outside)
                text.findings += markdown.findings
                return text
            }
        }
        text.findings = EncodingFindings(decoded: decoded).all()
        text.replacedOffsets = Set(decoded.replacements.listed.map(\.offset))
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
