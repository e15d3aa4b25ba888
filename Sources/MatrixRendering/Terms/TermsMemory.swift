import ComparisonMatrix
import RegulationModel

/// Terms as TMX 1.4b: a unit for each rendering of a Chinese term, with the places it is attested at.
struct TermsMemory {
    let list: TermList

    /// The layout of units and properties described here; it changes when they do.
    private static let layoutVersion = "1"

    var text: String {
        let header = XMLElement(
            "header",
            [
                "creationtool": "duizhao", "creationtoolversion": Self.layoutVersion, "segtype": "phrase",
                "o-tmf": "duizhao", "adminlang": "en", "srclang": "zh-CN", "datatype": "plaintext",
            ])
        let units = list.terms.enumerated().flatMap { number, term in
            term.renderings.enumerated().filter { $0.element.language != term.name.language }.map {
                unit(term, $0.element, id: "\(number + 1)-\($0.offset + 1)")
            }
        }
        return XMLElement("tmx", ["version": "1.4"], [header, XMLElement("body", [:], units)]).document
    }

    private func unit(_ term: Term, _ form: Term.Form, id: String) -> XMLElement {
        let words = TermWords(list: list)
        let notes = form.places.map { XMLElement("note", ["xml:lang": "en"], text: words.place($0)) }
        let isSeveral = form.places.contains { term.inconsistent.contains($0.witness) }
        let properties = [
            ("x-field", term.field), ("x-count", String(form.count)), ("x-inconsistent", isSeveral ? "yes" : "no"),
        ].filter { !$0.1.isEmpty }.map { XMLElement("prop", ["type": $0.0], text: $0.1) }
        return XMLElement(
            "tu", ["tuid": id],
            notes + properties + [variant(term.name), variant(form)])
    }

    private func variant(_ form: Term.Form) -> XMLElement {
        let language = form.language == .chinese ? "zh-CN" : "en"
        return XMLElement("tuv", ["xml:lang": language], [XMLElement("seg", text: form.text)])
    }
}
