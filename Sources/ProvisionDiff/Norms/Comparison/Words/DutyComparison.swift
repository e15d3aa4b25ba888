import RegulationModel

/// Compares words of duty, power and ban within one language, each with what it orders.
///
/// A word answers the one with the same verb behind it, else the one in a clause that says the same. What nothing answers
/// is a rule that one side alone has, unless the other states it plainly: 负责…… and 应当…… bind alike.
struct DutyComparison {
    let unit: UnitComparison

    private struct Demand {
        let cue: ModalCue
        /// Two characters in Chinese, twelve in English.
        let verb: [UInt32]
        /// True where it opens a list whose points say themselves what is ordered and banned: 应当遵守下列规定.
        let opensList: Bool
        /// True where what is ordered is a list that follows: 应当包括下列内容.
        let namesList: Bool
        /// Neighbouring letters of the clause without the word itself.
        let matter: Set<UInt64>
        /// The same of what stands before the word in its clause: who is bound, and by what.
        let subject: Set<UInt64>
        /// The same of the words behind it.
        let object: Set<UInt64>
    }

    /// Share of two clauses' letters from which on they say the same; below, other verbs are ordered.
    private static let sameClause = 0.5
    /// The same where the verb is the same: 采取, 建立 and 组织 stand before anything.
    private static let sameVerb = 0.1

    func differences() -> [NormDifference] {
        let asked = demands(unit.first, unit.base)
        let given = demands(unit.second, unit.other)
        let pairs = paired(asked, given)
        var result = pairs.compactMap { pair -> NormDifference? in
            let (one, two) = (asked[pair.base].cue, given[pair.other].cue)
            guard one.modality != two.modality, !(asked[pair.base].opensList || given[pair.other].opensList) else {
                return nil
            }
            // 不得扣减工资 beside 应当保障工资不变: by other verbs a ban may order the same.
            let isDutyOrBan = Set([one.modality, two.modality]) == [.must, .mustNot]
            let isOtherVerb = isDutyOrBan && asked[pair.base].verb != given[pair.other].verb
            return unit.difference(.modality, .duty, [one.span], [two.span], doubtful: isOtherVerb)
        }
        let (taken, answered) = (Set(pairs.map(\.base)), Set(pairs.map(\.other)))
        for index in asked.indices where !taken.contains(index) {
            if let difference = alone(asked[index], isBase: true) { result.append(difference) }
        }
        for index in given.indices where !answered.contains(index) {
            if let difference = alone(given[index], isBase: false) { result.append(difference) }
        }
        return result
    }

    private func demands(_ norms: [Norm], _ side: NormComparison.Side) -> [Demand] {
        norms.filter { $0.modality != .purpose && $0.modality != .definition }
            .flatMap { norm -> [Demand] in
                let text = unit.text(norm.span, side)
                return norm.cues.filter { [.must, .may, .mustNot].contains($0.modality) }.compactMap { cue in
                    guard let start = text.starts.firstIndex(where: { $0 >= cue.span.start }) else { return nil }
                    let end = text.starts.firstIndex { $0 >= cue.span.end } ?? text.count
                    let clause = text.clause(around: start)
                    let before = text.span(clause.lowerBound..<max(clause.lowerBound, start))
                    let behind = text.span(min(end, clause.upperBound)..<clause.upperBound)
                    let isChinese = side.regulation.language == .chinese
                    let verb = Array(text.scalars[end..<min(text.count, end + (isChinese ? 2 : 12))])
                    let rest = min(end, clause.upperBound)..<clause.upperBound
                    return Demand(
                        cue: cue, verb: verb,
                        opensList: PlainWords.lists.contains { text.contains($0, in: rest) },
                        namesList: cue.modality != .mustNot
                            && PlainWords.listed.contains { text.contains($0, in: rest) },
                        matter: NeighbourLetters.matter([before, behind], side.regulation),
                        subject: NeighbourLetters.matter([before], side.regulation),
                        object: NeighbourLetters.matter([behind], side.regulation))
                }
            }
    }

    /// Which word answers which: those in the most alike clauses first, of the same verb before others.
    private func paired(_ asked: [Demand], _ given: [Demand]) -> [(base: Int, other: Int)] {
        var candidates: [ScoredPair] = []
        for (base, demand) in asked.enumerated() {
            for (other, answer) in given.enumerated() {
                let share = NeighbourLetters.alike(demand.matter, answer.matter)
                let isSameVerb = demand.verb == answer.verb
                let isOfOneObject = demand.cue.modality == answer.cue.modality && isOfOneObject(demand, answer)
                let least = isSameVerb || isOfOneObject ? Self.sameVerb : Self.sameClause
                guard share >= least, !areOfTwo(demand, answer) else { continue }
                // Where verbs are the same, the same word is the nearer one: 应当登记，不得收费. Where both sides forbid and
                // allow, bans answer bans whatever their first verb: 不得使用武器 and 不得配备和使用武器，可以使用…….
                let score = share + (isSameVerb ? 1 : 0) + (isOfOneObject ? 1 : 0)
                candidates.append(ScoredPair(score: score, base: base, other: other))
            }
        }
        return BestPairs.chosen(candidates)
    }

    /// Whether most of what one of two words is about stands behind the other too.
    private func isOfOneObject(_ one: Demand, _ two: Demand) -> Bool {
        let (fewer, more) = one.object.count < two.object.count ? (one.object, two.object) : (two.object, one.object)
        return fewer.count >= Self.fewestPairs && NeighbourLetters.held(fewer, in: more) >= Self.sameObject
    }

    private static let fewestPairs = 4
    private static let sameObject = 0.6

    /// 宗教团体可以编印 beside 其他组织不得编印: what is allowed to one and forbidden to another is no other word for one rule.
    private func areOfTwo(_ one: Demand, _ two: Demand) -> Bool {
        PlainWords.bindOthers((one.cue.modality, one.subject), (two.cue.modality, two.subject))
    }

    /// 可以处…… where the other side punishes without 可以; where it does not punish at all, the sanction says so.
    private func discretion(_ demand: Demand, isBase: Bool) -> NormDifference? {
        let (norms, side) = isBase ? (unit.second, unit.other) : (unit.first, unit.base)
        guard let fine = norms.flatMap(\.sanctions).first(where: { $0.kind == .fine }) else { return nil }
        // 可以并处 beside 可以对举办者处: both leave it open.
        let facing = unit.text(unit.whole(fine.span, norms, side), side)
        guard !PlainWords.powers.contains(where: { $0.scalars.count > 1 && facing.contains($0) }) else { return nil }
        let (own, answer) = ([demand.cue.span], [unit.whole(fine.span, norms, side)])
        return unit.difference(.modality, .duty, isBase ? own : answer, isBase ? answer : own)
    }

    private static let punishing: [Phrase] = ["处", "并处", "给予", "没收", "予以", "暂扣", "吊销"]

    private func punishes(_ demand: Demand) -> Bool {
        demand.cue.modality == .may
            && Self.punishing.contains {
                $0.scalars.prefix(demand.verb.count).elementsEqual(demand.verb.prefix($0.scalars.count))
            }
    }

    /// A word that nothing answers; nil where it orders nothing by itself.
    private func alone(_ demand: Demand, isBase: Bool) -> NormDifference? {
        let (own, facing, side) =
            isBase ? (unit.first, unit.second, unit.base) : (unit.second, unit.first, unit.other)
        if side.regulation.language == .chinese, punishes(demand), own.contains(where: \.fines) {
            return discretion(demand, isBase: isBase)
        }
        // Where the other side has such a word for something else, both order several things, and the words tell which.
        let isKindOfOne = !facing.contains { norm in
            norm.modality != .purpose && norm.modality != .definition
                && norm.cues.contains { $0.modality == demand.cue.modality }
        }
        // 不得倾倒残液 as a point beside 倾倒残液 under 不得有下列行为.
        let isInherited = facing.contains { $0.inheritedFrom != nil && $0.modality == demand.cue.modality }
        // 应当包括下列内容: the list says what.
        guard isKindOfOne, !isInherited, !demand.namesList, !demand.cue.isSubordinate, !repeatsLead(demand.cue),
            !isBound(demand.cue, side)
        else {
            return nil
        }
        // A ban in a sentence of its own is a rule more, no other word for the same rule.
        let isRule = demand.cue.modality == .mustNot && sentences(own) != sentences(facing)
        let spans = [demand.cue.span]
        return unit.difference(
            isRule ? .other : .modality, isRule ? .ban : .duty, isBase ? spans : [], isBase ? [] : spans)
    }

    private func sentences(_ norms: [Norm]) -> Int { norms.filter { !$0.cues.isEmpty }.count }

    /// 不得低于, beside 不低于: the value says it.
    private func isBound(_ cue: ModalCue, _ side: NormComparison.Side) -> Bool {
        guard side.regulation.language == .chinese, cue.modality == .must else { return false }
        return unit.text(cue.span, side).has("不得", at: 0)
    }

    /// In the points of lists that both demand something, another word of duty adds none: 应当具备下列条件：……勤务辅警应当具有…….
    private func repeatsLead(_ cue: ModalCue) -> Bool {
        [unit.first, unit.second].allSatisfy { norms in
            norms.contains { $0.inheritedFrom != nil && $0.modality == cue.modality }
        }
    }
}
