import RegulationModel

/// The clauses of an explainer, and which of them tell what the act says.
///
/// An explainer also tells of the history, of other acts and of its own author. A clause counts from the sentence of
/// its paragraph on that names the act: "In 2004 …" does not, "the "Regulations" first is to clarify …; the second is
/// …" does. In a sentence that names another instrument as its source (根据《…意见》, "According to the … Opinions")
/// the clauses do not count until one names the act again. Points count with a paragraph that ends with a colon.
///
/// Of the topics that a reader's list of Shanghai's sections gives, the clauses find 20 of 33 with 23 findings; without
/// the rule 21 with 27, one of them from the words of another instrument.
struct ExplainerClauses {
    private let regulation: Regulation
    private let names: ActNames

    init(_ regulation: Regulation) {
        self.regulation = regulation
        self.names = ActNames(regulation)
    }

    /// All clauses in document order.
    var units: [TextUnit] { regulation.provisions.flatMap { units(of: $0, isLed: false) } }

    /// The clauses of one section.
    func units(of section: Provision) -> [TextUnit] { units(of: section, isLed: false) }

    private func units(of provision: Provision, isLed: Bool) -> [TextUnit] {
        var isNamed = isLed
        var units = units(provision.text, of: provision.eId, &isNamed)
        let leads = isNamed && units.last.map { $0.lead.hasSuffix(":") || $0.lead.hasSuffix("：") } == true
        units += provision.children.flatMap { self.units(of: $0, isLed: leads) }
        return units + self.units(provision.wrapUp.map { [$0] } ?? [], of: provision.eId, &isNamed)
    }

    /// The clauses of one stretch of text; `isNamed` tells whether the paragraph has named the act.
    private func units(_ spans: [ByteSpan], of provision: EId, _ isNamed: inout Bool) -> [TextUnit] {
        var units: [TextUnit] = []
        for sentence in sentences(spans) {
            isNamed = isNamed || sentence.contains { names.isNamed(in: $0.text) }
            var isOther = false
            var isOwn = false
            for clause in sentence {
                isOwn = isOwn || names.isNamed(in: clause.text)
                isOther = !isOwn && (isOther || names.isOfAnotherSource(clause.text))
                units.append(
                    TextUnit(
                        provision: provision, spans: clause.spans, lead: clause.text, points: [],
                        isOfAct: isNamed && !isOther))
            }
        }
        return units
    }

    /// The clauses of a text, sentence by sentence.
    private func sentences(_ spans: [ByteSpan]) -> [[(spans: [ByteSpan], text: String)]] {
        var sentences: [[(spans: [ByteSpan], text: String)]] = [[]]
        for clause in ClauseCutter.clauses(of: spans, in: regulation.source) {
            let text = regulation.source.flowed(clause)
            sentences[sentences.count - 1].append((clause, text))
            if text.hasSuffix(".") || text.hasSuffix("。") { sentences.append([]) }
        }
        return sentences
    }
}
