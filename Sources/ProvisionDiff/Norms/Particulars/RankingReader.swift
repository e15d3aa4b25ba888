import RegulationModel

/// Reads who is competent without a word of duty, who comes first, and what is applied by analogy.
struct RankingReader {
    let text: NormText

    func read() -> [Particular] {
        switch text.language {
        case .chinese: chineseCompetence() + chinesePriority() + chineseAnalogy()
        case .english: englishPriority() + englishAnalogy()
        }
    }

    private func particular(_ kind: Particular.Kind, _ range: Range<Int>) -> Particular {
        Particular(kind: kind, value: nil, span: text.span(range))
    }

    /// `公安机关主管……工作`, `甲部门会同乙部门核定……`: the clause begins with a public body and its verb follows at once.
    private func chineseCompetence() -> [Particular] {
        text.clauses.compactMap { clause in
            let bodies = ActorRules.chineseBodies.flatMap(text.all).map(\.upperBound)
                .filter { $0 > clause.lowerBound && $0 < clause.upperBound }.sorted()
            guard let end = bodies.first(where: { end in RankingRules.competence.contains { text.has($0, at: end) } }),
                end - clause.lowerBound <= RankingRules.longestBody,
                !RankingRules.notNames.contains(where: { text.contains($0, in: clause.lowerBound..<end) })
            else { return nil }
            return particular(.competence, clause.lowerBound..<withPartner(end, clause))
        }
    }

    /// 会同公安、财政部门: the partner belongs to the name.
    private func withPartner(_ end: Int, _ clause: Range<Int>) -> Int {
        let together: Phrase = "会同"
        guard text.has(together, at: end) else { return end }
        let near = end..<min(clause.upperBound, end + RankingRules.longestBody)
        return ActorRules.chineseBodies.flatMap(text.all).map(\.upperBound)
            .filter { $0 > near.lowerBound + 2 && $0 <= near.upperBound }.min() ?? end
    }

    /// 优先 + verb + who, up to the clause's end.
    private func chinesePriority() -> [Particular] {
        text.all("优先").compactMap { place in
            guard let verb = RankingRules.chinesePriority.first(where: { text.has($0, at: place.upperBound) }) else {
                return nil
            }
            let start = place.upperBound + verb.scalars.count
            let end = text.clause(around: place.upperBound).upperBound
            return end - start >= RankingRules.shortestName ? particular(.priority, start..<end) : nil
        }
    }

    private func chineseAnalogy() -> [Particular] {
        text.all("参照").compactMap { place in
            let clause = text.clause(around: place.upperBound)
            let ends = RankingRules.chineseAnalogy.compactMap {
                text.first($0, in: place.upperBound..<clause.upperBound)?.lowerBound
            }
            guard place.upperBound < clause.upperBound, let end = ends.min(), end > place.upperBound else { return nil }
            return particular(.analogy, place.upperBound..<end)
        }
    }

    private func englishPriority() -> [Particular] {
        RankingRules.englishPriority.flatMap(text.all).compactMap { restOfSentence(.priority, $0) }
    }

    private func englishAnalogy() -> [Particular] {
        RankingRules.englishAnalogy.flatMap(text.all).compactMap { restOfSentence(.analogy, $0) }
    }

    private func restOfSentence(_ kind: Particular.Kind, _ place: Range<Int>) -> Particular? {
        var start = place.upperBound
        while start < text.count, text.scalars[start] == 0x20 { start += 1 }
        let end = (start..<text.count).first { [0x2E, 0x3B].contains(text.scalars[$0]) } ?? text.count
        return start < end ? particular(kind, start..<end) : nil
    }
}

/// Words of competence, priority and analogy. Authority: 《立法技术规范（试行）（二）》 on 参照; 地方组织法 on competence.
enum RankingRules {
    static let competence: [Phrase] = ["主管", "负责", "会同", "统一负责", "具体负责", "统筹", "归口管理", "统一管理", "依法负责"]
    /// What holds one of these is a condition or an object and no name.
    static let notNames: [Phrase] = [
        "由", "对", "向", "应当", "可以", "不得", "的，", "经", "报", "依照", "按照", "根据", "是指", "属于", "明确",
    ]
    static let longestBody = 40
    static let chinesePriority: [Phrase] = [
        "招聘", "录用", "聘用", "招录", "安排", "考虑", "选用", "选择", "采购", "使用", "发展", "保障", "给予", "支持", "办理", "安置", "配租",
        "推荐", "享受",
    ]
    static let shortestName = 2
    /// What ends the thing that is applied: 参照本条例执行, 参照人民警察遗属享受…….
    static let chineseAnalogy: [Phrase] = ["执行", "适用", "享受", "享有", "办理", "处理", "管理", "制定", "实施", "给予", "发放", "确定"]
    static let englishPriority: [Phrase] = [
        "priority shall be given to", "give priority to", "be given priority to", "priority given to",
    ]
    static let englishAnalogy: [Phrase] = ["with reference to", "by reference to", "by analogy with"]
}
