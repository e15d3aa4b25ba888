/// One part of an Office document: an XML document with its place and its kind.
struct OfficePart {
    /// Path in the archive, `word/styles.xml`.
    let name: String
    /// The part's own words in its content type: `wordprocessingml.styles`.
    let kind: String
    /// What it is to the main part: `styles`.
    let relation: String
    let content: XMLElement

    var contentType: String { "application/vnd.openxmlformats-officedocument.\(kind)+xml" }
}

/// An Office Open XML document (ISO/IEC 29500-2): parts, their content types, and how they belong together.
///
/// The parts that the main part refers to have the ids `rId1`, `rId2` … in their order.
struct OfficePackage {
    let main: OfficePart
    let parts: [OfficePart]
    let title: String
    /// Language of the document as a whole, BCP 47.
    let language: String

    private static let packageSpace = "http://schemas.openxmlformats.org/package/2006"
    private static let documentSpace = "http://schemas.openxmlformats.org/officeDocument/2006"

    /// The namespace of relationship ids (`r:id`).
    static let relationSpace = documentSpace + "/relationships"

    /// The archive.
    var bytes: [UInt8] {
        var archive = ZipArchive()
        for (name, content) in entries { archive.add(name, Array(content.document.utf8)) }
        return archive.finished()
    }

    private var entries: [(name: String, content: XMLElement)] {
        let own = [main] + parts
        return [
            ("[Content_Types].xml", contentTypes), ("_rels/.rels", rootRelations), ("docProps/core.xml", core),
            ("docProps/app.xml", application), (main.name, main.content), (mainRelationsName, mainRelations),
        ] + own.dropFirst().map { ($0.name, $0.content) }
    }

    private var contentTypes: XMLElement {
        let types = ([main] + parts).map { ($0.name, $0.contentType) }
        let properties = [
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ]
        let defaults = [
            XMLElement(
                "Default",
                [
                    "Extension": "rels",
                    "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
                ]), XMLElement("Default", ["Extension": "xml", "ContentType": "application/xml"]),
        ]
        let overrides = (types + properties).map { name, type in
            XMLElement("Override", ["PartName": "/" + name, "ContentType": type])
        }
        return XMLElement("Types", ["xmlns": Self.packageSpace + "/content-types"], defaults + overrides)
    }

    private var rootRelations: XMLElement {
        Self.relations([
            (Self.relationSpace + "/officeDocument", main.name),
            (Self.packageSpace + "/relationships/metadata/core-properties", "docProps/core.xml"),
            (Self.relationSpace + "/extended-properties", "docProps/app.xml"),
        ])
    }

    private var mainRelations: XMLElement {
        Self.relations(parts.map { (Self.relationSpace + "/" + $0.relation, "/" + $0.name) })
    }

    /// `word/_rels/document.xml.rels` for `word/document.xml`.
    private var mainRelationsName: String {
        var path = main.name.split(separator: "/").map(String.init)
        let file = path.removeLast()
        return (path + ["_rels", file + ".rels"]).joined(separator: "/")
    }

    private static func relations(_ targets: [(type: String, target: String)]) -> XMLElement {
        XMLElement(
            "Relationships", ["xmlns": packageSpace + "/relationships"],
            targets.enumerated().map { index, target in
                XMLElement(
                    "Relationship", ["Id": "rId\(index + 1)", "Type": target.type, "Target": target.target])
            })
    }

    /// Title and language; no date and no author, since neither is known.
    private var core: XMLElement {
        XMLElement(
            "cp:coreProperties",
            [
                "xmlns:cp": Self.packageSpace + "/metadata/core-properties",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            ], [XMLElement("dc:title", text: title), XMLElement("dc:language", text: language)])
    }

    private var application: XMLElement {
        XMLElement(
            "Properties", ["xmlns": Self.documentSpace + "/extended-properties"],
            [XMLElement("Application", text: "Duizhao")])
    }
}
