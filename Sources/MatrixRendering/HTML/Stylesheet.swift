/// The one style sheet of all pages, inlined in each.
enum Stylesheet {
    /// Its text.
    static let text = String(decoding: PackageResources.style_css, as: UTF8.self)

    /// What the Content-Security-Policy names: SHA-256 of `text`, base64. A test compares it with the file and says
    /// what it must be.
    static let policyHash = "sha256-o6T7sIe/N51H/02MLBihNog0fKiC0hKJXzUBEiWOvPY="
}

/// The one script of all pages, inlined in each. A page is complete without it: it adds filters, columns, pins.
enum PageScript {
    /// Its lines without indentation and comments, which no reader of a page needs.
    static let text =
        String(decoding: PackageResources.site_js, as: UTF8.self).split(separator: "\n")
        .map { $0.drop { $0 == " " } }
        .filter { !$0.isEmpty && !$0.hasPrefix("//") }
        .joined(separator: "\n")

    /// What the Content-Security-Policy names: SHA-256 of `text`, base64; tested like that of the style sheet.
    static let policyHash = "sha256-vMymAH820lCvM935HNjh8JwahOsB5IYp8aHtu/sfWng="
}
