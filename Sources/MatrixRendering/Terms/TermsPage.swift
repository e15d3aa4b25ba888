import ComparisonMatrix
import RegulationModel

/// Terms with their renderings as one page.
struct TermsPage {
    static let file = "terms.html"

    let list: TermList
    let links: PageLinks

    var text: String {
        let frame = PageFrame(
            file: Self.file, title: TermWords.title, lead: TermWords(list: list).lead, bodyClass: "parameters",
            links: links)
        return frame.render("terms-page", TermsView(list: list, links: links).view(list.terms))
    }
}

/// The table of terms, on its own page or in another.
struct TermsView {
    let list: TermList
    let links: PageLinks
    var hasAnchors = true

    func view(_ terms: [Term]) -> View {
        var anchors = UniqueAnchors()
        return View([
            "caption": TermWords.title.view,
            "list": terms.map { row($0, id: hasAnchors ? anchors.take("term-" + $0.name.text) : nil) },
        ])
    }

    private func row(_ term: Term, id: String?) -> View {
        View([
            "id": id, "name": term.name.text, "language": term.name.language.rawValue,
            "origins": Term.Origin.allCases.filter(term.origins.contains).map(\.label.view),
            "places": term.name.places.map(place),
            "renderings": term.renderings.map { form in
                View(["words": form.text, "language": form.language.rawValue, "places": form.places.map(place)])
            },
            "several": term.inconsistent.isEmpty
                ? nil : View(["names": term.inconsistent.map { list.name(of: $0).view }]),
        ])
    }

    private func place(_ place: Term.Place) -> View {
        let language = TermWords(list: list).language(of: place.witness)
        return View([
            "name": list.name(of: place.witness).view, "count": place.count,
            "citation": list.citation(of: place.first).text(language),
            "href": links.text(place.witness, at: place.first.provision.article),
        ])
    }
}
