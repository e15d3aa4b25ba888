import RegulationModel

/// Reads the `meta` of the main document: title, dates and number of the work and of this expression of it.
struct AkomaNtosoMetaReader {
    private(set) var facts = StatedFacts()
    private(set) var isOpen = false
    private var isRead = false

    /// What the element below the root says of the text.
    mutating func root(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "portion": facts.authority = .excerpt
        case "doc": if attributes["name"] == Authority.explainer.rawValue { facts.authority = .explainer }
        default: break
        }
    }

    mutating func begin() { isOpen = true }

    mutating func end() {
        isOpen = false
        isRead = true
    }

    mutating func open(_ name: String, _ attributes: XMLAttributes) {
        guard !isRead, let value = attributes["value"] ?? attributes["date"] else { return }
        switch name {
        case "FRBRalias": if attributes["name"] == "title", facts.title.isEmpty { facts.title = value }
        case "FRBRnumber": facts.documentNumber = facts.documentNumber ?? value
        case "FRBRdate":
            if let kind = attributes["name"], facts.dates[kind] == nil { facts.dates[kind] = Self.date(value) }
        default: break
        }
    }

    /// `2020-01-01`, also with a time behind it.
    private static func date(_ text: String) -> CalendarDate? {
        let day = text.prefix { $0 != "T" }.split(separator: "-").map(String.init)
        guard day.count == 3, let year = Int(day[0]), let month = Int(day[1]), let number = Int(day[2]) else {
            return nil
        }
        return CalendarDate(year: year, month: month, day: number)
    }
}
