import RegulationModel

/// One text on its way into a matrix: what is needed to make its cells.
struct TextColumn {
    let witness: Witness
    let quotations: QuotationBuilder
    let cells: CellComposer
    /// Place of each article or section in its text, by address.
    private let places: [EId: Int]

    var regulation: Regulation { witness.regulation }

    private init(_ witness: Witness, register: ActRegister) {
        self.witness = witness
        self.quotations = QuotationBuilder(regulation: witness.regulation, register: register)
        self.cells = CellComposer(witness.regulation)
        self.places = Dictionary(
            witness.regulation.provisions.enumerated().map { ($0.element.eId, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    /// A column for each text.
    static func all(_ witnesses: [Witness]) -> [TextColumn] {
        let register = ActRegister(witnesses)
        return witnesses.map { TextColumn($0, register: register) }
    }

    /// Place of the article that holds an address; nil where there is none.
    func place(of eId: EId) -> Int? { places[eId.article] }

    /// The provision at an address.
    func provision(at eId: EId) -> Provision? {
        place(of: eId).flatMap { regulation.provisions[$0].provision(at: eId) }
    }

    /// What a section of an explainer tells of the act: the whole of it where all its clauses do; nil where none does.
    func explanation(in section: Provision, _ basis: QuotationBasis) -> Quotation? {
        let clauses = ExplainerClauses(regulation).units(of: section)
        let hits = clauses.indices.filter { clauses[$0].isOfAct }
        guard !hits.isEmpty else { return nil }
        if hits.count == clauses.count { return quotations.quotation(of: section, basis) }
        let units = clauses.map { UnitTopics(provision: $0.provision, spans: $0.spans, topics: []) }
        return quotations.quotation(of: section, clauses: units.runs(hits), basis)
    }
}
