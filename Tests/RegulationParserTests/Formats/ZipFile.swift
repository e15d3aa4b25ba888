import CLibZip
import Foundation

/// Makes zip archives in memory for tests, also such as nobody should send.
enum ZipFile {
    /// An archive of entries in their order.
    static func bytes(_ entries: [(name: String, bytes: [UInt8])], password: String? = nil) -> [UInt8] {
        let target = zip_source_buffer_create(nil, 0, 0, nil)
        zip_source_keep(target)
        let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil)
        for entry in entries {
            let copy = malloc(max(entry.bytes.count, 1))
            entry.bytes.withUnsafeBytes { if let copy, let start = $0.baseAddress { memcpy(copy, start, $0.count) } }
            let content = zip_source_buffer_create(copy, UInt64(entry.bytes.count), 1, nil)
            let index = zip_file_add(archive, entry.name, content, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE)
            if let password {
                zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password)
            }
        }
        precondition(zip_close(archive) == 0, "the test's archive could not be written")
        defer { zip_source_free(target) }
        zip_source_open(target)
        defer { zip_source_close(target) }
        var status = zip_stat_t()
        zip_source_stat(target, &status)
        return [UInt8](unsafeUninitializedCapacity: Int(status.size)) { buffer, count in
            count = Int(zip_source_read(target, buffer.baseAddress, status.size))
        }
    }
}

/// Makes Word documents for tests out of the XML of their parts.
struct WordFile {
    /// Parts by name; `body` goes into the main part.
    var parts: [(name: String, text: String)] = []
    var isStrict = false

    private var main: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
            : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    }

    private var references: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }

    private static let kinds: [(part: String, kind: String)] = [
        ("styles.xml", "styles"), ("numbering.xml", "numbering"), ("footnotes.xml", "footnotes"),
        ("endnotes.xml", "endnotes"), ("header1.xml", "header"), ("footer1.xml", "footer"),
        ("chunk.html", "aFChunk"), ("chunk.docx", "aFChunk"), ("chunk.rtf", "aFChunk"), ("missing.html", "aFChunk"),
    ]

    /// Takes parts written as `---- numbering.xml` and the XML inside of the root element; the main part is
    /// `document.xml`.
    init(_ listing: String) {
        var name = ""
        for line in listing.components(separatedBy: "\n") {
            if line.hasPrefix("---- ") {
                name = String(line.dropFirst(5))
                parts.append((name, ""))
            } else if !parts.isEmpty {
                parts[parts.count - 1].text += line + "\n"
            }
        }
    }

    /// The document with a body and nothing else.
    init(body: String) { parts = [("document.xml", body)] }

    var bytes: [UInt8] { ZipFile.bytes(entries) }

    var entries: [(name: String, bytes: [UInt8])] {
        [("[Content_Types].xml", Array(types.utf8)), ("_rels/.rels", Array(packageReferences.utf8))]
            + parts.map { ("word/\($0.name)", Array(xml($0).utf8)) }
            + [("word/_rels/document.xml.rels", Array(documentReferences.utf8))]
    }

    private func xml(_ part: (name: String, text: String)) -> String {
        // A part that brings its declaration, or is no XML of Word, is written as it is.
        guard part.name.hasSuffix(".xml"), !part.text.hasPrefix("<?xml") else { return part.text }
        let roots = [
            "document.xml": "document", "styles.xml": "styles", "numbering.xml": "numbering",
            "footnotes.xml": "footnotes", "endnotes.xml": "endnotes", "header1.xml": "hdr", "footer1.xml": "ftr",
        ]
        let root = roots[part.name] ?? "document"
        let inner = root == "document" ? "<w:body>\(part.text)</w:body>" : part.text
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <w:\(root) xmlns:w="\(main)" xmlns:r="\(references)" \
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
            xmlns:v="urn:schemas-microsoft-com:vml" \
            xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">\(inner)</w:\(root)>
            """
    }

    private var types: String {
        """
        <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="html" ContentType="text/html"/><Default Extension="rtf" ContentType="application/rtf"/>\
        <Default Extension="docx" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document"/>\
        <Override PartName="/word/document.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """
    }

    private var packageReferences: String {
        """
        <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Type="\(references)/officeDocument" Target="word/document.xml"/></Relationships>
        """
    }

    private var documentReferences: String {
        let all = Self.kinds.map { part, kind in
            "<Relationship Id=\"\(part)\" Type=\"\(references)/\(kind)\" Target=\"\(part)\"/>"
        }
        let held = zip(Self.kinds, all).filter { kind, _ in
            kind.part == "missing.html" || parts.contains { $0.name == kind.part }
        }
        return """
            <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            \(held.map(\.1).joined())</Relationships>
            """
    }
}
