import ComparisonMatrix
import ProvisionDiff
import RegulationModel

/// One thing that two provisions demand otherwise, in words.
struct StatedDemand {
    /// Words of one act, with where they stand.
    struct Quotation {
        /// In the language of the act; nil where the heading of the group says it.
        let citation: String?
        /// As printed; empty where only the other text has any.
        let text: String

        /// `第九条第三款 …`; a dash where there are no words.
        var line: String { text.isEmpty ? "—" : [citation, text].compactMap(\.self).joined(separator: " ") }
    }

    let kind: DifferenceKind
    let code: DifferenceReason
    let reason: BilingualText
    let isDoubtful: Bool
    let base: Quotation
    let other: Quotation
    /// What the side that lacks it says nearest to it.
    let nearest: Quotation?
    let isNearestInBase: Bool
    let baseProvision: EId
    let otherProvision: EId

    /// - Parameters:
    ///   - names: the names of the provisions that are compared, where they stand above it.
    ///   - last: what is read before it. The words that open a list are not said again of its next point.
    init(
        _ difference: NormDifference, base: Regulation, other: Regulation, under names: GroupNames? = nil,
        after last: NormDifference? = nil
    ) {
        func isNext(_ place: KeyPath<NormDifference, EId>, _ words: KeyPath<NormDifference, [ByteSpan]>) -> Bool {
            guard let last, !last[keyPath: words].isEmpty else { return false }
            return last[keyPath: place].above == difference[keyPath: place].above
        }
        self.init(
            [difference], (difference.base, difference.other), base: base, other: other, under: names,
            isLed: (!isNext(\.baseProvision, \.base), !isNext(\.otherProvision, \.other)))
    }

    /// Several doubts of one kind as one: what stands on both sides, each word once.
    init?(joining doubts: [NormDifference], base: Regulation, other: Regulation, under names: GroupNames) {
        guard let first = doubts.first else { return nil }
        // A word is lost somewhere in the whole sentence beside it, which is read in the text itself.
        let isWord = first.reason == .wordLost
        let isLeftOut = (isWord && base.language != .chinese, isWord && other.language != .chinese)
        let spans = (
            isLeftOut.0 ? [] : doubts.flatMap(\.base), isLeftOut.1 ? [] : doubts.flatMap(\.other)
        )
        self.init(doubts, spans, base: base, other: other, under: names, isLed: (true, true))
    }

    private init(
        _ all: [NormDifference], _ spans: (base: [ByteSpan], other: [ByteSpan]), base: Regulation,
        other: Regulation, under names: GroupNames?, isLed: (base: Bool, other: Bool)
    ) {
        let first = all[0]
        kind = first.kind
        code = first.reason
        reason = first.label
        isDoubtful = first.isDoubtful
        baseProvision = first.baseProvision
        otherProvision = first.otherProvision
        func quotation(
            _ spans: [ByteSpan], _ places: [EId], _ regulation: Regulation, _ heading: String?, _ isLed: Bool
        ) -> Quotation {
            let start = places[0]
            let place = places.allSatisfy { $0 == start } ? regulation.provision(at: start) : nil
            // Words of several articles have no citation in common.
            let isHeld = place.map { place in spans.allSatisfy { place.span.contains($0) } } ?? false
            let citation = heading == nil || !isHeld ? nil : GroupNames.cited(start, in: regulation)
            let text = DemandQuotation(regulation: regulation)
                .text(spans, at: start, first.reason, isLed: isLed)
            return Quotation(citation: citation == heading ? nil : citation, text: text)
        }
        self.base = quotation(spans.base, all.map(\.baseProvision), base, names?.inBase, isLed.base)
        self.other = quotation(spans.other, all.map(\.otherProvision), other, names?.inOther, isLed.other)
        isNearestInBase = first.base.isEmpty
        let facing = first.base.isEmpty ? base : other
        nearest = first.nearest.map { near in
            Quotation(
                citation: GroupNames.cited(near.provision, in: facing),
                text: DemandQuotation(regulation: facing).plain(near.span, from: near.focus, at: near.provision))
        }
    }

    /// What it is about and why it was noted; the reason alone where that says both.
    var heading: (kind: BilingualText?, reason: BilingualText) {
        switch code {
        case .item, .paragraph, .saidOtherwise, .ruledOtherwise, .words, .otherWords: (nil, reason)
        case .territory, .scope, .control, .aims, .repeal, .ban, .procedure: (nil, reason)
        default: (kind.label, reason)
        }
    }

    /// The same in one line: `threshold, other value`.
    var title: BilingualText {
        guard let kind = heading.kind else { return reason }
        return BilingualText("\(kind.chinese)：\(reason.chinese)", "\(kind.english), \(reason.english)")
    }

    /// `age 18 → —`: both quotations, a dash where there is none.
    var sides: String { base.line + " → " + other.line }
}

extension NormDifference {
    /// Differs between any two acts: territory, aims, what is cited.
    var isFormal: Bool { [.territory, .aims, .rulesOf, .actsCited].contains(reason) }

    /// What readers see of its reason.
    var label: BilingualText {
        guard reason == .duty, base.isEmpty != other.isEmpty else { return reason.label }
        return BilingualText("仅一方有此要求或者授权", "on one side only")
    }
}

extension DifferenceKind {
    /// What readers see.
    var label: BilingualText {
        switch self {
        case .actor: BilingualText("主体", "who acts")
        case .threshold: BilingualText("数量标准", "threshold")
        case .reference: BilingualText("援引依据", "reference")
        case .penalty: BilingualText("处罚", "penalty")
        case .date: BilingualText("日期", "date")
        case .modality: BilingualText("应当、可以、不得", "duty, power or ban")
        case .deferral: BilingualText("转致", "deferral")
        case .other: BilingualText("其他", "other")
        case .itemAdded: BilingualText("增加项", "item added")
        case .itemRemoved: BilingualText("减少项", "item removed")
        case .paragraphAdded: BilingualText("增加款", "paragraph added")
        case .paragraphRemoved: BilingualText("减少款", "paragraph removed")
        }
    }
}

extension DifferenceReason {
    /// What readers see.
    var label: BilingualText {
        switch self {
        case .levels: BilingualText("政府层级不同", "other levels of government")
        case .body: BilingualText("机关或者部门不同", "another public body")
        case .agentMissing: BilingualText("一方未写明由谁制定", "one side names no maker")
        case .role: BilingualText("行为人不同", "another person acts")
        case .value: BilingualText("数值不同", "other value")
        case .valueMissing: BilingualText("仅一方有此数值", "a value on one side only")
        case .rulesOf: BilingualText("所依规定的层级不同", "rules of other levels")
        case .actsCited: BilingualText("引用的法规不同", "other acts cited")
        case .sanctions: BilingualText("处罚不同", "other sanctions")
        case .repeal: BilingualText("仅一方有废止条款", "a repeal on one side only")
        case .territory: BilingualText("地域范围不同", "other territory")
        case .scope: BilingualText("范围限定不同", "limited otherwise")
        case .control: BilingualText("指挥、带领或监督不同", "under another lead or supervision")
        case .aims: BilingualText("立法目的用语不同", "other aims")
        case .duty: BilingualText("用语不同", "another word")
        case .ban: BilingualText("仅一方有此禁止", "a ban on one side only")
        case .item: BilingualText("此处无对应项", "an item without counterpart here")
        case .paragraph: BilingualText("此处无对应规定", "without counterpart here")
        case .act: BilingualText("改由另一法规规定", "left to another act")
        case .wordLost: BilingualText("译文疑失此词", "a word the translation may have lost")
        case .boundMissing: BilingualText("仅一方有上下限", "a bound on one side only, the number is the same")
        case .words: BilingualText("仅一方有此语句", "words of one side only")
        case .otherWords: BilingualText("用语不同，请比对", "worded otherwise, to be compared")
        case .procedure: BilingualText("批准与备案不同", "approval against filing")
        case .ruledOtherwise: BilingualText("双方就此各有规定", "each rules on it in its own way")
        case .saidOtherwise: BilingualText("另一方有近似规定，请比对", "something similar on the other side, to be compared")
        case .statedPlainly: BilingualText("一方未用此词，陈述同一事项", "one side states it as a fact")
        case .dutyOfTranslation: BilingualText("译文用语存疑", "the translator’s word of duty")
        case .namedOnOneSide: BilingualText("仅一方写明", "named on one side only")
        }
    }
}

extension ComparedProvisions {
    /// What they demand otherwise: certain differences one by one, formal ones last, then doubts, those of one reason together.
    func demands(base: Regulation, other: Regulation) -> [StatedDemand] {
        let names = GroupNames(group: self, base: base, other: other)
        func stated(_ differences: [NormDifference]) -> [StatedDemand] {
            zip(differences, [nil] + differences).map { difference, last in
                StatedDemand(difference, base: base, other: other, under: names, after: last)
            }
        }
        let doubts = Dictionary(grouping: demands.filter(\.isDoubtful)) { $0.reason }
        let apart = demands.filter { $0.isDoubtful && !Self.saidTogether.contains($0.reason) }
        let joined = DifferenceReason.allCases.filter(Self.saidTogether.contains).compactMap { reason in
            StatedDemand(joining: doubts[reason] ?? [], base: base, other: other, under: names)
        }
        let certain = demands.filter { !$0.isDoubtful }
        let ordered = certain.filter { !$0.isFormal } + certain.filter(\.isFormal)
        return stated(ordered) + stated(apart) + joined
    }

    /// Doubts of single words, which are one line for each reason: a translator's, and who is named on one side.
    private static let saidTogether: Set<DifferenceReason> = [
        .wordLost, .boundMissing, .dutyOfTranslation, .namedOnOneSide, .statedPlainly, .rulesOf, .scope, .aims,
        .control, .levels, .role,
    ]

    /// How many lines its doubts are.
    var doubtfulLines: Int {
        let reasons = demands.filter(\.isDoubtful).map(\.reason)
        let apart = reasons.count { !Self.saidTogether.contains($0) }
        return apart + Set(reasons).intersection(Self.saidTogether).count
    }
}
