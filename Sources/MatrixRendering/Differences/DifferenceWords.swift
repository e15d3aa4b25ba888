import ComparisonMatrix
import ProvisionAlignment
import ProvisionDiff
import RegulationModel

extension ComparisonRow {
    /// What became of the unit, in a word.
    var label: BilingualText {
        switch state {
        case .equal: isMoved ? BilingualText("移位", "moved") : BilingualText("相同", "alike")
        case .changed: isMoved ? BilingualText("移位并修改", "moved, changed") : BilingualText("修改", "changed")
        case .added: elsewhere.isEmpty ? BilingualText("增加", "added") : BilingualText("移入", "moved here")
        case .removed: elsewhere.isEmpty ? BilingualText("删去", "removed") : BilingualText("移出", "moved away")
        case .counterpart: isMoved ? BilingualText("对应（移位）", "answers, moved") : BilingualText("对应", "answers")
        }
    }

    /// One word for style sheets and JSON.
    var styleClass: String { state == .equal && isMoved ? "moved" : state.rawValue }
}

extension Relation {
    /// What became of a provision, in a word.
    var label: BilingualText {
        switch self {
        case .same: BilingualText("文字相同", "same words")
        case .changed: BilingualText("有修改", "changed")
        case .split: BilingualText("拆分", "split")
        case .merged: BilingualText("合并", "merged")
        case .moved: BilingualText("移位", "moved")
        case .added: BilingualText("增加", "added")
        case .missing: BilingualText("删去", "missing")
        }
    }
}

extension NotItemised {
    /// What was passed over, as a sentence; nil where nothing was.
    var sentence: BilingualText? {
        let counts: [(Int, String, String)] = [
            (renumbered, "序号", "renumbering"), (punctuation, "标点", "punctuation"),
            (forms, "全半角、繁简、大小写和数字写法", "width, script, case, digits"),
            (shortForms, "简称和自称", "short forms"),
        ]
        let shown = counts.filter { $0.0 > 0 }
        guard !shown.isEmpty else { return nil }
        return BilingualText(
            "未逐一列出：" + shown.map { "\($0.1) \($0.0) 处" }.joined(separator: "，") + "。",
            "Not itemised: " + shown.map { "\($0.2) (\($0.0))" }.joined(separator: ", ") + ".")
    }
}

extension ComparedProvisions {
    /// What became of the base's provisions, in a word. Across languages nothing is called the same or changed.
    func label(comparesWords: Bool) -> BilingualText {
        if isPart { return BilingualText("部分对应", "in part") }
        switch relation {
        case .split, .merged, .moved: return relation.label
        case .same, .changed, .added, .missing:
            guard comparesWords else { return BilingualText("对应", "answers") }
            return comparison.isEqual ? Relation.same.label : Relation.changed.label
        }
    }

    /// How sure the links are: the lowest score, whether none of them is sure, or that a person decided.
    var certainty: BilingualText {
        if links.allSatisfy(\.isDecided) { return BilingualText("人工判定", "decided by a person") }
        let score = Figures.score(score)
        return isDoubtful
            ? BilingualText("对应度 \(score)，存疑", "doubtful link \(score)")
            : BilingualText("对应度 \(score)", "link \(score)")
    }
}

/// What differs between two texts, in counts.
struct DifferenceSummary {
    let differences: ActDifferences

    private var whole: [ComparedProvisions] { differences.groups.filter { !$0.isPart } }

    /// How many groups say the same.
    var alike: Int { whole.count { $0.comparison.isEqual } }

    /// The counts as a sentence.
    var sentence: BilingualText {
        let count = whole.count
        let parts = differences.groups.count(where: \.isPart)
        let changed = count - alike
        var chinese = ["对应条文 \(count) 组"]
        var english = [count == 1 ? "1 group of provisions answers" : "\(count) groups of provisions answer"]
        if differences.comparesWords {
            chinese[0] += "：相同 \(alike)，不同 \(changed)"
            english[0] += ": \(alike) alike, \(changed) differ"
        }
        if parts > 0 {
            chinese.append("另有部分对应 \(parts) 组")
            english.append("\(parts) in part only")
        }
        for (isBase, only) in [(true, differences.onlyBase), (false, differences.onlyOther)] where !only.isEmpty {
            let label = Self.only(in: differences, isBase: isBase)
            chinese.append("\(label.chinese) \(only.count) 条")
            english.append("\(only.count) \(label.english)")
        }
        return BilingualText(chinese.joined(separator: " · "), english.joined(separator: " · "))
    }

    /// What is said of provisions without an answer. That an act has no such provision can be said only where the whole
    /// of it is held.
    static func only(in differences: ActDifferences, isBase: Bool) -> BilingualText {
        let own = isBase ? differences.base : differences.other
        let facing = isBase ? differences.other : differences.base
        let (name, other) = (own.name, facing.name)
        guard facing.regulation.completeness.status == .whole else {
            return BilingualText(
                "\(name.chinese)有、\(other.chinese)所存部分未见",
                "in \(name.english), not in the part held of \(other.english)")
        }
        return BilingualText("仅\(name.chinese)有", "only in \(name.english)")
    }

    /// True where provisions without an answer are only named: nothing can be said of what the other text may hold.
    static func onlyNames(in differences: ActDifferences, isBase: Bool) -> Bool {
        let facing = isBase ? differences.other : differences.base
        return facing.regulation.completeness.status != .whole
    }

    /// What comes nearest to an answer of a provision that has none: `nearest: 第五条 (0.31)`; nil where nothing does. The
    /// reader decides whether the act is silent.
    static func nearest(to eId: EId, in differences: ActDifferences, isBase: Bool) -> BilingualText? {
        guard let pair = differences.nearest(to: eId, isBase: isBase) else { return nil }
        let facing = (isBase ? differences.other : differences.base).regulation
        let place = isBase ? pair.other : pair.base
        let (label, score) = (GroupNames.label(place, in: facing), Figures.score(pair.score))
        return BilingualText("最近似：\(label.chinese)（\(score)）", "nearest: \(label.english) (\(score))")
    }

    /// The same in the language of the text that has it, with its words: `第五条 (0.31) …`.
    static func nearestLine(to eId: EId, in differences: ActDifferences, isBase: Bool) -> String? {
        guard let pair = differences.nearest(to: eId, isBase: isBase) else { return nil }
        let facing = (isBase ? differences.other : differences.base).regulation
        let place = isBase ? pair.other : pair.base
        let text = facing.provision(at: place).map(facing.fullText) ?? ""
        return "\(GroupNames.cited(place, in: facing)) (\(Figures.score(pair.score))) \(text)"
    }

    /// How many demands differ, by what they are about, and how many lines are doubtful besides: `58 demands differ: 12 who
    /// acts · …; 20 more are doubtful`; nil where none do.
    var demands: BilingualText? {
        let all = differences.groups.flatMap(\.demands)
        let certain = all.filter { !$0.isDoubtful }
        guard !all.isEmpty else { return nil }
        func isAlone(_ difference: NormDifference) -> Bool { [.item, .paragraph].contains(difference.reason) }
        func isWords(_ difference: NormDifference) -> Bool { difference.reason == .words }
        var parts = DifferenceKind.allCases.map { kind in
            (label: kind.label, count: certain.count { $0.kind == kind && !isAlone($0) && !isWords($0) })
        }
        parts.append((BilingualText("仅一方有此语句", "words of one side"), certain.count(where: isWords)))
        parts.append((BilingualText("无对应款项", "without counterpart"), certain.count(where: isAlone)))
        let shown = parts.filter { $0.count > 0 }
        let doubts = differences.groups.reduce(0) { $0 + $1.doubtfulLines }
        let rest = BilingualText(
            doubts == 0 ? "" : "；另有存疑 \(doubts) 处",
            doubts == 0 ? "" : doubts == 1 ? "; 1 more is doubtful" : "; \(doubts) more are doubtful")
        return BilingualText(
            "要求不同 \(certain.count) 处" + (shown.isEmpty ? "" : "：")
                + shown.map { "\($0.label.chinese) \($0.count)" }.joined(separator: " · ") + rest.chinese + "。",
            (certain.count == 1 ? "1 demand differs" : "\(certain.count) demands differ") + (shown.isEmpty ? "" : ": ")
                + shown.map { "\($0.count) \($0.label.english)" }.joined(separator: " · ") + rest.english + ".")
    }

    /// How many units have each state, with their labels; states that no unit has are left out.
    var units: [(label: BilingualText, style: String, count: Int)] {
        let rows = differences.groups.flatMap(\.comparison.rows)
        let kinds: [(BilingualText, String, (ComparisonRow) -> Bool)] = [
            (BilingualText("相同", "alike"), "equal", { $0.state == .equal && !$0.isMoved }),
            (BilingualText("修改", "changed"), "changed", { $0.state == .changed }),
            (BilingualText("移位", "moved"), "moved", { $0.state == .equal && $0.isMoved }),
            (BilingualText("增加", "added"), "added", { $0.state == .added }),
            (BilingualText("删去", "removed"), "removed", { $0.state == .removed }),
            (BilingualText("对应", "answers"), "counterpart", { $0.state == .counterpart }),
        ]
        return kinds.map { label, style, isCounted in (label, style, rows.count(where: isCounted)) }.filter { $2 > 0 }
    }
}

/// Names of a group's provisions.
struct GroupNames {
    let group: ComparedProvisions
    let base: Regulation
    let other: Regulation

    /// `第三条、第四条`, in the language of the text.
    var inBase: String { Self.joined(group.comparison.base, base) }
    var inOther: String { Self.joined(group.comparison.other, other) }

    private static func joined(_ eIds: [EId], _ regulation: Regulation) -> String {
        eIds.map { cited($0, in: regulation) }.joined(separator: regulation.language == .chinese ? "、" : ", ")
    }

    /// A citation in the text's language; the address where there is none.
    static func cited(_ eId: EId, in regulation: Regulation) -> String {
        Citation(eId, in: regulation)?.text(regulation.language) ?? eId.text
    }

    /// A citation in both languages.
    static func label(_ eId: EId, in regulation: Regulation) -> BilingualText {
        guard let citation = Citation(eId, in: regulation) else { return BilingualText(eId.text, eId.text) }
        return BilingualText(citation.chinese, citation.english)
    }
}
