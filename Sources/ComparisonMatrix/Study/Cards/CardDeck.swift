import ProvisionAlignment
import RegulationModel

/// All questions of some texts, chosen and ordered.
struct CardDeck {
    let material: StudyMaterial

    /// The questions that the options ask for. The same texts and options give the same questions; there is no chance.
    func cards(_ options: StudyOptions) -> [StudyCard] {
        let columns = material.columns.indices.filter { material.columns[$0].regulation.authority != .explainer }
        let acts = Concurrent.map(columns) { ActMaterial(material, column: $0) }
        let all = Concurrent.map(acts) { act in
            ListCards(act: act).cards() + GapCards(act: act, controls: controls(acts, act)).cards()
                + ValueCards(act: act).cards()
        }.joined()
        let languages = Dictionary(acts.map { ($0.witness.id, $0.regulation.language) }) { first, _ in first }
        let sections = Set(options.sections)
        var ids: Set<String> = []
        let fitting = (Array(all) + CompareCards(material: material, acts: acts).cards()).filter { card in
            options.kinds.contains(card.kind) && sections.contains(card.section)
                && languages[card.witness].map(options.languages.contains) ?? false && ids.insert(card.id).inserted
        }
        let chosen = options.questions.map { Self.spread(fitting, $0) } ?? fitting
        return ordered(chosen, options.order)
    }

    /// Words of control of all acts in the language of one, each once.
    private func controls(_ acts: [ActMaterial], _ own: ActMaterial) -> [StudyQuote] {
        var seen: Set<String> = []
        let sameLanguage = acts.filter { $0.regulation.language == own.regulation.language }
        let nearFirst =
            sameLanguage.filter { $0.witness.id == own.witness.id }
            + sameLanguage.filter { $0.witness.id != own.witness.id }
        return nearFirst.flatMap { act in
            act.rules.flatMap { rule in
                rule.controls.filter { seen.insert(Folding.fold(act.text([$0])).text).inserted }.map {
                    StudyQuote(witness: act.witness.id, provision: rule.lead.provision, spans: [$0])
                }
            }
        }
    }

    /// At most `count` questions, as evenly as can be over texts and kinds, and within these over the act.
    static func spread(_ cards: [StudyCard], _ count: Int) -> [StudyCard] {
        var keys: [String] = []
        var buckets: [String: [StudyCard]] = [:]
        for card in cards.sorted(by: { $0.place.lexicographicallyPrecedes($1.place) }) {
            let key = "\(card.witness) \(card.kind.rawValue)"
            if buckets[key] == nil { keys.append(key) }
            buckets[key, default: []].append(card)
        }
        keys.sort()
        var quotas = Dictionary(uniqueKeysWithValues: keys.map { ($0, 0) })
        var left = min(max(count, 0), cards.count)
        while left > 0 {
            for key in keys where left > 0 && quotas[key, default: 0] < buckets[key, default: []].count {
                quotas[key, default: 0] += 1
                left -= 1
            }
        }
        return keys.flatMap { key -> [StudyCard] in
            let (bucket, quota) = (buckets[key] ?? [], quotas[key] ?? 0)
            return (0..<quota).map { bucket[(2 * $0 + 1) * bucket.count / (2 * quota)] }
        }
    }

    private func ordered(_ cards: [StudyCard], _ order: StudyOptions.Order) -> [StudyCard] {
        let texts = Dictionary(material.columns.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let kinds = Dictionary(uniqueKeysWithValues: StudyCard.Kind.allCases.enumerated().map { ($1, $0) })
        func key(_ card: StudyCard) -> [Int] {
            let text = texts[card.witness] ?? 0
            let kind = kinds[card.kind] ?? 0
            return switch order {
            case .matter: [card.place[0], text, card.place[1], kind]
            case .text: [text, card.place[1], kind]
            case .kind: [kind, card.place[0], text, card.place[1]]
            }
        }
        return cards.sorted { a, b in
            let (one, two) = (key(a), key(b))
            return one == two ? a.id < b.id : one.lexicographicallyPrecedes(two)
        }
    }
}
