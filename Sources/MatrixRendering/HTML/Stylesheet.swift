/// The one style sheet of all pages, inlined in each.
enum Stylesheet {
    /// Its parts in the order of the cascade: what all pages have, then what some have, then windows and paper, then
    /// the pages that set their own widths for those.
    private static let parts = [
        PackageResources.page_css, PackageResources.controls_css, PackageResources.matrix_css,
        PackageResources.front_css, PackageResources.text_css, PackageResources.pair_css, PackageResources.narrow_css,
        PackageResources.print_css, PackageResources.results_css, PackageResources.study_css,
    ]

    /// Its text.
    static let text = InlinedSource.joined(parts, comment: "/*")

    /// What the Content-Security-Policy names: SHA-256 of `text`, base64. A test compares it with the text and says
    /// what it must be.
    static let policyHash = "sha256-ZoY18DRn3Sddd2AQGUpYqd3FLMJGJCyC2DIew7d/1co="
}

/// The one script of all pages, inlined in each. A page is complete without it: it adds filters, columns, pins. Text of
/// documents reaches the page through `textContent` only.
enum PageScript {
    /// What acts before the page is read.
    private static let first = [PackageResources.room_js]

    /// What acts when it is: one function's body, so that nothing of it is seen outside. `start` comes last, since what
    /// the parts before it declare must be there.
    private static let parts = [
        PackageResources.elements_js, PackageResources.rows_js, PackageResources.columns_js,
        PackageResources.folding_js, PackageResources.pairs_js, PackageResources.provenance_js,
        PackageResources.pins_js, PackageResources.controls_js, PackageResources.start_js,
    ]

    /// Its text.
    static let text =
        "\"use strict\";\n(() => {\n" + InlinedSource.joined(first, comment: "//")
        + "\ndocument.addEventListener(\"DOMContentLoaded\", () => {\n" + InlinedSource.joined(parts, comment: "//")
        + "\n});\n})();"

    /// What the Content-Security-Policy names: SHA-256 of `text`, base64; tested like that of the style sheet.
    static let policyHash = "sha256-fsYzwnAMbbEpuOW2i626QebIQGlXOfzk8q9KGU+T47w="
}

/// Sources that stand in a page.
private enum InlinedSource {
    /// Their lines without indentation and lines of comment, which no reader of a page needs. A comment is a line of
    /// its own that is not continued.
    static func joined(_ parts: [[UInt8]], comment: String) -> String {
        parts.flatMap { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
            .map { $0.drop { $0 == " " } }
            .filter { !$0.isEmpty && !$0.hasPrefix(comment) }
            .joined(separator: "\n")
    }
}
