import ComparisonMatrix
import RegulationModel

/// Which pages a page can link to. A page made alone links to none.
struct PageLinks {
    /// The matrices that have a page.
    let matrices: [Matrix]
    /// The texts that have a page, by id.
    let texts: Set<String>
    /// True where `index.html` is among the pages.
    let hasIndex: Bool
    /// Pages of results that are no matrix, with their names.
    var results: [(file: String, title: BilingualText)] = []
    /// What leads from the page's folder to that of the site: `../` for a page in a folder of its own.
    var toSite = ""

    /// The folder of the pages that compare two texts.
    static let pairs = "pairs/"

    /// The same links for a page in a folder of the site.
    var fromFolder: PageLinks {
        var links = self
        links.toSite = "../"
        return links
    }

    static let none = PageLinks(matrices: [], texts: [], hasIndex: false)

    /// The page of a matrix.
    static func page(_ matrix: Matrix) -> String { FileName.safe(matrix.id) + ".html" }

    /// Link to a text, or to one provision in it.
    func text(_ id: String, at eId: EId? = nil) -> String? {
        guard texts.contains(id) else { return nil }
        return toSite + FileName.textPage(id) + (eId.map { "#" + FileName.anchor($0.text) } ?? "")
    }

    /// The tabs above each page; `current` is the file name of the page itself.
    func tabs(current: String) -> [View] {
        guard hasIndex else { return [] }
        let index = [("index.html", BilingualText("语料总览", "Corpus"))]
        let pages = matrices.map { (Self.page($0), Self.tab($0)) }
        let results = results.map { ($0.file, $0.title) }
        return (index + pages + results).map { file, label in
            View(["href": toSite + file, "label": label.view, "isCurrent": file == current])
        }
    }

    private static func tab(_ matrix: Matrix) -> BilingualText {
        switch matrix.rowKind {
        case .topics: return BilingualText("事项对照", "Topics")
        case .articles:
            let base = matrix.baseWitness?.name ?? matrix.title
            return BilingualText("\(base.chinese)条文", "Articles of \(base.english)")
        case .families:
            let order = matrix.baseWitness?.name
            return BilingualText(
                "同类条文" + (order.map { "（\($0.chinese)）" } ?? ""),
                "Matching provisions" + (order.map { " (\($0.english))" } ?? ""))
        }
    }
}

/// What every page has around its content.
struct PageFrame {
    let file: String
    let title: BilingualText
    let lead: BilingualText?
    let bodyClass: String
    let links: PageLinks

    /// Fills a page template: `content` lies in its field `content`.
    func render(_ template: String, _ content: View) -> String {
        PageTemplates.render(
            template,
            View([
                "title": title.joined, "heading": title.view, "lead": lead.view, "bodyClass": bodyClass,
                "style": Stylesheet.text, "policyHash": Stylesheet.policyHash, "tabs": tabs, "content": content,
            ]))
    }

    private var tabs: View? {
        let tabs = links.tabs(current: file)
        return tabs.isEmpty ? nil : View(["list": tabs])
    }
}
