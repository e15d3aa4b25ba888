import ProvisionDiff
import RegulationModel

/// A particular of a sentence as a parameter shows it: a list with the things counted that it names, a body or person
/// without the words around it. A particular that is none of these is left out.
struct ParticularValue {
    let kind: Particular.Kind
    let value: String?
    let span: ByteSpan

    /// Nil where a reader would take it for a mistake.
    init?(_ particular: Particular, in norm: Norm, of regulation: Regulation) {
        kind = particular.kind
        let words = regulation.source.string(particular.span)
        guard regulation.language == .chinese else {
            (value, span) = (particular.value, particular.span)
            return
        }
        switch kind {
        case .enumeration:
            guard let count = NamedThings.count(words) else { return nil }
            (value, span) = (String(count), particular.span)
        case .priority:
            let before = regulation.source.string(ByteSpan(norm.span.start, particular.span.start))
            guard let name = PriorityName.read(words, behind: before) else { return nil }
            (value, span) = (nil, ByteSpan(particular.span.end - name.utf8.count, particular.span.end))
        case .frequency:
            guard let interval = YearlyInterval(particular, in: norm, of: regulation.source) else { return nil }
            (value, span) = (interval.value, interval.span)
        case .classes, .approval, .audit, .filing, .funding, .share, .limit, .competence, .analogy:
            (value, span) = (particular.value, particular.span)
        }
    }
}

/// Counts what a Chinese sentence names one by one: `非法、营利、违背社会公德及与养犬无关` names four.
enum NamedThings {
    /// Fewest things that make a list worth counting.
    private static let fewest = 3

    /// How many things a list names; nil where it is no list of things of one kind.
    static func count(_ list: String) -> Int? {
        let pieces = Self.pieces(list)
        guard let last = pieces.last, !isClause(last, behind: pieces.dropLast()) else { return nil }
        let strong = pieces.reduce(0) { $0 + strongJoints($1) }
        let isJoinedBefore = pieces.dropLast().contains { hasWeakJoint($0) }
        // 参加甲和乙、争取丙与丁: each thing joins two of its own.
        let weak = strongJoints(last) == 0 && !isJoinedBefore && hasWeakJoint(last) ? 1 : 0
        let alternative = strongJoints(last) == 0 && weak == 0 && contains(last, "或者") ? 1 : 0
        let count = pieces.count + strong + weak + alternative
        return count >= fewest ? count : nil
    }

    /// What stands between enumeration commas, brackets left out.
    private static func pieces(_ list: String) -> [[Character]] {
        var pieces: [[Character]] = [[]]
        var depth = 0
        for character in list {
            if "（(".contains(character) { depth += 1 }
            if depth == 0, character == "、" {
                pieces.append([])
            } else if depth == 0, !character.isWhitespace {
                pieces[pieces.count - 1].append(character)
            }
            if "）)".contains(character) { depth -= 1 }
        }
        return pieces
    }

    /// 以及 and 及 join the things of a list wherever they stand; 及时, 涉及 and 及其 are other words.
    private static func strongJoints(_ piece: [Character]) -> Int {
        piece.indices.count { place in
            guard piece[place] == "及", place + 1 < piece.count, !"时其".contains(piece[place + 1]) else { return false }
            let before = place > 0 ? piece[place - 1] : "及"
            if before == "以" { return place > 1 }
            return place > 0 && !"涉普危顾波惠触言提论不遍旁殃累".contains(before)
        }
    }

    /// 和 and 与 between two names; 和谐, 参与 and 与……无关 are other words.
    private static func hasWeakJoint(_ piece: [Character]) -> Bool {
        piece.indices.contains { place in
            guard place > 0, place + 1 < piece.count else { return false }
            let (before, behind) = (piece[place - 1], piece[place + 1])
            switch piece[place] {
            case "和": return !"共温饱缓调祥".contains(before) && !"谐解平睦".contains(behind)
            case "与": return !"参给赋".contains(before) && behind != "会" && !isWith(piece[(place + 1)...])
            default: return false
            }
        }
    }

    /// 与……无关, 与……衔接: a preposition.
    private static func isWith(_ words: ArraySlice<Character>) -> Bool {
        ["无关", "有关", "相关", "结合", "一致", "配套", "协调", "适应", "衔接", "匹配", "融合", "联动", "之间"].contains {
            contains(Array(words), $0)
        }
    }

    /// 甲、乙提供必要的……: the last thing is a clause whose subject the others are part of.
    private static func isClause(_ last: [Character], behind others: ArraySlice<[Character]>) -> Bool {
        guard let verb = verbs.compactMap({ place(of: $0, in: last) }).filter({ $0 >= shortestName }).min() else {
            return false
        }
        return last.count - verb - 2 >= shortestObject
            && !others.contains { other in verbs.contains { contains(other, $0) } }
    }

    private static let verbs = ["提供", "给予", "予以", "进行", "开展", "签订", "参与", "参加", "安排", "享受", "承担", "履行"]
    private static let shortestName = 2
    private static let shortestObject = 4

    private static func contains(_ piece: [Character], _ word: String) -> Bool { place(of: word, in: piece) != nil }

    private static func place(of word: String, in piece: [Character]) -> Int? {
        piece.indices.first { piece[$0...].starts(with: word) }
    }
}

/// Who, or what, comes first: 优先录用、聘用退役军人 → 退役军人.
enum PriorityName {
    /// Verbs that stand side by side behind 优先.
    private static let verbs = [
        "招聘", "录用", "聘用", "招录", "录取", "招用", "吸纳", "招收", "选用", "选择", "采购", "使用", "推荐", "安置", "安排", "考虑", "支持", "保障",
    ]
    /// What is done by these is done to somebody, or gives somebody something: only a name of persons or bodies tells who.
    private static let givingVerbs = [
        "招聘", "录用", "聘用", "招录", "录取", "招收", "安排", "考虑", "给予", "支持", "办理", "安置", "推荐", "享受",
    ]
    private static let persons = [
        "人", "人员", "者", "军人", "子女", "配偶", "家属", "遗属", "家庭", "职工", "员工", "学生", "毕业生", "居民", "村民", "农民", "牧民", "公民",
        "群众", "妇女", "儿童", "未成年人", "企业", "单位", "组织", "机构", "学校", "合作社", "户", "对象", "士兵", "干部", "教师", "医师", "运动员",
        "成员", "团队", "团体", "经营者", "父母", "烈属", "军属",
    ]
    private static let joints = ["、", "以及", "或者", "和", "及", "与", "或"]

    /// The name at the end of the words behind the verb; nil where they tell no name.
    static func read(_ words: String, behind before: String) -> String? {
        var rest = words[...]
        while let joint = joints.first(where: rest.hasPrefix) {
            rest = rest.dropFirst(joint.count)
            guard let verb = verbs.first(where: rest.hasPrefix) else { return nil }
            rest = rest.dropFirst(verb.count)
        }
        guard givingVerbs.contains(where: before.hasSuffix) || rest.count < words.count else { return String(rest) }
        return persons.contains(where: rest.hasSuffix) ? String(rest) : nil
    }
}

/// 每年定期 is each year, and says so with 每年.
private struct YearlyInterval {
    let value: String?
    let span: ByteSpan

    /// The units are those of `Particular.value`.
    private static let units = [
        ("每年", "year"), ("每半年", "6 month"), ("每季度", "3 month"), ("每月", "month"), ("每周", "7 day"),
    ]

    /// Nil where the interval is told by another reading of the same words.
    init?(_ particular: Particular, in norm: Norm, of source: SourceText) {
        let before = source.string(ByteSpan(norm.span.start, particular.span.start))
        let isRegular = source.string(particular.span) == "定期"
        guard isRegular, let unit = Self.units.first(where: { before.hasSuffix($0.0) }) else {
            (value, span) = (particular.value, particular.span)
            return
        }
        let start = particular.span.start - unit.0.utf8.count
        guard !norm.particulars.contains(where: { $0.kind == .frequency && $0.span.start == start }) else { return nil }
        (value, span) = ("1 per \(unit.1)", ByteSpan(start, particular.span.end))
    }
}
