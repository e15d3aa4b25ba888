import RegulationModel

/// The `meta` of a document: what it is as work, expression and manifestation (FRBR), and who is named there.
struct AkomaNtosoMeta {
    let regulation: Regulation
    let witness: Witness?
    let names: AkomaNtosoNames

    /// The schema wants a date everywhere, and no year alone. Where none is known the first day of the common era
    /// stands, named `unknown`; a manifestation always has it, since no clock reaches a result.
    private static let unknownDate = XMLElement("FRBRdate", ["date": "0001-01-01", "name": "unknown"])

    /// The element for the main document, or for one of its components, which refers to the names of the main one.
    func element(component: String? = nil) -> XMLElement {
        let name = component ?? "main"
        let identification = XMLElement(
            "identification", ["source": "#duizhao"], [work(name), expression(name), manifestation(name)])
        return XMLElement("meta", [:], component == nil ? [identification, references] : [identification])
    }

    private func work(_ component: String) -> XMLElement {
        let dates = regulation.dates
        let stated =
            regulation.authority == .explainer
            ? [("published", dates.published)]
            : [("adopted", dates.adopted), ("approved", dates.approved), ("issued", dates.issued)]
        let title = regulation.title
        let alias = title.isEmpty ? [] : [XMLElement("FRBRalias", ["value": title, "name": "title"])]
        let facts = [
            ("FRBRcountry", names.country), ("FRBRsubtype", names.subtype), ("FRBRnumber", regulation.documentNumber),
            ("FRBRname", names.slug),
        ]
        return XMLElement(
            "FRBRWork", [:],
            address("\(names.work)/!\(component)", names.work) + alias + self.dates(stated) + [author("#authority")]
                + facts.compactMap { name, value in value.map { XMLElement(name, ["value": $0]) } })
    }

    private func expression(_ component: String) -> XMLElement {
        let dates = regulation.dates
        // The date of the address comes first: of several dates readers take the first.
        let stated: [(String, CalendarDate?)] =
            regulation.authority == .explainer
            ? [("published", dates.published)]
            : [("amended", dates.amended.last), ("effective", dates.effective)]
        let language = XMLElement("FRBRlanguage", ["language": AkomaNtosoNames.language(regulation.language)])
        return XMLElement(
            "FRBRExpression", [:],
            address("\(names.expression)/!\(component)", names.expression) + self.dates(stated)
                + [author(translator ?? "#authority"), language] + translation)
    }

    private func manifestation(_ component: String) -> XMLElement {
        XMLElement(
            "FRBRManifestation", [:],
            address("\(names.expression)/!\(component).akn", "\(names.expression).akn")
                + [Self.unknownDate, author("#duizhao")] + portion
                + [XMLElement("FRBRformat", ["value": "application/akn+xml"])])
    }

    private func address(_ this: String, _ uri: String) -> [XMLElement] {
        [XMLElement("FRBRthis", ["value": this]), XMLElement("FRBRuri", ["value": uri])]
    }

    private func author(_ href: String) -> XMLElement { XMLElement("FRBRauthor", ["href": href]) }

    private func dates(_ stated: [(name: String, date: CalendarDate?)]) -> [XMLElement] {
        let known = stated.compactMap { name, date in
            date.map { XMLElement("FRBRdate", ["date": $0.text, "name": name]) }
        }
        return known.isEmpty ? [Self.unknownDate] : known
    }

    private var translator: String? {
        switch witness?.translation {
        case .machine: "#machine"
        case .official: "#authority"
        case .original, nil: nil
        }
    }

    /// No translation of a mainland act has authority, not even a published one: the Chinese text decides.
    private var translation: [XMLElement] {
        guard let translator, let original = names.original else { return [] }
        return [
            XMLElement(
                "FRBRtranslation",
                [
                    "href": original, "fromLanguage": AkomaNtosoNames.language(.chinese), "authoritative": "false",
                    "by": translator,
                ])
        ]
    }

    /// First and last article of an excerpt; what is missing between them stands in the body.
    private var portion: [XMLElement] {
        guard AkomaNtosoDocument.Kind(regulation) == .portion, let first = regulation.articles.first,
            let last = regulation.articles.last
        else { return [] }
        return [XMLElement("FRBRportion", ["from": "#\(first.eId.text)", "upTo": "#\(last.eId.text)"])]
    }

    /// Who is spoken of: the body that made the text, of which the territory is known at best; this program; a machine.
    private var references: XMLElement {
        let place = witness?.jurisdiction.map { "\($0.name.chinese) \($0.name.english)" }
        let author = regulation.authority == .explainer ? "author" : "authority"
        var people = [
            reference("TLCOrganization", "authority", "organization/\(names.country)/\(author)", place ?? "unknown"),
            reference("TLCOrganization", "duizhao", "organization/duizhao", "Duizhao"),
        ]
        if witness?.translation == .machine {
            people.append(
                reference("TLCObject", "machine", "object/machine-translation", "machine translation"))
        }
        return XMLElement("references", ["source": "#duizhao"], people)
    }

    private func reference(_ element: String, _ eId: String, _ path: String, _ name: String) -> XMLElement {
        XMLElement(element, ["eId": eId, "href": "/akn/ontology/\(path)", "showAs": name])
    }
}
