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
    /// True where pages compare two texts each; the front page lists them.
    var hasPairs = false
    /// What leads from the page's folder to that of the site: `../` for a page in a folder of its own.
    var toSite = ""

    /// True where all texts are in English: labels are in English then, until a reader chooses otherwise.
    var opensInEnglish = false

    /// The folder of the pages that compare two texts.
    static let pairs = "pairs/"

    /// The same links for a page in a folder of the site.
    var fromFolder: PageLinks {
        var links = self
        links.toSite = "../"
        return links
    }

    static let none = PageLinks(matrices: [], texts: [], hasIndex: false)

    /// The links of a page that stands by itself, on some texts.
    static func alone(_ witnesses: [Witness]) -> PageLinks {
        var links = none
        links.opensInEnglish = areEnglish(witnesses)
        return links
    }

    static func areEnglish(_ witnesses: [Witness]) -> Bool {
        !witnesses.isEmpty && witnesses.allSatisfy { $0.regulation.language == .english }
    }

    /// The page of a matrix.
    static func page(_ matrix: Matrix) -> String { FileName.safe(matrix.id) + ".html" }

    /// Link to a text, or to one provision in it.
    func text(_ id: String, at eId: EId? = nil) -> String? {
        guard texts.contains(id) else { return nil }
        return toSite + FileName.textPage(id) + (eId.map { "#" + FileName.anchor($0.text) } ?? "")
    }

    /// Link to a group of provisions on the page that compares two texts.
    func pair(_ differences: ActDifferences, group: String) -> String? {
        guard hasPairs else { return nil }
        return toSite + Self.pairs + DifferencePage.name(differences) + ".html#" + FileName.anchor(group)
    }

    /// The tabs above each page; `current` is the file name of the page itself. Pages of one kind share a tab.
    func tabs(current: String) -> [View] {
        guard hasIndex else { return [] }
        let index = tab("index.html", BilingualText("总览", "Overview"), current == "index.html" ? "page" : nil)
        let pages = hasPairs ? [pairsTab(current)] : []
        let results = results.map { tab($0.file, $0.title, $0.file == current ? "page" : nil) }
        return [index] + matrixTabs(current) + pages + results
    }

    /// A tab for each matrix but those of articles: the base is switched on their page.
    private func matrixTabs(_ current: String) -> [View] {
        let articles = matrices.filter { $0.rowKind == .articles }
        let shown = articles.first { Self.page($0) == current } ?? articles.first
        return matrices.filter { $0.rowKind != .articles || $0.id == shown?.id }.map { matrix in
            tab(Self.page(matrix), Self.label(matrix.rowKind), Self.page(matrix) == current ? "page" : nil)
        }
    }

    private func pairsTab(_ current: String) -> View {
        tab(
            "index.html#ui-pairs", BilingualText("两两对照", "Pairs"), current.hasPrefix(Self.pairs) ? "true" : nil)
    }

    private func tab(_ file: String, _ label: BilingualText, _ current: String?) -> View {
        View(["href": toSite + file, "label": label.view, "current": current])
    }

    private static func label(_ kind: Matrix.RowKind) -> BilingualText {
        switch kind {
        case .topics: BilingualText("事项", "Topics")
        case .articles: BilingualText("条文", "Articles")
        case .families: BilingualText("同类条文", "Provisions")
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
                "style": Stylesheet.text, "styleHash": Stylesheet.policyHash, "script": PageScript.text,
                "scriptHash": PageScript.policyHash, "tabs": tabs, "content": content,
                "opensInEnglish": links.opensInEnglish,
            ]))
    }

    private var tabs: View? {
        let tabs = links.tabs(current: file)
        return tabs.isEmpty ? nil : View(["list": tabs])
    }
}
