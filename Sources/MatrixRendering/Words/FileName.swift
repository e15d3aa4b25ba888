/// Names of pages and anchors made from ids, which may hold anything.
enum FileName {
    /// An id as part of a file name: letters, digits, `-` and `_` stay, anything else becomes `-`. An id that had to be
    /// changed ends with a number made from its bytes, so that two ids never give one name. No name begins with `-`, which
    /// commands take for an option.
    static func safe(_ id: String) -> String {
        var result = ""
        for scalar in id.unicodeScalars {
            result.unicodeScalars.append(isPlain(scalar) ? scalar : "-")
        }
        guard result != id || id.isEmpty || id.hasPrefix("-") || id.utf8.count > 80 else { return id }
        let kept = String(String.UnicodeScalarView(result.unicodeScalars.drop { $0 == "-" }.prefix(40)))
        return "\(kept.isEmpty ? "x" : kept)-\(String(fingerprint(id), radix: 36))"
    }

    /// The name of a page of the site without `.html`.
    static func withoutEnding(_ page: String) -> String { String(page.prefix { $0 != "." }) }

    /// The page of a document's printed source.
    static func textPage(_ id: String) -> String { "text-\(safe(id)).html" }

    /// An address as fragment of a link or as `id` of an element: no white space, no sign that a URL takes apart.
    static func anchor(_ id: String) -> String { safe(id) }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
        default: scalar.value >= 0x3400 && scalar.properties.isAlphabetic && scalar.value < 0xE000
        }
    }

    /// FNV-1a, 32 bits.
    private static func fingerprint(_ text: String) -> UInt32 {
        text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
