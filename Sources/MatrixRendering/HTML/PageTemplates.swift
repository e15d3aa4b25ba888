import Mustache

/// The embedded templates. Each begins with a pragma that names `PageContent`, since a partial does not take over the
/// content type of the page around it.
enum PageTemplates {
    /// Fills a template.
    static func render(_ name: String, _ view: View) -> String {
        guard let text = library.render(view, withTemplate: name) else {
            preconditionFailure("no embedded template is named \(name)")
        }
        return text
    }

    /// Names and texts of all templates, for the library and its test.
    static let sources: [(name: String, text: String)] = [
        ("page", text(PackageResources.page_mustache)),
        ("label", inline(PackageResources.label_mustache)),
        ("matrix", text(PackageResources.matrix_mustache)),
        ("cell", text(PackageResources.cell_mustache)),
        ("versus", inline(PackageResources.versus_mustache)),
        ("quotation", text(PackageResources.quotation_mustache)),
        ("block", text(PackageResources.block_mustache)),
        ("index", text(PackageResources.index_mustache)),
        ("document", text(PackageResources.document_mustache)),
        ("coverage", text(PackageResources.coverage_mustache)),
        ("text", text(PackageResources.text_mustache)),
        ("part", text(PackageResources.part_mustache)),
        ("piece", text(PackageResources.piece_mustache)),
        ("difference", text(PackageResources.difference_mustache)),
        ("run", inline(PackageResources.run_mustache)),
        ("parameters", text(PackageResources.parameters_mustache)),
        ("value", text(PackageResources.value_mustache)),
        ("upper-act", text(PackageResources.upper_act_mustache)),
        ("commonality", text(PackageResources.commonality_mustache)),
        ("guide", text(PackageResources.guide_mustache)),
        ("terms", text(PackageResources.terms_mustache)),
        ("terms-page", text(PackageResources.terms_page_mustache)),
        ("codebook", text(PackageResources.codebook_mustache)),
        ("diagnostics-page", text(PackageResources.diagnostics_page_mustache)),
        ("diagnostics", text(PackageResources.diagnostics_mustache)),
    ]

    private static let library: MustacheLibrary = {
        MustacheContentTypes.register(PageContent(), named: "PAGE")
        var library = MustacheLibrary()
        for (name, text) in sources {
            do {
                try library.register(text, named: name)
            } catch {
                preconditionFailure("the embedded template \(name) does not parse: \(error)")
            }
        }
        return library
    }()

    /// A partial that stands within a line: the end of its file would be a space in the page.
    private static func inline(_ bytes: [UInt8]) -> String {
        String(text(bytes).reversed().drop { $0 == "\n" }.reversed())
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// Escapes text for element content and quoted attributes, scalar by scalar.
///
/// Mustache's own HTML type goes by grapheme: a `<` or `"` that carries a combining mark is another `Character` to it and
/// stays as it is, and an attribute would end there.
struct PageContent: MustacheContentType {
    func escapeText(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch VisibleText.visible(scalar) {
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case let visible: result.append(visible)
            }
        }
        return String(result)
    }
}
