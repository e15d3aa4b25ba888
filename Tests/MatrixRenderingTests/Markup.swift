/// Just enough of an HTML reader to see elements, attributes and text of the pages made here.
struct Markup {
    struct Tag: Hashable {
        let name: String
        let attributes: [String: String]
        let isClosing: Bool
    }

    private(set) var tags: [Tag] = []
    private(set) var text = ""
    /// Elements that were closed in another order than they were opened, or never.
    private(set) var faults: [String] = []

    private static let void: Set<String> = ["meta", "input", "col", "br", "rect", "!doctype"]

    init(_ html: String) {
        var open: [String] = []
        let scalars = Array(html.unicodeScalars)
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "<" else {
                text.unicodeScalars.append(scalars[index])
                index += 1
                continue
            }
            let end = Self.tagEnd(scalars, index)
            let tag = Self.tag(String(String.UnicodeScalarView(scalars[(index + 1)..<min(end, scalars.count)])))
            tags.append(tag)
            index = end + 1
            if tag.isClosing {
                if open.last != tag.name { faults.append("</\(tag.name)> in \(open.suffix(3))") }
                if !open.isEmpty { open.removeLast() }
            } else if !Self.void.contains(tag.name) {
                open.append(tag.name)
            }
            if tag.name == "style" || tag.name == "script", !tag.isClosing {
                while index + 1 < scalars.count, scalars[index] != "<" || scalars[index + 1] != "/" { index += 1 }
            }
        }
        faults += open.map { "<\($0)> is never closed" }
        text = Self.unescaped(text)
    }

    /// Names of elements and attributes in order: what hostile text must not change.
    var shape: [String] {
        tags.map { ($0.isClosing ? "/" : "") + $0.name + $0.attributes.keys.sorted().joined(separator: ",") }
    }

    func values(_ attribute: String) -> [String] { tags.compactMap { $0.attributes[attribute] } }

    private static func tagEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        var index = start
        var isQuoted = false
        while index < scalars.count, isQuoted || scalars[index] != ">" {
            if scalars[index] == "\"" { isQuoted.toggle() }
            index += 1
        }
        return index
    }

    private static func tag(_ text: String) -> Tag {
        let isClosing = text.hasPrefix("/")
        let body = isClosing ? String(text.dropFirst()) : text
        let name = String(body.prefix { !" \n/".contains($0) })
        var attributes: [String: String] = [:]
        var rest = body.dropFirst(name.count)
        while let start = rest.firstIndex(where: { !" \n/".contains($0) }) {
            let key = rest[start...].prefix { !"= ".contains($0) }
            rest = rest[key.endIndex...]
            guard rest.first == "=" else {
                attributes[String(key)] = ""
                continue
            }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            attributes[String(key)] = unescaped(String(value))
            rest = rest[value.endIndex...].dropFirst()
        }
        return Tag(name: name, attributes: attributes, isClosing: isClosing)
    }

    private static func unescaped(_ text: String) -> String {
        var result = text
        let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        for (escape, sign) in signs {
            result = result.split(separator: escape, omittingEmptySubsequences: false).joined(separator: sign)
        }
        return result
    }
}
