import RegulationModel

/// Reads a page saved in one file with its pictures (MHT, RFC 2557): the page's part is decoded and read as a page.
struct WebArchiveReader {
    let file: SourceFile
    /// Headers and boundaries are ASCII.
    private let scanner: Scanner

    /// How deep parts may hold parts; mail programs make three levels.
    private static let deepest = 8
    /// How many parts are looked at.
    private static let mostParts = 10_000

    init(file: SourceFile) {
        self.file = file
        scanner = Scanner.ofASCII(file.bytes)
    }

    func read() -> ExtractedText {
        guard file.bytes.count <= file.options.limits.largestPage else {
            return .refused(
                .formatLimit, file.options.limits.tooLarge(file.bytes.count, file.options.limits.largestPage))
        }
        let start = scanner.skipSpace(0, file.bytes.count)
        let header = MessageHeader(in: scanner, from: start, to: file.bytes.count)
        var parts: [Part] = []
        collect(Part(header: header, body: ByteSpan(header.end, file.bytes.count)), depth: 0, into: &parts)
        guard let page = page(of: parts, start: header.parameter("start")) else {
            return .refused(
                .formatUnread, "The file is a message without a page or a text in it; open it and save the page anew.")
        }
        let text = read(page)
        guard !text.holdsAct else { return text }
        // The act may stand in a frame of the page.
        let frames = parts.filter { Self.pageTypes.contains($0.header.contentType) && $0.body != page.body }
        return frames.prefix(Self.mostFrames).lazy.map { read($0) }.first(where: \.holdsAct) ?? text
    }

    private static let pageTypes = ["text/html", "application/xhtml+xml"]
    /// How many frames of a page are looked at.
    private static let mostFrames = 20

    private struct Part {
        let header: MessageHeader
        let body: ByteSpan
    }

    private func read(_ part: Part) -> ExtractedText {
        let written = TransferEncoding(part.header.value("content-transfer-encoding"))
        let (bytes, faults) = written.decoded(file.bytes[part.body.range])
        let inner = SourceFile(
            bytes: bytes, name: file.name, options: file.options, declaredEncoding: part.header.parameter("charset"))
        var text =
            part.header.contentType == "text/plain"
            ? PlainTextReader(readsMarkdown: false).read(inner) : WebPageReader(file: inner).read()
        if faults > 0 {
            let places = faults == 1 ? "one place" : "\(faults) places"
            text.findings.append(
                Diagnostic(
                    .formatDamaged, ByteSpan(0, 0),
                    "The page’s part of the file is damaged in \(places); characters there may be lost."))
        }
        return text
    }

    // MARK: Parts

    private func page(of parts: [Part], start: String?) -> Part? {
        let pages = parts.filter { Self.pageTypes.contains($0.header.contentType) }
        if let start, let named = pages.first(where: { $0.header.value("content-id") == start }) { return named }
        return pages.first ?? parts.first { $0.header.contentType == "text/plain" }
    }

    private func collect(_ part: Part, depth: Int, into parts: inout [Part]) {
        guard parts.count < Self.mostParts else { return }
        guard part.header.contentType.hasPrefix("multipart/"), depth < Self.deepest,
            let boundary = part.header.parameter("boundary"), !boundary.isEmpty
        else {
            parts.append(part)
            return
        }
        for span in pieces(of: part.body, boundary: boundary) {
            let header = MessageHeader(in: scanner, from: span.start, to: span.end)
            collect(
                Part(header: header, body: ByteSpan(min(header.end, span.end), span.end)), depth: depth + 1,
                into: &parts)
        }
    }

    /// What stands between the lines that are two hyphens and the boundary; a file that breaks off ends its last part.
    private func pieces(of body: ByteSpan, boundary: String) -> [ByteSpan] {
        let mark = utf8("--" + boundary)
        var pieces: [ByteSpan] = []
        var start: Int?
        var position = body.start
        while position < body.end, pieces.count < Self.mostParts {
            let line = MessageHeader.line(at: position, body.end, scanner)
            if scanner.has(mark, at: line.span.start), line.span.length >= mark.count {
                if let start { pieces.append(ByteSpan(start, line.span.start)) }
                start = line.next
                if scanner.has(utf8("--"), at: line.span.start + mark.count), line.span.length >= mark.count + 2 {
                    return pieces
                }
            }
            position = line.next
        }
        if let start { pieces.append(ByteSpan(start, body.end)) }
        return pieces
    }
}
