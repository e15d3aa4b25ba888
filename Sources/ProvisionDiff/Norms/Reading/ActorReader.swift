import RegulationModel

/// Reads who acts: agents named by 由 or “by the”, and the subject before the first word of duty or power.
struct ActorReader {
    let text: NormText
    /// Ranges of the words of duty and power.
    let cues: [Range<Int>]

    func read() -> [Actor] {
        let levels = LevelReader(text: text).actors()
        let agents = agents()
        let ranges =
            agents
            + [subject()].compactMap(\.self).filter { subject in
                !agents.contains { $0.overlaps(subject) }
            }
        return ranges.sorted { $0.lowerBound < $1.lowerBound }.map { range in
            let own = levels.filter { $0.range.overlaps(range) }.reduce(into: Set<GovernmentLevel>()) {
                $0.formUnion($1.levels)
            }
            return Actor(
                span: text.span(range), levels: own, isAgent: agents.contains(range), isBody: isPublicBody(range))
        }
    }

    /// The phrase ends with the noun of a public body; `the organ that uses …` begins with one.
    private func isPublicBody(_ range: Range<Int>) -> Bool {
        switch text.language {
        case .chinese:
            return ActorRules.chineseBodies.contains { text.has($0, at: range.upperBound - $0.scalars.count) }
        case .english:
            let stops: [Phrase] = ["that", "who", "which", "of", "at"]
            let end = stops.compactMap { text.first($0, in: range)?.lowerBound }.filter { $0 > range.lowerBound }.min()
            let head = range.lowerBound..<(end ?? range.upperBound)
            return ActorRules.englishBodies.contains { text.contains($0, in: head) }
        }
    }

    private func agents() -> [Range<Int>] {
        switch text.language {
        case .chinese:
            text.all(ActorRules.chineseAgent).filter { isPreposition($0.lowerBound) }
                .compactMap { chineseAgent(from: $0.upperBound) }
        case .english:
            ActorRules.englishAgents.flatMap(text.all).sorted { $0.lowerBound < $1.lowerBound }
                .compactMap { englishAgent(from: $0.upperBound + 1) }
        }
    }

    /// 由, not 事由, 理由, 自由, and not 由其, which names nobody.
    private func isPreposition(_ index: Int) -> Bool {
        let own: [Phrase] = ["事", "理", "缘", "自", "经", "因"]
        return !own.contains { text.has($0, at: index - 1) } && !text.has("其就", at: index + 1)
    }

    /// From 由 to the last noun of a body before the clause ends.
    private func chineseAgent(from start: Int) -> Range<Int>? {
        let clause = text.clause(around: start)
        guard start < clause.upperBound else { return nil }
        let stops: [Phrase] = ["依照", "按照", "根据", "依法", "组织实施", "负责组织", "负责实施", "单独", "责令"]
        let limit =
            (stops.compactMap { text.first($0, in: start..<clause.upperBound)?.lowerBound }
            + verbs(in: start..<clause.upperBound)).min() ?? clause.upperBound
        let ends = ActorRules.chinese.flatMap { noun in text.all(noun).map(\.upperBound) }
            .filter { $0 > start && $0 <= limit }
        guard let end = ends.filter({ $0 - start <= Self.longestAgent }).max() else { return nil }
        // 由市人民政府会同驻沪部队按照……: the partner has no noun that is known as one of a body.
        let together: Phrase = "会同"
        guard text.has(together, at: end - together.scalars.count) else { return start..<end }
        let deeds = Self.jointDeeds.compactMap { text.first($0, in: end..<limit)?.lowerBound }
        let partner = deeds.min() ?? limit
        return start..<(partner > end && partner - end <= Self.longestPartner ? partner : end - together.scalars.count)
    }

    /// In characters.
    private static let longestPartner = 14
    private static let jointDeeds: [Phrase] = [
        "制定", "规定", "另行", "确定", "公布", "组织", "负责", "批准", "审核", "核定", "拟定", "编制", "提出", "研究", "决定", "实施", "开展", "建立",
    ]

    /// Where a verb or preposition follows the noun of a body: 由业主委员会组织业主……, 由建设单位在…….
    private func verbs(in clause: Range<Int>) -> [Int] {
        ActorRules.chinese.flatMap(text.all).map(\.upperBound).filter { end in
            clause.contains(end) && end > clause.lowerBound
                && ActorRules.chineseAgentVerbs.contains { text.has($0, at: end) }
        }
    }

    /// Longest agent seen in acts: 县级以上人民政府市场监督管理部门会同公安、财政、人力资源社会保障等部门.
    private static let longestAgent = 48

    private func englishAgent(from start: Int) -> Range<Int>? {
        guard start < text.count else { return nil }
        let own = text.clause(around: start)
        let clause = own.lowerBound..<text.listEnd(from: own.upperBound, longest: Self.longestListed)
        let stops: [Phrase] = [
            " in accordance", " according", " with reference", " within", " alone", " and shall", " for ", " to ",
            " shall", ".",
            " and fined", " and be",
        ]
        let end =
            stops.compactMap { text.first(Phrase($0.textual), in: start..<clause.upperBound)?.lowerBound }.min()
            ?? clause.upperBound
        guard end > start, isPassive(before: start, in: clause), isBody(start..<end) else { return nil }
        return start..<end
    }

    /// “shall be made by the …”; “the tasks undertaken by the …” only describes.
    private func isPassive(before start: Int, in clause: Range<Int>) -> Bool {
        let verbs: [Phrase] = ["be", "is", "are", "was", "were", "been", "being"]
        let head = clause.lowerBound..<start
        let words = text.string(head).split(separator: " ")
        return verbs.contains { text.contains($0, in: head) } || ["or", "and"].contains(words.first ?? "")
            || words.count < 4
    }

    /// The words up to the first “of” or relative clause name a body: `performance of duties` does not.
    private func isBody(_ range: Range<Int>) -> Bool {
        let stops: [Phrase] = ["of", "that", "who", "which", "using", "where", "in conjunction", "together with"]
        let end = stops.compactMap { text.first($0, in: range)?.lowerBound }.min() ?? range.upperBound
        let head = range.lowerBound..<end
        let words = text.string(head).split(separator: " ").count
        return words <= Self.longestName && ActorRules.english.contains { text.contains($0, in: head) }
    }

    /// Words of a body's name: `human resources and social security administrative department`.
    private static let longestName = 8

    /// The words before the first cue in its clause, from the last stop on.
    private func subject() -> Range<Int>? {
        guard let cue = cues.first else { return nil }
        let clause = text.clause(around: cue.lowerBound)
        let head = listStart(clause.lowerBound)..<cue.lowerBound
        guard !head.isEmpty else { return nil }
        let nouns = text.language == .chinese ? ActorRules.chinese : ActorRules.english
        let ends = nouns.flatMap { noun in text.all(noun).map(\.upperBound) }.filter {
            $0 > head.lowerBound && $0 <= head.upperBound
        }
        guard let end = ends.max() else { return nil }
        var start = head.lowerBound
        while start < end, [0x20, 0x0A].contains(text.scalars[start]) { start += 1 }
        guard start < end, text.language == .chinese else { return start < end ? start..<end : nil }
        return chineseSubject(start..<end)
    }

    /// The words before the cue without an adverbial that opens the clause: 不召集会议的业主委员会 acts, 在本市从事养殖的单位 acts;
    /// nil where only the adverbial holds a noun.
    private func chineseSubject(_ words: Range<Int>) -> Range<Int>? {
        let isName = ActorRules.chineseNames.contains { text.has($0, at: words.lowerBound) }
        guard !isName, ActorRules.chineseAdverbials.contains(where: { text.has($0, at: words.lowerBound) }) else {
            return words
        }
        guard let of = text.all("的").last(where: { words.contains($0.lowerBound) }), of.upperBound < words.upperBound
        else { return nil }
        return of.upperBound..<words.upperBound
    }
}

extension NormText {
    /// `the departments of organization, finance, and social security`: behind a comma at `start` short names follow, the
    /// last of them with “and”. The end of the list; `start` where there is none.
    func listEnd(from start: Int, longest: Int) -> Int {
        guard language == .english else { return start }
        var end = start
        while end < count, scalars[end] == 0x2C {
            let item = clause(around: end + 1)
            let words = string(item).split(separator: " ")
            guard !words.isEmpty, words.count <= longest, words.first != "and", words.first != "or",
                !words.contains(where: { ActorRules.englishVerbs.contains(String($0)) })
            else { return start }
            end = item.upperBound
            if words.contains("and") { return end }
        }
        return start
    }
}

extension ActorReader {
    /// `finance, civil affairs, health and other departments shall`: the commas of a list of names end no clause.
    private func listStart(_ start: Int) -> Int {
        guard text.language == .english else { return start }
        var result = start
        while result > 1, text.scalars[result - 1] == 0x2C {
            let before = text.clause(around: result - 2)
            let words = text.string(before).split(separator: " ")
            guard before.upperBound == result - 1, words.count <= Self.longestListed,
                !words.contains("and"), !words.contains("or"),
                !ActorRules.englishClauseHeads.contains(where: { words.first == Substring($0) })
            else { return result }
            result = before.lowerBound
        }
        return result
    }

    /// Words of one name in a list of departments.
    private static let longestListed = 6
}

extension Phrase {
    /// The characters as text.
    var textual: String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        return String(view)
    }
}
