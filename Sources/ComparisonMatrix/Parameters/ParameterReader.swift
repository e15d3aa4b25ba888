import ProvisionDiff
import RegulationModel

/// Reads the checkable parameters of one text from its norms.
struct ParameterReader {
    let witness: Witness
    private let reader: NormReader

    /// A value and what it is a value of.
    struct Found {
        let attribute: ParameterAttribute
        let value: ParameterValue
    }

    init(_ witness: Witness) {
        self.witness = witness
        reader = NormReader(witness.regulation)
    }

    private var regulation: Regulation { witness.regulation }

    /// The values of one article or section, in order.
    func values(of article: Provision) -> [Found] {
        var result: [Found] = []
        for norm in reader.norms(of: article) { result += values(of: norm) }
        return (result + lists(in: article)).sorted { $0.value.span < $1.value.span }
    }

    private func values(of norm: Norm) -> [Found] {
        var result = norm.quantities.compactMap { quantity -> Found? in
            guard let attribute = attribute(of: quantity, in: norm) else { return nil }
            return found(
                attribute, norm.provision, quantity.span, normalised(quantity),
                ParameterValue.Magnitude(quantity))
        }
        if norm.inheritedFrom == nil {
            let controls = norm.conditions.filter { !$0.kinds.contains(.scope) }
            result += controls.map { condition in
                let kinds = condition.kinds.map(\.rawValue).sorted().joined(separator: ", ")
                return found(.control, norm.provision, condition.span, kinds)
            }
            result += norm.actors.filter(\.isAgent).map { actor in
                found(.decider, norm.provision, actor.span, regulation.source.flowed([actor.span]))
            }
        }
        let isCompetence = norm.particulars.contains { $0.kind == .competence }
        if !isCompetence, [.must, .may, .sanction, .delegation].contains(norm.modality), let body = norm.responsibleBody
        {
            result.append(found(.responsible, norm.provision, body, regulation.source.flowed([body])))
        }
        result += norm.particulars.compactMap { ParticularValue($0, in: norm, of: regulation) }.map { item in
            // Classes and things named are counted.
            let count = item.value.flatMap(Int.init).map(Double.init)
            return found(
                attribute(of: item.kind), norm.provision, item.span,
                item.value ?? regulation.source.flowed([item.span]),
                count.map { ParameterValue.Magnitude(minimum: $0, maximum: $0, unit: "") })
        }
        if norm.sanctions.contains(where: { $0.kind == .general || $0.kind == .fine || $0.kind == .publicOrder }) {
            result += norm.references.compactMap { reference in
                guard case .act(let title) = reference.target else { return nil }
                return found(.penaltyUnder, norm.provision, title, regulation.source.flowed([title]))
            }
        }
        if let repeal = norm.repeal {
            result.append(found(.repeal, norm.provision, repeal, regulation.source.flowed([repeal])))
        }
        return result
    }

    private func found(
        _ attribute: ParameterAttribute, _ place: EId, _ span: ByteSpan, _ normalised: String,
        _ magnitude: ParameterValue.Magnitude? = nil
    ) -> Found {
        Found(
            attribute: attribute,
            value: ParameterValue(
                witness: witness.id, provision: place, span: span, written: regulation.source.flowed([span]),
                normalised: normalised, magnitude: magnitude))
    }

    /// 自印发之日起: the date of issue where the text states it.
    private func normalised(_ quantity: Quantity) -> String {
        guard quantity.kind == .date, case .name = quantity.value else { return quantity.normalised }
        return (regulation.dates.issued ?? regulation.dates.effective)?.text ?? quantity.normalised
    }

    private func attribute(of quantity: Quantity, in norm: Norm) -> ParameterAttribute? {
        let isFine =
            norm.sanctions.contains { $0.kind == .fine } && FineClause.holds(quantity, of: norm, in: regulation)
        switch quantity.kind {
        case .age: return quantity.bound.isCeiling ? .maximumAge : quantity.bound.isFloor ? .minimumAge : .age
        case .education: return .education
        case .money: return isFine ? .fine : .money
        case .multiple: return isFine ? .fineMultiple : .multiple
        case .fraction, .percentage: return isFine ? .fineMultiple : .share
        case .period: return quantity.bound.isCeiling ? .deadline : .duration
        case .date: return isInForce(norm) ? .inForce : .date
        case .comparison: return quantity.bound.isCeiling ? .ceiling : .floor
        case .area, .length, .weight, .volume, .points, .level: return .size
        case .times, .people, .count: return quantity.bound == .exactly ? nil : .size
        }
    }

    private func attribute(of kind: Particular.Kind) -> ParameterAttribute {
        switch kind {
        case .classes: .classes
        case .enumeration: .enumeration
        case .approval: .approval
        case .audit: .audit
        case .filing: .filing
        case .funding: .funding
        case .frequency: .frequency
        case .share: .share
        case .limit: .limit
        case .competence: .responsible
        case .priority: .priority
        case .analogy: .analogy
        }
    }

    private func isInForce(_ norm: Norm) -> Bool {
        let text = regulation.source.string(norm.span).lowercased()
        return ["施行", "into force", "take effect", "into effect", "implemented from", "实施"].contains {
            text.contains($0)
        }
    }

    /// The number of points of each list, by what its lead-in does with them.
    private func lists(in article: Provision) -> [Found] {
        article.children.compactMap { paragraph -> Found? in
            let points = paragraph.children.filter { $0.level == .point }
            guard points.count > 1, let first = points.first, let last = points.last else { return nil }
            let lead = reader.norms(at: paragraph.eId).last {
                $0.provision == paragraph.eId && $0.span.start < first.span.start
            }
            let marks = [first, last].compactMap { regulation.mark($0) }
            return Found(
                attribute: attribute(of: lead?.modality ?? .statement),
                value: ParameterValue(
                    witness: witness.id, provision: paragraph.eId, span: ByteSpan(first.span.start, last.span.end),
                    written: marks.joined(separator: " – "), normalised: String(points.count),
                    magnitude: ParameterValue.Magnitude(
                        minimum: Double(points.count), maximum: Double(points.count), unit: "")))
        }
    }

    private func attribute(of modality: Modality) -> ParameterAttribute {
        switch modality {
        case .must: .listOfDuties
        case .may: .listOfPowers
        case .mustNot: .listOfBans
        case .right: .listOfRights
        case .definition, .purpose, .delegation, .sanction, .statement: .listOfCases
        }
    }
}

extension ParameterValue.Magnitude {
    /// The numbers of a quantity; nil where it is no number.
    fileprivate init?(_ quantity: Quantity) {
        switch quantity.value {
        case .number(let ratio):
            let number = ratio.decimal
            self.init(
                minimum: quantity.bound.isCeiling ? nil : number, maximum: quantity.bound.isFloor ? nil : number,
                unit: quantity.unit)
        case .range(let low, let high):
            self.init(minimum: low.decimal, maximum: high.decimal, unit: quantity.unit)
        case .date, .name, .unknown: return nil
        }
    }
}
