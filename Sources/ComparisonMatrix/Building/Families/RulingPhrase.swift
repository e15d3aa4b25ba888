import RegulationModel

/// What a provision orders, in its own words: the clause behind its modal verb (应当如实记录志愿服务信息 → 如实记录志愿服务信息, shall keep
/// records of service → keep records of service). Bans keep their word, as does what is only encouraged.
struct RulingPhrase {
    /// Longer clauses do not name a row.
    private static let mostCharacters = 22
    private static let leastCharacters = 4
    private static let wordsOfPhrase = 2...12

    /// The clause of some provisions that has most of their terms, the lead's first; nil where none has two of them. One is
    /// enough for one provision.
    static func naming(_ texts: [String], with terms: [String], _ language: Language) -> String? {
        // The one term that several share names them already.
        guard texts.count == 1 || terms.count != 1 else { return nil }
        let wanted = min(texts.count > 1 ? 2 : 1, terms.count)
        let folded = terms.map { $0.lowercased() }
        var best: (phrase: String, terms: Int)?
        for phrase in texts.flatMap({ phrases(of: $0, language) }) {
            let held = folded.count { phrase.lowercased().contains($0) }
            guard held >= wanted, held > 0 || terms.isEmpty else { continue }
            if let known = best, (known.terms, -known.phrase.count) >= (held, -phrase.count) { continue }
            best = (phrase, held)
            // Without terms the first clause is as good as any.
            if terms.isEmpty { break }
        }
        return best?.phrase
    }

    /// The clause of some provisions, cut at its borders, that holds most of their terms: one that rules before another, the
    /// lead's first. Nil where none holds any.
    static func clause(_ texts: [String], holding terms: [String]) -> String? {
        var best: (clause: String, held: Int, rules: Bool)?
        for text in texts {
            for printed in text.split(whereSeparator: { "。；，\n".contains($0) }) where !printed.contains("：") {
                let phrase = chinese(String(printed))
                guard let clause = phrase ?? whole(String(printed)) else { continue }
                // The first term tells more than each that follows.
                let held = terms.indices.reduce(0) { $0 + (clause.contains(terms[$1]) ? terms.count + 1 - $1 : 0) }
                guard held > 0 else { continue }
                if let best, (best.held, best.rules ? 1 : 0) >= (held, phrase == nil ? 0 : 1) { continue }
                best = (clause, held, phrase != nil)
            }
        }
        return best?.clause
    }

    /// The first clauses of a provision that are short enough to name it: an opening that is not cut within a clause.
    static func opening(_ text: String) -> String? {
        guard let sentence = text.split(whereSeparator: { "。；：\n".contains($0) }).first else { return nil }
        var opening = ""
        for clause in sentence.split(separator: "，") {
            let longer = opening.isEmpty ? String(clause) : opening + "，" + clause
            guard longer.count <= mostCharacters else { break }
            opening = longer
        }
        return opening.count >= leastCharacters && isClosed(opening) ? opening : nil
    }

    /// A clause that stands by itself: no condition, no lead-in, and nothing that goes on from the clause before.
    private static func whole(_ clause: String) -> String? {
        let folded = String(String.UnicodeScalarView(clause.unicodeScalars.map(SimplifiedCharacters.simplified)))
        guard (leastCharacters...mostCharacters).contains(clause.count), isClosed(clause),
            !openEnds.contains(where: folded.hasSuffix), !openings.contains(where: folded.hasPrefix),
            !subjects.contains(where: folded.hasSuffix), !goingOn.contains(where: folded.hasPrefix),
            !folded.contains("违反")
        else { return nil }
        return clause
    }

    private static func isClosed(_ clause: String) -> Bool {
        !clause.contains { "（）()《》〈〉“”「」".contains($0) }
    }

    /// What begins so goes on from the clause before.
    private static let goingOn = ["并", "但", "或", "及", "其", "也", "且", "以及", "处", "对", "将", "有下列", "因", "凡", "凭", "经"]
    /// What ends so is only who acts, or when.
    private static let subjects = [
        "单位", "组织", "机关", "机构", "部门", "政府", "公民", "人员", "个人", "企业", "团体", "期间", "领域", "方面",
    ]

    /// The clauses of a provision that can name it, in their order.
    static func phrases(of text: String, _ language: Language) -> [String] {
        switch language {
        case .chinese: text.split { "。；：，\n".contains($0) }.compactMap { chinese(String($0)) }
        case .english: clauses(ofEnglish: text).compactMap { english($0) }
        }
    }

    // MARK: Chinese

    /// Verbs that only say that something is ordered.
    private static let modals = ["应当", "必须", "可以", "有权", "负责"]
    /// Verbs that say how it is ruled, and stay.
    private static let kept = ["不得", "禁止", "严禁", "鼓励", "支持", "提倡", "倡导", "实行", "推行"]
    /// Adverbs that go with anything.
    private static let adverbs = [
        "依法", "依照有关规定", "按照有关规定", "按照国家有关规定", "按照规定", "按规定", "及时", "积极", "切实", "共同", "自觉", "定期", "逐步", "同时", "主动",
    ]
    /// With these a clause is a condition, or goes on behind the list.
    private static let openEnds = [
        "的", "时", "前", "后", "外", "下列", "内容", "情形", "规定", "要求", "方式", "情况", "之一", "义务", "职责", "权利", "条件",
    ]
    /// With these it leads to another one.
    private static let openings = ["的", "根据", "按照", "依照", "通过", "由", "与", "和", "以", "为了", "在"]

    /// What is done with the object of 将; without one of them the verb stands in the next clause.
    private static let placements = ["纳入", "列入", "作为", "移送", "移交", "报送", "用于", "交由", "交付", "送", "告知", "通知", "抄"]

    private static func chinese(_ printed: String) -> String? {
        // One character for one, so that places in both are the same.
        let clause = printed.unicodeScalars.map { Character(SimplifiedCharacters.simplified($0)) }
        guard let place = verb(in: clause) else { return nil }
        var start = place
        while let adverb = adverbs.first(where: { clause[start...].starts(with: $0) }) { start += adverb.count }
        let phrase = String(clause[start...])
        guard (leastCharacters...mostCharacters).contains(phrase.count),
            isClosed(phrase),
            !openEnds.contains(where: { phrase.hasSuffix($0) }), !openings.contains(where: { phrase.hasPrefix($0) }),
            !phrase.hasPrefix("将") || placements.contains(where: { phrase.contains($0) })
        else { return nil }
        return String(String.UnicodeScalarView(printed.unicodeScalars.dropFirst(start)))
    }

    /// Where what is ordered begins: behind the first modal verb, or with the first verb that stays.
    private static func verb(in clause: [Character]) -> Int? {
        for place in clause.indices where place == 0 || clause[place - 1] != "的" {
            if kept.contains(where: { clause[place...].starts(with: $0) }) { return place }
            if let modal = modals.first(where: { clause[place...].starts(with: $0) }) { return place + modal.count }
            // 應 alone, as Taiwan's statutes have it; 相应, 应急 and 应用 are other words.
            if clause[place] == "应", place > 0, !"相供适反对响回效呼".contains(clause[place - 1]),
                place + 1 < clause.count, !"急用付对变验聘诉收激邀".contains(clause[place + 1])
            {
                return place + 1
            }
        }
        return nil
    }

    // MARK: English

    private static let modalWords: Set<String> = ["shall", "must", "may", "should"]
    private static let conditions: Set<String> = ["where", "if", "when", "unless", "who", "which", "that", "whose"]
    /// Where a long phrase can end.
    private static let prepositions: Set<String> = [
        "in", "within", "by", "for", "with", "from", "to", "under", "according", "pursuant", "before", "after", "at",
        "on", "when",
        "if", "where", "unless", "until", "upon", "through",
    ]
    private static let wordsBeforeEnd = 3
    private static let weakWords: Set<String> = ["also", "promptly", "then", "further", "immediately"]
    private static let openWords: Set<String> = [
        "the", "a", "an", "of", "to", "in", "by", "for", "with", "and", "or", "on", "at", "from", "as", "following",
        "that",
        "which", "who", "when", "if", "is", "are", "be", "not", "any", "such", "after", "before", "under", "its",
        "their",
    ]

    /// Whether a word of a subject stands for itself: no pronoun, no number.
    private static func isName(_ word: Substring) -> Bool {
        !pronouns.contains(word.lowercased()) && !word.contains(where: \.isNumber)
    }

    private static let pronouns: Set<String> = [
        "it", "they", "he", "she", "this", "these", "those", "his", "her", "its", "their", "who", "one", "or", "and",
    ]

    /// Between signs that end a clause; the comma in a number ends none.
    private static func clauses(ofEnglish text: String) -> [Substring] {
        var clauses: [Substring] = []
        var start = text.startIndex
        for place in text.indices where ".;:,\n".contains(text[place]) {
            let next = text.index(after: place)
            if next < text.endIndex, text[next].isNumber || text[next].isLetter { continue }
            clauses.append(text[start..<place])
            start = next
        }
        return clauses + [text[start...]]
    }

    private static func english(_ clause: Substring) -> String? {
        guard !clause.contains(where: { "()（）\"“”".contains($0) }) else { return nil }
        let words = clause.split(separator: " ")
        guard let modal = words.firstIndex(where: { modalWords.contains($0.lowercased()) }) else { return nil }
        // “where the owner shall …” is a condition.
        let subject = words[..<modal]
        guard !subject.contains(where: { conditions.contains($0.lowercased()) }) else { return nil }
        var phrase = words[(modal + 1)...]
        let isBan = phrase.first?.lowercased() == "not"
        if isBan { phrase = phrase.dropFirst() }
        while let word = phrase.first, weakWords.contains(word.lowercased()) { phrase = phrase.dropFirst() }
        // What is done to the subject is named with it: licence revoked by the authority.
        let isPassive = phrase.first?.lowercased() == "be"
        if isPassive {
            let articles = subject.prefix { ["the", "a", "an", "any", "such"].contains($0.lowercased()) }.count
            phrase = subject.dropFirst(articles) + phrase.dropFirst()
            guard articles < subject.count, !isBan, subject.dropFirst(articles).allSatisfy(isName) else { return nil }
        }
        if phrase.count > wordsOfPhrase.upperBound, !isPassive {
            let ends = phrase.indices.dropFirst(Self.wordsBeforeEnd).prefix {
                $0 - phrase.startIndex <= wordsOfPhrase.upperBound
            }
            guard let end = ends.last(where: { prepositions.contains(phrase[$0].lowercased()) }) else { return nil }
            phrase = phrase[..<end]
        }
        guard wordsOfPhrase.contains(phrase.count), !phrase.contains("be"), let last = phrase.last,
            !openWords.contains(last.lowercased())
        else {
            return nil
        }
        return (isBan ? "not " : "") + phrase.joined(separator: " ")
    }
}
