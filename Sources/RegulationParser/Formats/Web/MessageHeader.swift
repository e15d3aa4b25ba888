import RegulationModel

/// The header of a message or of a part of one (RFC 5322, RFC 2045): fields with their values, folded lines joined.
struct MessageHeader {
    private let fields: [String: String]
    /// Offset behind the blank line that ends the header.
    let end: Int

    /// Longest header that is read, in bytes.
    private static let longest = 65_536

    /// Reads the header at `start`; none of its fields need be there.
    init(in scanner: Scanner, from start: Int, to end: Int) {
        var fields: [String: String] = [:]
        var name = ""
        var position = start
        let limit = min(end, start + Self.longest)
        while position < limit {
            let line = Self.line(at: position, end, scanner)
            position = line.next
            guard !line.span.isEmpty else { break }
            let isFolded = scanner.bytes[line.span.start] == 0x20 || scanner.bytes[line.span.start] == 0x09
            if isFolded {
                fields[name]? += " " + scanner.string(scanner.trimmed(line.span))
            } else if let colon = scanner.find([0x3A], in: line.span) {
                name = scanner.string(ByteSpan(line.span.start, colon)).lowercased()
                fields[name] = scanner.string(scanner.trimmed(ByteSpan(colon + 1, line.span.end)))
            }
        }
        self.fields = fields
        self.end = position
    }

    /// The line at an offset without its line break, and where the next one begins.
    static func line(at start: Int, _ end: Int, _ scanner: Scanner) -> (span: ByteSpan, next: Int) {
        var index = start
        while index < end, scanner.bytes[index] != 0x0A, scanner.bytes[index] != 0x0D { index += 1 }
        var next = index
        if next < end, scanner.bytes[next] == 0x0D { next += 1 }
        if next < end, scanner.bytes[next] == 0x0A { next += 1 }
        return (ByteSpan(start, index), next)
    }

    /// The value of a field, as it is written.
    func value(_ name: String) -> String? { fields[name] }

    /// `text/html`, `multipart/related`, in small letters; `text/plain` where none is given (RFC 2045, §5.2).
    var contentType: String {
        let type = fields["content-type"]?.split(separator: ";", omittingEmptySubsequences: false).first
        return type.map { $0.filter { !$0.isWhitespace }.lowercased() } ?? "text/plain"
    }

    /// A parameter of the content type: `charset`, `boundary`, `start`.
    func parameter(_ name: String) -> String? {
        guard let value = fields["content-type"] else { return nil }
        for piece in Self.parameters(value) {
            guard let equals = piece.firstIndex(of: "="),
                piece[..<equals].filter({ !$0.isWhitespace }).lowercased() == name
            else { continue }
            return piece[piece.index(after: equals)...].filter { $0 != "\"" }.split(separator: " ").joined(
                separator: " ")
        }
        return nil
    }

    /// The pieces between semicolons that stand outside of quotation marks, the first left out.
    private static func parameters(_ value: String) -> [Substring] {
        var isQuoted = false
        let pieces = value.split(omittingEmptySubsequences: false) { character in
            if character == "\"" { isQuoted.toggle() }
            return character == ";" && !isQuoted
        }
        return Array(pieces.dropFirst())
    }

    private static let messageFields: Set<String> = [
        "from", "subject", "date", "mime-version", "content-type", "content-transfer-encoding", "x-mimeole",
        "snapshot-content-location", "content-location", "message-id", "to", "thread-topic", "x-unsent",
    ]

    /// True where a text in small letters begins as a message that holds a page: a field, then others, one of which is
    /// `MIME-Version` or a content type of several parts.
    static func opens(_ text: Scanner) -> Bool {
        let start = text.skipSpace(0, text.bytes.count)
        guard let colon = text.find([0x3A], in: ByteSpan(start, min(text.bytes.count, start + 40))),
            messageFields.contains(text.string(ByteSpan(start, colon)))
        else { return false }
        let header = MessageHeader(in: text, from: start, to: text.bytes.count)
        guard let type = header.value("content-type") else { return false }
        return header.value("mime-version") != nil || type.hasPrefix("multipart/")
            || (type.hasPrefix("text/html") && header.end < text.bytes.count)
    }
}
