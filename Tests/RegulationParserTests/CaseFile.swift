import Foundation
import RegulationParser
import Testing

/// One case in one readable file: what a drafter would say, the input, and what the parser is to make of it.
///
/// A case file begins with its claim in words and, where needed, `name: draft.md` (the file name the parser is told)
/// and `escaped: yes` (the input holds `\r`, `\n`, `\s`, `\0`, `\xFF` and `\\`, and a `\` at a line's end takes the
/// line break away), `encoding: Big5` (what a person names), `elements: 20` and `nesting: 4` (limits), `package: word` (the input lists the
/// parts of a Word document, see `WordFile`), `pages: yes` (the input is what a PDF's pages are laid out as). Then follow the blocks `==== input`, `==== tree` and `==== diagnostics`.
struct CaseFile: Sendable, CustomTestStringConvertible {
    let url: URL
    let header: String
    let name: String
    let input: [UInt8]
    let inputBlock: String
    let expected: String
    let options: ReadingOptions

    var testDescription: String { url.deletingPathExtension().lastPathComponent }

    static let all: [CaseFile] = [
        Repository.fixtures, Repository.webFixtures, Repository.packageFixtures,
    ].flatMap { folder in
        Repository.files(in: folder, withEnding: "case").compactMap(CaseFile.init)
    }

    init?(_ url: URL) {
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
        let headed = text.components(separatedBy: "==== input\n")
        guard headed.count == 2 else { return nil }
        let blocks = headed[1].components(separatedBy: "==== tree\n")
        self.url = url
        header = headed[0]
        inputBlock = blocks[0]
        expected = blocks.count == 2 ? "==== tree\n" + blocks[1] : ""
        name = Self.field("name", in: header) ?? "text.txt"
        let isEscaped = Self.field("escaped", in: header) == "yes"
        let isWord = Self.field("package", in: header) == "word"
        let isLaidOut = Self.field("pages", in: header) == "yes"
        options = Self.options(header, layout: isLaidOut ? Array(blocks[0].utf8) : nil)
        input =
            isLaidOut
            ? Array("%PDF-1.7".utf8)
            : isWord ? WordFile(blocks[0]).bytes : isEscaped ? Self.unescaped(blocks[0]) : Array(blocks[0].utf8)
    }

    private static func options(_ header: String, layout: [UInt8]?) -> ReadingOptions {
        var options = ReadingOptions()
        if let layout { options.pdfText = { _, _ in .success(layout) } }
        options.encoding = field("encoding", in: header)
        if let most = field("elements", in: header).flatMap(Int.init) { options.limits.mostElements = most }
        if let deepest = field("nesting", in: header).flatMap(Int.init) { options.limits.deepestNesting = deepest }
        return options
    }

    private static func field(_ key: String, in header: String) -> String? {
        header.split(separator: "\n").first { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) }
    }

    private static func unescaped(_ block: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(block.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let kind = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            switch kind {
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "s"): bytes.append(0x20)
            case UInt8(ascii: "0"): bytes.append(0x00)
            case UInt8(ascii: "\n"): break
            case UInt8(ascii: "x"):
                bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
                rest = rest.dropFirst(2)
            default: bytes.append(kind)
            }
        }
        return bytes
    }

    /// Writes the case anew with what was found.
    func record(_ found: String) throws {
        try Data((header + "==== input\n" + inputBlock + found).utf8).write(to: url)
    }
}
