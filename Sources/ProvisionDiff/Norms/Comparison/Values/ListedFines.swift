import RegulationModel

/// A list that fines point by point beside a sentence that fines, within one language.
struct ListedFines {
    let unit: UnitComparison

    /// The points with their fines beside the sentences with theirs, where no point answers anything and the amounts differ.
    ///
    /// - Parameter answered: units with an answer of their own.
    func difference(_ answered: (base: Set<EId>, other: Set<EId>)) -> NormDifference? {
        guard !unit.isAcross else { return nil }
        let points = (
            points(below: unit.pair.base, unit.base, answered.base),
            points(below: unit.pair.other, unit.other, answered.other)
        )
        let own = (
            unit.first.filter { $0.fines && $0.provision == unit.pair.base },
            unit.second.filter { $0.fines && $0.provision == unit.pair.other }
        )
        let (one, two) = points.0.isEmpty ? (own.0, points.1) : (points.0, own.1)
        guard points.0.isEmpty != points.1.isEmpty, !one.isEmpty, !two.isEmpty, amounts(one) != amounts(two) else {
            return nil
        }
        return unit.difference(
            .penalty, .sanctions, one.map(\.span), two.map(\.span), doubtful: !areOfOneOffence(one, two))
    }

    /// The points that fine; none where one of them has an answer.
    private func points(below eId: EId, _ side: NormComparison.Side, _ answered: Set<EId>) -> [Norm] {
        let points = side.reader.norms(at: eId).filter { $0.provision != eId && $0.fines }
        return points.contains { answered.contains($0.provision) } ? [] : points
    }

    private func amounts(_ norms: [Norm]) -> Set<String> {
        Set(norms.flatMap(\.quantities).filter { [.money, .multiple].contains($0.kind) }.map(\.normalised))
    }

    private func areOfOneOffence(_ one: [Norm], _ two: [Norm]) -> Bool {
        func matter(_ norms: [Norm], _ side: NormComparison.Side) -> Set<UInt64> {
            norms.reduce(into: []) { matter, norm in
                for quantity in norm.quantities { matter.formUnion(Offence(of: quantity, norm, side).matter) }
            }
        }
        return Offence.alike(matter(one, unit.base), matter(two, unit.other)).map { $0 >= Offence.leastApart } ?? false
    }
}
