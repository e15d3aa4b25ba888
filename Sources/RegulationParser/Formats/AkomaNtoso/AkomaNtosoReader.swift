import RegulationModel

/// Reads Akoma Ntoso: the text as lines, and beside it the structure that the markup states.
struct AkomaNtosoReader {
    let limits: ReadingLimits

    /// How far the first element is looked for.
    private static let head = 4_096

    /// True where the first element, or the document type, is that of Akoma Ntoso, or where XML declares a document type
    /// of its own: that is said here too.
    static func isAkomaNtoso(_ bytes: [UInt8]) -> Bool {
        guard let root = MarkupOpening(Array(bytes.prefix(head))) else { return false }
        if root.local == "akomaNtoso" { return true }
        return root.declaresEntities && root.local.lowercased() != "html"
    }

    func read(_ bytes: [UInt8]) -> ExtractedText {
        let reader = AkomaNtosoText(limits: limits)
        let outcome = XMLStream.read(bytes, to: reader, limits: limits)
        if let root = reader.foreignRoot {
            return .refused(.formatUnread, "This is XML of a kind that is not read: its first element is <\(root)>.")
        }
        var text = reader.finished()
        if reader.hasEnough {
            text.cut(to: limits.largestText)
            text.structure = nil
        }
        guard outcome != .complete else { return text }
        let message = PackageWords.markup("The document", outcome)
        guard !text.bytes.isEmpty else {
            return .refused([.tooDeep, .tooMany].contains(outcome) ? .formatLimit : .formatUnread, message)
        }
        text.note(.formatCutOff, message)
        return text
    }
}

/// The first element of a document, behind declaration and comments.
struct MarkupOpening {
    private(set) var local = ""
    /// True where a document type stands in front that declares something itself or names a file.
    private(set) var declaresEntities = false

    init?(_ bytes: [UInt8]) {
        let scanner = Scanner(copying: decodeUTF8(bytes).bytes)
        let end = scanner.bytes.count
        var index = scanner.skipSpace(0, end)
        while index < end {
            if scanner.has(utf8("<?"), at: index) {
                index = Self.behind("?>", index, scanner)
            } else if scanner.has(utf8("<!--"), at: index) {
                index = Self.behind("-->", index, scanner)
            } else {
                break
            }
            index = scanner.skipSpace(index, end)
        }
        guard index < end, scanner.bytes[index] == 0x3C else { return nil }
        if scanner.has(utf8("<!DOCTYPE"), at: index) {
            let start = scanner.skipSpace(index + 9, end)
            local = Self.name(scanner, start)
            let close = scanner.find(utf8(">"), in: ByteSpan(start, end)) ?? end
            declaresEntities = scanner.contains(utf8(["[", "SYSTEM"]), in: ByteSpan(start, close))
        } else {
            local = Self.name(scanner, index + 1)
        }
        if local.isEmpty { return nil }
    }

    private static func behind(_ close: String, _ index: Int, _ scanner: Scanner) -> Int {
        let found = scanner.find(utf8(close), in: ByteSpan(index, scanner.bytes.count))
        return found.map { $0 + close.utf8.count } ?? scanner.bytes.count
    }

    /// The name without a prefix.
    private static func name(_ scanner: Scanner, _ start: Int) -> String {
        var end = start
        while end < scanner.bytes.count, ![0x20, 0x09, 0x0A, 0x0D, 0x3E, 0x2F, 0x5B].contains(scanner.bytes[end]) {
            end += 1
        }
        return scanner.string(ByteSpan(start, end)).split(separator: ":").last.map(String.init) ?? ""
    }
}
