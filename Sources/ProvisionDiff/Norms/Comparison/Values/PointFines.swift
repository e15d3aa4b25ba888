import RegulationModel

/// Fines of lists: one act fines all that its points name in their lead-in, another each of them by itself.
struct PointFines {
    private let side: NormComparison.Side

    init(_ side: NormComparison.Side) { self.side = side }

    /// What the lead-in of a point fines it with, and nothing else of it; empty where it is no point, or nothing is fined.
    func handedDown(to eId: EId) -> [Norm] {
        let above = eId.above
        guard let point = side.regulation.provision(at: eId), point.level >= .point else { return [] }
        let leads = side.reader.norms(at: above).filter { $0.provision == above && $0.span.start < point.span.start }
        return leads.filter(\.fines).map(\.penalties)
    }

    /// True where points below a provision fine by themselves.
    func stand(below eId: EId) -> Bool {
        side.reader.norms(at: eId).contains { $0.provision != eId && $0.fines }
    }
}

extension Norm {
    /// A fine with its amount or measure.
    var fines: Bool {
        sanctions.contains { $0.kind == .fine } && quantities.contains { [.money, .multiple].contains($0.kind) }
    }

    /// The norm as one that only penalises.
    fileprivate var penalties: Norm {
        Norm(
            provision: provision, span: span, modality: .sanction, cues: [], inheritedFrom: nil, actors: [],
            conditions: [], quantities: quantities.filter { [.money, .multiple].contains($0.kind) }, references: [],
            sanctions: sanctions, repeal: nil, levels: [], territories: [], particulars: [])
    }
}
