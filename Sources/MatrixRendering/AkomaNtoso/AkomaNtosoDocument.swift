import RegulationModel

/// A regulation in Akoma Ntoso 3.0 (OASIS LegalDocML): `act` for a whole act, `portion` for an excerpt, `doc` for an
/// explainer. eIds are those of the model; parts outside the act are not in it.
struct AkomaNtosoDocument {
    let regulation: Regulation
    let witness: Witness?

    /// What the root is.
    enum Kind {
        case act, portion, doc

        /// An act that is not shown to be whole is written as a portion: `act` would promise the rest.
        init(_ regulation: Regulation) {
            switch regulation.authority {
            case .explainer: self = .doc
            case .excerpt: self = .portion
            case .act: self = regulation.completeness.status == .whole ? .act : .portion
            }
        }
    }

    private static let namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

    /// The document.
    var text: String { XMLElement("akomaNtoso", ["xmlns": Self.namespace], [root]).document }

    private var root: XMLElement {
        let names = AkomaNtosoNames(regulation, witness: witness)
        let meta = AkomaNtosoMeta(regulation: regulation, witness: witness, names: names)
        let body = AkomaNtosoBody(regulation)
        switch Kind(regulation) {
        case .act:
            let content = [meta.element()] + front + [XMLElement("body", [:], body.elements)] + attachments(meta)
            return XMLElement("act", ["name": names.subtype ?? "act"], content)
        case .doc:
            let content = [meta.element()] + front + [XMLElement("mainBody", [:], body.elements)] + attachments(meta)
            return XMLElement("doc", ["name": "explainer"], content)
        case .portion:
            let excerpt = XMLElement("hcontainer", ["name": "excerpt"], intro + body.elements + annexes)
            let content = [meta.element(), XMLElement("portionBody", [:], [excerpt])]
            return XMLElement("portion", ["includedIn": names.expression], content)
        }
    }

    /// Preface and preamble, where there is anything to put there.
    private var front: [XMLElement] {
        let containers = [PartKind.adoptionNote, .tableOfContents].flatMap { kind in
            blocks(kind).map { XMLElement("container", ["name": kind.rawValue], $0) }
        }
        let preface = title + containers
        let preamble = blocks(.preamble).flatMap(\.self)
        return [("preface", preface), ("preamble", preamble)].filter { !$0.1.isEmpty }.map { XMLElement($0, [:], $1) }
    }

    /// What precedes the articles of an excerpt, which has no preface: its body takes a single element. Nothing may
    /// contain blocks there, so each says in its class what it is.
    private var intro: [XMLElement] {
        let notes = [PartKind.adoptionNote, .tableOfContents, .preamble].flatMap { kind in
            lines(kind).flatMap { $0.map { XMLElement("p", ["class": kind.rawValue], text: $0) } }
        }
        let content = title + notes
        return content.isEmpty ? [] : [XMLElement("intro", [:], content)]
    }

    /// The title where it is printed; one that a corpus gives stands in the `meta` only.
    private var title: [XMLElement] {
        guard let span = regulation.titleSpan, !span.isEmpty else { return [] }
        return [XMLElement("p", inline: [XMLElement("docTitle", text: regulation.source.flowed([span]))])]
    }

    private func attachments(_ meta: AkomaNtosoMeta) -> [XMLElement] {
        let annexes = blocks(.annex).enumerated().map { index, lines in
            XMLElement(
                "attachment", [:],
                [
                    XMLElement(
                        "doc", ["name": "annex"],
                        [meta.element(component: "annex_\(index + 1)"), XMLElement("mainBody", [:], lines)])
                ])
        }
        return annexes.isEmpty ? [] : [XMLElement("attachments", [:], annexes)]
    }

    private var annexes: [XMLElement] {
        blocks(.annex).map { XMLElement("hcontainer", ["name": "annex"], [XMLElement("content", [:], $0)]) }
    }

    /// The lines of each part of a kind, as blocks; parts without a visible character are left out.
    private func blocks(_ kind: PartKind) -> [[XMLElement]] {
        lines(kind).map { $0.map { XMLElement("p", text: $0) } }
    }

    private func lines(_ kind: PartKind) -> [[String]] {
        regulation.parts.filter { $0.kind == kind }.map { part in
            let lines = regulation.source.string(part.span).split(whereSeparator: \.isNewline)
            return lines.map { flowed($0) }.filter { !$0.isEmpty }
        }
        .filter { !$0.isEmpty }
    }

    private func flowed(_ line: Substring) -> String {
        let bytes = Array(line.utf8)
        return SourceText(name: "", bytes: bytes).flowed([ByteSpan(0, bytes.count)])
    }
}
