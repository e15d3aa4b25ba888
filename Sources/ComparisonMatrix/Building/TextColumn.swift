import RegulationModel

/// One text on its way into a matrix: what is needed to make its cells.
struct TextColumn {
    let witness: Witness
    let quotations: QuotationBuilder
    let cells: CellComposer
    /// Place of each article or section in its text, by address.
    private let places: [EId: Int]

    var regulation: Regulation { witness.regulation }

    init(_ witness: Witness) {
        self.witness = witness
        self.quotations = QuotationBuilder(regulation: witness.regulation)
        self.cells = CellComposer(witness.regulation)
        self.places = Dictionary(
            witness.regulation.provisions.enumerated().map { ($0.element.eId, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Place of the article that holds an address; nil where there is none.
    func place(of eId: EId) -> Int? { places[eId.article] }

    /// The provision at an address.
    func provision(at eId: EId) -> Provision? {
        place(of: eId).flatMap { regulation.provisions[$0].provision(at: eId) }
    }
}
