import RegulationModel

/// Text that a document includes from a part of another format.
enum IncludedText {
    /// Reads plain text, pages and pages with their pictures; the media type decides.
    static func read(_ bytes: [UInt8], type: String, name: String, limits: ReadingLimits) -> ExtractedText {
        var options = ReadingOptions()
        options.limits = limits
        let file = SourceFile(bytes: bytes, name: name, options: options)
        if type.hasPrefix("text/plain") { return PlainTextReader(readsMarkdown: false).read(file) }
        if type.contains("html") { return WebPageReader(file: file).read() }
        if type.hasPrefix("message/") || type.hasPrefix("multipart/") { return WebArchiveReader(file: file).read() }
        return .refused(.formatPart, "The document includes \(name), of a format that is not read (\(type)).")
    }
}
