import ProvisionDiff
import RegulationModel

/// Reads the rules of one act, sentence by sentence and list by list.
struct StudyReader: Sendable {
    let witness: Witness
    private let norms: NormReader
    private let damage: [ByteSpan]

    init(_ witness: Witness) {
        self.witness = witness
        norms = NormReader(witness.regulation)
        damage = Damage.spans(of: witness.regulation)
    }

    private var regulation: Regulation { witness.regulation }

    /// The rules of an article in reading order. What is stated plainly beside a purpose, a definition or a scope belongs to
    /// it: who is none of those defined, what kinds of them there are.
    func rules(of article: Provision) -> [StudyRule] {
        let all = norms.norms(of: article)
        let paragraphs = article.children.isEmpty ? [article] : article.children
        let rules = paragraphs.flatMap { paragraph -> [StudyRule] in
            self.rules(of: paragraph, all.filter { $0.provision.isInside(paragraph.eId) })
        }.filter { !$0.lead.spans.isEmpty }
        let isOnSubject = rules.contains { $0.kind == .subject }
        return rules.map { isOnSubject && $0.isOrderedPlainly ? $0.moved(to: .subject) : $0 }
    }

    private func rules(of paragraph: Provision, _ all: [Norm]) -> [StudyRule] {
        let own = all.filter { $0.provision == paragraph.eId }
        let points = paragraph.children
        guard let first = points.first, let lead = own.last(where: { $0.span.start < first.span.start }) else {
            return own.map { rule($0, of: paragraph, items: []) }
        }
        let sentences = own.filter { $0 != lead }.map { rule($0, of: paragraph, items: []) }
        let list = rule(lead, of: paragraph, items: points.flatMap(items))
        let inner = points.flatMap { point in
            all.filter { $0.provision == point.eId }.map { rule($0, of: point, items: []) }
        }
        if !list.isOrderedPlainly || inner.allSatisfy(\.isStated) {
            return (sentences + [list]).sorted { $0.lead.start < $1.lead.start }
        }
        // The lead orders nothing by itself: each item stands for itself.
        return (sentences + inner).sorted { $0.lead.start < $1.lead.start }
    }

    private func items(of point: Provision) -> [StudyItem] {
        let quote = StudyQuote(witness: witness.id, provision: point.eId, spans: point.text)
        let closing = point.wrapUp.map {
            [
                StudyItem(
                    mark: nil, quote: StudyQuote(witness: witness.id, provision: point.eId, spans: [$0]), level: .point)
            ]
        }
        return [StudyItem(mark: point.mark, quote: quote, level: point.level)] + point.children.flatMap(items)
            + (closing ?? [])
    }

    private func rule(_ norm: Norm, of provision: Provision, items: [StudyItem]) -> StudyRule {
        let pieces = provision.text + (provision.wrapUp.map { [$0] } ?? [])
        let spans = pieces.compactMap { $0.common(with: norm.span) }
        let quote = StudyQuote(witness: witness.id, provision: provision.eId, spans: spans)
        let lead = regulation.source.flowed(spans)
        let noun = items.isEmpty ? ListNoun.other : ListNoun.read(lead, language: regulation.language)
        let controls = norm.conditions.filter { !$0.kinds.contains(.scope) }
        let kind = kind(norm, lead, noun, isControlled: !controls.isEmpty)
        let all = spans + items.flatMap(\.quote.spans)
        let stated: StudyKind = Encouragement.isIn(lead, regulation.language) ? .encouraged : .duties
        return StudyRule(
            lead: quote, items: items, kind: kind ?? stated,
            subject: ActingSubject.span(of: norm, from: quote.start, in: regulation),
            agents: norm.actors.filter(\.isAgent).map(\.span), controls: controls.map(\.span),
            isDamaged: all.contains { span in damage.contains { $0.common(with: span) != nil } }, isStated: kind == nil,
            bansBesides: !Self.kindsOfBans.contains(kind ?? stated) && norm.cues.contains(where: isBan),
            norm: norm, noun: noun)
    }

    /// Nil for a plain statement.
    private func kind(_ norm: Norm, _ lead: String, _ noun: ListNoun, isControlled: Bool) -> StudyKind? {
        switch norm.modality {
        case .purpose, .definition: .subject
        case .statement: isScope(lead) ? .subject : nil
        case .delegation: .referrals
        case .sanction: .liability
        case .right: .rights
        case .mustNot: noun == .cases ? .disqualifications : noun == .acts ? .discipline : .bans
        case .may: noun == .cases ? .cases : isControlled ? .controlled : .powers
        case .must: noun == .conditions ? .conditions : noun == .cases ? .cases : .duties
        }
    }

    private static let kindsOfBans: Set<StudyKind> = [.bans, .discipline, .disqualifications, .liability, .subject]

    /// 不得 that orders something, in limits too: 最多不得超过四百毫升.
    private func isBan(_ cue: ModalCue) -> Bool {
        guard !cue.isSubordinate else { return false }
        guard regulation.language == .chinese else { return cue.modality == .mustNot }
        let words = String(String.UnicodeScalarView(Folding.fold(regulation.source.flowed([cue.span])).scalars))
        return ["不得", "禁止", "严禁", "不准"].contains(where: words.hasPrefix)
    }

    /// 适用本办法, “shall apply to”: 《立法技术规范（试行）（一）》 3.3; and from when it does.
    private func isScope(_ lead: String) -> Bool {
        let scalars = Folding.fold(lead).scalars
        let words =
            regulation.language == .chinese
            ? ["适用本", "起施行"]
            : ["shall apply to", "apply to", "applies to", "come into force", "comes into force", "take effect"]
        return words.contains { scalars.firstPlace(of: $0) != nil }
    }
}

extension ByteSpan {
    /// The bytes that lie in both; nil where there are none.
    func common(with other: ByteSpan) -> ByteSpan? {
        let (start, end) = (max(start, other.start), min(end, other.end))
        return start < end ? ByteSpan(start, end) : nil
    }
}
