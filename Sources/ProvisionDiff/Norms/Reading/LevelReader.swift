import RegulationModel

/// Reads levels of government: of those who act, of the rules referred to, and the act's own territory.
struct LevelReader {
    let text: NormText

    /// Levels that stand before an organ, or beside one in English, with their words.
    func actors() -> [(levels: Set<GovernmentLevel>, range: Range<Int>)] {
        switch text.language {
        case .chinese: chineseActors()
        case .english: englishActors()
        }
    }

    private func chineseActors() -> [(levels: Set<GovernmentLevel>, range: Range<Int>)] {
        var result: [(levels: Set<GovernmentLevel>, range: Range<Int>)] = []
        for organ in LevelRules.chineseOrgans {
            for place in text.all(organ) where !isInTitle(place.lowerBound) {
                let read = backward(from: place.lowerBound, joints: LevelRules.chineseJoints)
                // 国家机关 is a kind of body at any level.
                guard !read.levels.isEmpty, !(read.levels.subtracting([.every]) == [.state] && organ == "机关"),
                    !(organ == "机构" && text.has("编制", at: place.upperBound)),
                    !isPlaceBeside(read.start, organ, at: place.lowerBound), !isAttribute(place.upperBound)
                else { continue }
                // 县级以上人民政府财政部门: the whole name.
                let department: Phrase = "部门"
                let end = text.has(department, at: place.upperBound) ? place.upperBound + 2 : place.upperBound
                result.append((read.levels, read.start..<end))
            }
        }
        return (result + wordsBeforeOrgans(result.map(\.range)))
            .sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    }

    /// The levels that a text names which is nothing but the name of a body.
    func named() -> [Set<GovernmentLevel>] {
        guard text.language == .chinese else { return actors().map(\.levels) }
        let places = LevelRules.all.flatMap { rule in rule.chinese.flatMap { text.all($0) } }
        // 县级 within 县级以上 names no level of its own.
        let whole = places.filter { place in
            !places.contains { $0 != place && $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound }
        }
        return Set(whole.map(\.upperBound)).map { backward(from: $0, joints: LevelRules.chineseJoints).levels }
    }

    /// 住宅区、工矿区及机关、学校: the end of another noun, joined to a body that is named beside it.
    private func isPlaceBeside(_ start: Int, _ organ: Phrase, at place: Int) -> Bool {
        guard ["机关", "部门", "机构", "委员会"].contains(organ), start > 0,
            let before = Unicode.Scalar(text.scalars[start - 1]), before.isHan,
            text.scalars[start..<place].contains(where: { [0x53CA, 0x548C, 0x6216, 0x4E0E, 0x3001].contains($0) })
        else { return false }
        let openings = Set("各由经向报在对所本级府门关到至由为是".unicodeScalars)
        return !openings.contains(before)
    }

    /// 同级人力资源社会保障部门: a word for a level and, in the same clause, its organ behind the name of a field.
    private func wordsBeforeOrgans(_ taken: [Range<Int>]) -> [(levels: Set<GovernmentLevel>, range: Range<Int>)] {
        var result: [(levels: Set<GovernmentLevel>, range: Range<Int>)] = []
        let seeds =
            LevelRules.all.flatMap { rule in rule.chinese.map { (level: Optional(rule.level), phrase: $0) } }
            + LevelRules.chineseCompounds.map { (level: nil, phrase: $0) }
        let places = seeds.filter { $0.phrase.scalars.count > 1 }.flatMap { seed in
            text.all(seed.phrase).map { (level: seed.level, phrase: seed.phrase, range: $0) }
        }
        for (level, phrase, place) in places {
            // 市、区 within 县（市、区） names no level of its own.
            let isWithin = places.contains {
                $0.range != place && $0.range.lowerBound <= place.lowerBound && place.upperBound <= $0.range.upperBound
            }
            if !isWithin, !taken.contains(where: { $0.overlaps(place) }), !isInTitle(place.lowerBound) {
                let limit = min(
                    text.clause(around: place.lowerBound).upperBound, place.upperBound + Self.longestField)
                guard place.upperBound < limit, !LevelRules.isOwnTerritory(phrase),
                    let organ = LevelRules.chineseOrgans.compactMap({ text.first($0, in: place.upperBound..<limit) }
                    )
                    .min(by: { ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count) }),
                    !isAttribute(organ.upperBound),
                    !LevelRules.chineseEstablishments.contains(where: {
                        text.contains($0, in: place.upperBound..<organ.lowerBound)
                    })
                else { continue }
                // 市和区县（市）财政部门: the levels before it belong to the same organ.
                let read = backward(from: place.upperBound, joints: LevelRules.chineseJoints)
                result.append(
                    (
                        read.levels.union([level].compactMap(\.self)),
                        min(read.start, place.lowerBound)..<closed(place.upperBound)
                    ))
            }
        }
        return result
    }

    /// Behind the bracket that closes a name: 区县（自治县）.
    private func closed(_ end: Int) -> Int {
        let isClosing = end < text.count && [0x29, 0xFF09].contains(text.scalars[end])
        return isClosing ? end + 1 : end
    }

    /// 国务院卫生部门规定的证书: the body describes what is spoken of, and does not act.
    private func isAttribute(_ end: Int) -> Bool {
        LevelRules.chineseAttributes.contains { text.has($0, at: end) }
    }

    /// Longest name of a field between a level and its organ: 人力资源和社会保障、市场监督管理等.
    private static let longestField = 20

    /// Inside 《……》, where levels belong to the name of an act.
    private func isInTitle(_ index: Int) -> Bool {
        let open: UInt32 = 0x300A
        let close: UInt32 = 0x300B
        return text.scalars[..<index].last { $0 == open || $0 == close } == open
    }

    /// Levels and joints that end at `end`, read towards the front.
    private func backward(from end: Int, joints: [Phrase]) -> (levels: Set<GovernmentLevel>, start: Int) {
        var levels: Set<GovernmentLevel> = []
        var position = end
        var start = end
        while position > 0 {
            if let level = level(endingAt: position) {
                levels.insert(level.level)
                position = level.start
                start = position
                if joints == LevelRules.chineseRuleJoints { position = behindPlace(position, joints) }
                start = position
            } else if let joint = joints.filter({ text.has($0.scalars, at: position - $0.scalars.count) })
                .map(\.scalars.count).max()
            {
                position -= joint
            } else {
                break
            }
        }
        return (levels, start)
    }

    private func level(endingAt end: Int) -> (level: GovernmentLevel, start: Int)? {
        var best: (level: GovernmentLevel, start: Int)?
        for rule in LevelRules.all {
            for phrase in rule.chinese {
                let start = end - phrase.scalars.count
                guard text.has(phrase.scalars, at: start), start < best?.start ?? end,
                    !(phrase == "区" && isKindOfArea(before: start)), !(phrase == "市" && isKindOfTown(before: start))
                else { continue }
                best = (rule.level, start)
            }
        }
        return best
    }

    /// 所在辖区, 社区, 景区, 园区: an area, and no district.
    private func isKindOfArea(before start: Int) -> Bool {
        guard start > 0 else { return false }
        return "辖社园景城灾库林山片地新老牧矿厂校院".unicodeScalars.contains { $0.value == text.scalars[start - 1] }
    }

    /// 城市管理部门, 超市, 夜市: no level of government.
    private func isKindOfTown(before start: Int) -> Bool {
        start > 0 && "城都超夜集早".unicodeScalars.contains { $0.value == text.scalars[start - 1] }
    }

    /// 国家、江苏省: a name before 省 is passed over where a joint stands before it.
    private func behindPlace(_ position: Int, _ joints: [Phrase]) -> Int {
        guard position < text.count, [0x7701, 0x5E02].contains(text.scalars[position]),
            level(endingAt: position) == nil,
            !joints.contains(where: { text.has($0.scalars, at: position - $0.scalars.count) })
        else {
            return position
        }
        let joints = joints + ["按照", "依照", "根据", "由", "执行", "遵守", "符合"]
        for length in 1...LevelRules.longestPlace where position - length >= 0 {
            let start = position - length
            guard (start..<position).allSatisfy({ Unicode.Scalar(text.scalars[$0])?.isHan ?? false }) else { break }
            if start == 0 || joints.contains(where: { text.has($0.scalars, at: start - $0.scalars.count) }) {
                return start
            }
        }
        return position
    }

    private func englishActors() -> [(levels: Set<GovernmentLevel>, range: Range<Int>)] {
        let rules = ruleReferences().map(\.range)
        var result: [(levels: Set<GovernmentLevel>, range: Range<Int>)] = []
        var taken: [Range<Int>] = []
        let pairs = LevelRules.all.flatMap { rule in rule.english.map { (rule.level, $0) } }
            .sorted { $0.1.scalars.count > $1.1.scalars.count }
        for (level, phrase) in pairs {
            for place in text.all(phrase) where !(rules + taken).contains(where: { $0.overlaps(place) }) {
                taken.append(place)
                result.append(([level], place))
            }
        }
        return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// 国家和省有关规定, `the relevant provisions of the state and the province`.
    func ruleReferences() -> [(levels: Set<GovernmentLevel>, range: Range<Int>)] {
        switch text.language {
        case .chinese:
            LevelRules.chineseRules.flatMap(text.all).compactMap { place in
                let read = backward(from: place.lowerBound, joints: LevelRules.chineseRuleJoints)
                guard !read.levels.isEmpty, !isEndOfNoun(read.start) else { return nil }
                return (read.levels, read.start..<place.upperBound)
            }
        case .english: englishRuleReferences()
        }
    }

    /// 有关规划区的规定: the one letter of a level ends another noun.
    private func isEndOfNoun(_ start: Int) -> Bool {
        guard start > 0, let letter = Unicode.Scalar(text.scalars[start]), "区县市州旗乡镇".unicodeScalars.contains(letter),
            let before = Unicode.Scalar(text.scalars[start - 1]), before.isHan
        else { return false }
        return !"照据由合守行和及或与按经遵在本".unicodeScalars.contains(before)
    }

    private func englishRuleReferences() -> [(levels: Set<GovernmentLevel>, range: Range<Int>)] {
        var result: [(levels: Set<GovernmentLevel>, range: Range<Int>)] = []
        for noun in LevelRules.englishRuleNouns {
            for place in text.all(noun) {
                if let read = behindNoun(place) ?? beforeNoun(place) { result.append(read) }
            }
        }
        return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// `provisions of the state and the province`, `stipulated by the state`.
    private func behindNoun(_ noun: Range<Int>) -> (levels: Set<GovernmentLevel>, range: Range<Int>)? {
        var position = noun.upperBound
        guard
            let opening = [" of ", " by ", " in "].map({ Phrase($0) }).first(where: {
                text.has($0.scalars, at: position)
            })
        else { return nil }
        position += opening.scalars.count
        var levels: Set<GovernmentLevel> = []
        var end = position
        var steps = 0
        while let word = text.word(at: position), steps < 12 {
            let name = Phrase(text.string(word))
            if let rule = LevelRules.all.first(where: { $0.englishRules.contains(name) }) {
                levels.insert(rule.level)
                end = word.upperBound
            } else if !["the", "and", "or", "this", "relevant"].contains(text.string(word)),
                !text.capitals[word.lowerBound]
            {
                break
            }
            position = word.upperBound
            while position < text.count, [0x20, 0x2C].contains(text.scalars[position]) { position += 1 }
            steps += 1
        }
        // “the state council”, “provincial people's government” name an organ, and no level of rules.
        if let word = text.word(at: end + 1), end < text.count, text.scalars[end] == 0x20,
            ["council", "people", "organs", "government", "secrets", "public", "level"].contains(text.string(word))
        {
            return nil
        }
        return levels.isEmpty ? nil : (levels, noun.lowerBound..<end)
    }

    /// `relevant state regulations`, `national provisions`.
    private func beforeNoun(_ noun: Range<Int>) -> (levels: Set<GovernmentLevel>, range: Range<Int>)? {
        var levels: Set<GovernmentLevel> = []
        var start = noun.lowerBound
        while start > 1 {
            var from = start - 1
            while from > 0, (0x61...0x7A).contains(text.scalars[from - 1]) { from -= 1 }
            let name = text.string(from..<start - 1)
            if let rule = LevelRules.all.first(where: { $0.englishRules.contains(Phrase(name)) }) {
                levels.insert(rule.level)
            } else if !(levels.isEmpty == false && ["and", "relevant"].contains(name)) {
                break
            }
            start = from
        }
        return levels.isEmpty ? nil : (levels, start..<noun.upperBound)
    }

    /// 本省, `this city`.
    func territories() -> [Territory] {
        LevelRules.ownTerritories.flatMap { rule in
            text.all(rule.phrase).map { Territory(level: rule.level, span: text.span($0)) }
        }.sorted { $0.span < $1.span }
    }
}
