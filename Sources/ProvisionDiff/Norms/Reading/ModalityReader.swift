import RegulationModel

/// Reads the words of duty, power, ban and right of one sentence, and what the sentence does as a whole.
struct ModalityReader {
    let text: NormText
    let isTaiwan: Bool

    /// A word of modality with its place in the sentence.
    struct Cue {
        var modality: Modality
        var range: Range<Int>
        /// True where it stands in a condition or a relative clause and orders nothing itself.
        let isSubordinate: Bool
    }

    /// All cues in order.
    func cues() -> [Cue] {
        var ranges: [(ModalityRule, Range<Int>)] = []
        for rule in text.language == .chinese ? ModalityRules.chinese : ModalityRules.english {
            guard isTaiwan || !rule.isTaiwan else { continue }
            for range in text.all(rule.phrase) where isWord(rule, range) { ranges.append((rule, range)) }
        }
        ranges.sort { ($0.1.lowerBound, -$0.1.count) < ($1.1.lowerBound, -$1.1.count) }
        let statements = text.language == .english ? ModalityRules.englishStatements.flatMap(text.all) : []
        var result: [Cue] = []
        for (rule, range) in ranges where !(result.last?.range.overlaps(range) ?? false) {
            guard !statements.contains(where: { $0.overlaps(range) }) else { continue }
            let modality = modality(of: rule.modality, range)
            result.append(Cue(modality: modality, range: range, isSubordinate: isSubordinate(range)))
        }
        return joinedRights(result + rightPhrases()).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func isWord(_ rule: ModalityRule, _ range: Range<Int>) -> Bool {
        func holds(_ characters: String, _ index: Int) -> Bool {
            text.scalars.indices.contains(index)
                && characters.unicodeScalars.contains { $0.value == text.scalars[index] }
        }
        return !holds(rule.notBehind, range.lowerBound - 1) && !holds(rule.notBefore, range.upperBound)
            && !(rule.phrase == "禁止" && (isDescriptive(range) || isPlaceOfBan(range))) && !isInTitle(range)
            && !(rule.phrase == "may" && isMonth(range))
            && !(rule.phrase == "the right to" && isRightTaken(range))
            && !(Self.inabilities.contains(rule.phrase) && isInability(range))
    }

    /// `Cease the right to practise`, `deprived of the right to vote`: a right is taken and none is given.
    private func isRightTaken(_ range: Range<Int>) -> Bool {
        let clause = text.clause(around: range.lowerBound)
        let before = text.string(clause.lowerBound..<range.lowerBound).split(separator: " ").suffix(3)
        let takings = ["ceas", "suspen", "depriv", "los", "waiv", "revok", "cancel", "forfeit", "restrict", "terminat"]
        return before.contains { word in takings.contains { word.hasPrefix($0) } }
    }

    private static let inabilities: [Phrase] = ["cannot", "can not", "can never"]

    /// `works whose owner cannot be identified`, `where a judge cannot perform duties`: what somebody is not able to do, and
    /// no ban.
    private func isInability(_ range: Range<Int>) -> Bool {
        let clause = text.clause(around: range.lowerBound)
        let openings: Set<Substring> = [
            "if", "where", "when", "unless", "which", "who", "whose", "that", "because", "since", "although", "case",
        ]
        let words = text.string(clause.lowerBound..<range.lowerBound).split { !$0.isLetter }
        return words.contains(where: openings.contains)
    }

    /// `May 1, 2022`, `1 May`: the month, not the word of power.
    private func isMonth(_ range: Range<Int>) -> Bool {
        text.capitals[range.lowerBound] && range.lowerBound > 0
            && (text.isDigit(range.upperBound + 1) || text.isDigit(range.lowerBound - 2))
    }

    /// 法律、法规禁止从事的其他工作: the clause ends in 的 or goes on behind it with a noun.
    private func isDescriptive(_ range: Range<Int>) -> Bool {
        let clause = text.clause(around: range.lowerBound)
        let head = text.string(clause.lowerBound..<range.lowerBound)
        return ["法律", "法规", "规定", "国家", "明令"].contains { head.hasSuffix($0) }
            && text.string(range.upperBound..<clause.upperBound).contains("的")
    }

    /// 禁止吸烟场所的经营者, 在禁止停车路段: where something is banned, not the ban.
    private func isPlaceOfBan(_ range: Range<Int>) -> Bool {
        let places: [Phrase] = ["场所", "区域", "路段", "时段", "标志", "标识", "范围", "场地", "水域", "目录", "清单", "名录"]
        let within = range.upperBound..<min(text.count, range.upperBound + Self.longestBan)
        guard let place = places.compactMap({ text.first($0, in: within) }).min(by: { $0.lowerBound < $1.lowerBound }),
            place.lowerBound > range.upperBound
        else { return false }
        func stands(_ words: [Phrase], endingAt end: Int) -> Bool {
            words.contains { text.has($0, at: end - $0.scalars.count) }
        }
        let isNamed = stands(["在", "为", "划定", "设置", "设立", "于", "属于", "的", "列入", "、"], endingAt: range.lowerBound)
        let isSubject = ["的", "应当", "应", "由", "不得", "可以", "是指", "包括", "内"].contains { (word: Phrase) in
            text.has(word, at: place.upperBound)
        }
        return isNamed || isSubject
    }

    /// Longest words between 禁止 and the noun of a place, with the noun: 禁止机动车通行路段.
    private static let longestBan = 8

    /// Inside 《……》, where words belong to the name of an act.
    private func isInTitle(_ range: Range<Int>) -> Bool {
        guard text.language == .chinese, let open = text.all("《").last(where: { $0.lowerBound < range.lowerBound })
        else {
            return false
        }
        return !text.contains("》", in: open.upperBound..<range.lowerBound)
    }

    private func modality(of modality: Modality, _ range: Range<Int>) -> Modality {
        switch modality {
        case .mustNot: isLimit(range.upperBound) ? .must : .mustNot
        case .must, .may: hasNegativeSubject(range) ? .mustNot : modality
        case .right, .definition, .purpose, .delegation, .sanction, .statement: modality
        }
    }

    /// 不得低于, `shall not exceed`.
    private func isLimit(_ end: Int) -> Bool {
        let start = text.language == .english && end < text.count && text.scalars[end] == 0x20 ? end + 1 : end
        return ModalityRules.limits.contains { text.has($0, at: start) }
    }

    private func hasNegativeSubject(_ range: Range<Int>) -> Bool {
        guard text.language == .english else { return false }
        let clause = text.clause(around: range.lowerBound)
        var start = clause.lowerBound
        while start < clause.upperBound, text.scalars[start] == 0x20 { start += 1 }
        return ModalityRules.negativeSubjects.contains { text.has($0, at: start) }
            || text.contains(" no ", in: clause.lowerBound..<range.lowerBound) && !text.capitals[start]
                && text.string(clause.lowerBound..<range.lowerBound).split(separator: " ").suffix(4).contains("no")
    }

    private func isSubordinate(_ range: Range<Int>) -> Bool {
        let clause = text.clause(around: range.lowerBound)
        switch text.language {
        case .chinese:
            // 的 ends a condition, in statutes of Taiwan 者: 其情形可以補正者，應定期間命其補正.
            let marks: [UInt32] = isTaiwan ? [0x7684, 0x8005] : [0x7684]
            let isCondition =
                clause.upperBound < text.count && marks.contains(text.scalars[clause.upperBound - 1])
                && text.scalars[clause.upperBound] == 0xFF0C
            return isCondition || isRelative(range, clause) || isAttribute(range, clause)
                || isDescription(range, clause)
        case .english:
            let head = text.string(clause.lowerBound..<range.lowerBound)
            let words = Self.withoutBrackets(head).split(separator: " ")
            let opensCondition = ["if", "where", "when", "unless", "whoever", "once"].contains(
                String(words.first ?? ""))
            let relative = words.suffix(4).contains { ["which", "who", "that", "whose", "as"].contains($0) }
            return opensCondition && clause.upperBound < text.count && text.scalars[clause.upperBound] == 0x2C
                || relative
        }
    }

    /// `Institutions (hereinafter referred to as "the bank") shall`: what is bracketed opens no clause of its own.
    private static func withoutBrackets(_ text: String) -> String {
        var depth = 0
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "(" { depth += 1 }
            if depth == 0 { result.append(scalar) }
            if scalar == ")" { depth = max(0, depth - 1) }
        }
        // In an open bracket the words before it are read with it.
        return depth == 0 ? String(result) : text
    }

    /// As far as a verb, 的 and the noun behind it are looked for.
    private static let relativeReach = 16

    /// 应当具备的其他条件: 的 follows in the clause, and no other sentence part before it.
    private func isRelative(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
        let behind = text.string(range.upperBound..<min(clause.upperBound, range.upperBound + Self.relativeReach))
        guard let of = behind.firstIndex(of: "的") else { return false }
        let noun = behind[behind.index(after: of)...]
        let verb = behind[..<of]
        return ["其他", "事项", "条件", "材料", "情形", "工作", "内容", "义务", "标准"].contains { noun.hasPrefix($0) } && verb.count <= 8
            && clause.lowerBound != range.lowerBound
            && "规定依法需".contains { character in text.string(clause.lowerBound..<range.lowerBound).contains(character) }
    }

    /// 应当具有的工作条件, 法律规定必须由人民警察从事的工作, 其他应当聘用人员: the verb with 的 directly behind it, what another text
    /// lays down, or what else is of that kind.
    private func isDescription(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
        let of: Phrase = "的"
        let noun = range.upperBound + 3
        if text.has(of, at: range.upperBound + 2), noun < clause.upperBound { return true }
        // 其他应当优先聘用人员
        if text.has("其他", at: range.lowerBound - 2) { return true }
        let isLaidDown = ["规定", "约定", "需要"].contains { (word: Phrase) in
            text.has(word, at: range.lowerBound - word.scalars.count)
        }
        return isLaidDown && text.contains(of, in: range.upperBound..<clause.upperBound)
    }

    /// 负有……职责的部门, 应当统一规划的项目，可以……: a clause that only describes a noun.
    private func isAttribute(_ range: Range<Int>, _ clause: Range<Int>) -> Bool {
        guard let of = text.first("的", in: range.upperBound..<clause.upperBound) else { return false }
        if text.has("负有", at: range.lowerBound) {
            // 负有保守秘密的责任 is the duty itself; 负有安全监管职责的部门 describes who.
            let end = clause.upperBound
            return !["责任", "义务", "职责"].contains { (word: Phrase) in text.has(word, at: end - word.scalars.count) }
        }
        let next = clause.upperBound + 1
        let powers: [Phrase] = ["可以", "应当", "不得"]
        return of.upperBound < clause.upperBound && text.count > next && powers.contains { text.has($0, at: next) }
            && !powers.contains { text.contains($0, in: clause.lowerBound..<range.lowerBound) }
    }

    /// 有……的权利: a right without 有权 or 享有.
    private func rightPhrases() -> [Cue] {
        guard text.language == .chinese else { return [] }
        let nouns: [Phrase] = ["的权利", "之权利", "之权"]
        return nouns.flatMap(text.all).compactMap { place in
            let clause = text.clause(around: place.lowerBound)
            let head = clause.lowerBound..<place.lowerBound
            guard let has = text.first("有", in: head), !text.contains("享有", in: head) else { return nil }
            return Cue(modality: .right, range: has, isSubordinate: false)
        }
    }

    /// 应享有, `shall … have the right`: the duty before a right is part of it.
    private func joinedRights(_ cues: [Cue]) -> [Cue] {
        var result: [Cue] = []
        for cue in cues.sorted(by: {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }) {
            if cue.modality == .right, let last = result.last, last.modality == .must,
                cue.range.lowerBound - last.range.upperBound <= (text.language == .chinese ? 2 : 6)
            {
                result[result.count - 1] = Cue(
                    modality: .right, range: last.range.lowerBound..<cue.range.upperBound,
                    isSubordinate: last.isSubordinate)
            } else {
                result.append(cue)
            }
        }
        return result
    }

    /// Longest way from an act's name to its verb in a clause of purpose: ` are hereby specially `.
    private static let purposeGap = 30

    /// What the sentence does. `handsDown`: it introduces a list, so that its last main word governs.
    func function(_ cues: [Cue], sanctions: [Sanction], handsDown: Bool) -> Modality {
        let rules = text.language == .chinese ? FunctionRules.chinese : FunctionRules.english
        let main = mainCues(cues)
        let formal = rules.first { rule in
            guard let end = end(of: rule), !(rule.yields && main.contains { $0.modality != .right }) else {
                return false
            }
            // `X shall be drawn … by engineers who are`: what is ordered first is no definition.
            let isOrdered = text.language == .english && main.contains { $0.range.lowerBound < end }
            return rule.modality != .definition || !isOrdered
        }?.modality
        if formal == .purpose || formal == .definition { return formal ?? .statement }
        let weighty = sanctions.contains { SanctionRules.weighty.contains($0.kind) }
        let isSaid = text.language == .chinese || !cues.isEmpty || text.contains("will be")
        if weighty, isSaid { return .sanction }
        if let formal { return formal }
        return (handsDown ? governing(main) : main.first)?.modality ?? .statement
    }

    /// The words that order, allow or ban something themselves. `Factories that make ointments shall`: where every word
    /// seems to stand behind a relative pronoun, the one that some other verb parts from it belongs to the sentence.
    private func mainCues(_ cues: [Cue]) -> [Cue] {
        let main = cues.filter { !$0.isSubordinate }
        guard main.isEmpty, text.language == .english else { return main }
        return cues.filter { isBehindRelativeClause($0.range) }
    }

    private func isBehindRelativeClause(_ range: Range<Int>) -> Bool {
        let clause = text.clause(around: range.lowerBound)
        let words = text.string(clause.lowerBound..<range.lowerBound).split(separator: " ")
        let pronouns: Set<Substring> = ["which", "who", "that"]
        guard let place = words.lastIndex(where: pronouns.contains), words.count - place > 2, place > 0 else {
            return false
        }
        let opensCondition = ["if", "where", "when", "unless", "whoever", "once"].contains(words.first ?? "")
        // `which the authority shall`: the word belongs to the relative clause and its own subject.
        let subjects: Set<Substring> = [
            "the", "a", "an", "it", "he", "she", "he/she", "they", "such", "this", "these", "those", "each", "any",
            "no",
            "its", "their", "his", "all",
        ]
        return !opensCondition && !subjects.contains(words[place + 1])
    }

    /// The word that governs a list: the first behind “the following”, or the last before it.
    private func governing(_ cues: [Cue]) -> Cue? {
        let words: [Phrase] = ["下列", "以下", "the following", "following"]
        guard let place = words.compactMap({ text.first($0)?.lowerBound }).max() else { return cues.last }
        return cues.first { $0.range.lowerBound > place && text.language == .chinese }
            ?? cues.last { $0.range.lowerBound < place } ?? cues.first
    }

    /// Where the words of a rule end, if they stand in the sentence.
    private func end(of rule: FunctionRule) -> Int? {
        guard !rule.without.contains(where: { text.contains($0) }) else { return nil }
        var from = 0
        for group in rule.words {
            let places = group.compactMap { text.first($0, in: from..<text.count) }
            guard let next = places.min(by: { $0.upperBound < $1.upperBound }) else { return nil }
            if let longest = rule.longestGap, from > 0, next.lowerBound - from > longest { return nil }
            // The name of the act and its verb stand together: “these Measures are formulated”.
            if rule.modality == .purpose, from > 0, next.lowerBound - from > Self.purposeGap, text.language == .english,
                group.contains("formulated")
            {
                return nil
            }
            from = next.upperBound
        }
        return from
    }
}
