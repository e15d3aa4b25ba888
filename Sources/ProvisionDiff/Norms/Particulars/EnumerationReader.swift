import RegulationModel

/// Reads what a sentence names one by one: `分为甲和乙`, `报名、考试、体检、考察和公示等程序`, `procedures such as A, B and C`.
struct EnumerationReader {
    let text: NormText

    func read() -> [Particular] {
        switch text.language {
        case .chinese: text.clauses.flatMap(chinese)
        case .english: english()
        }
    }

    private func particular(_ kind: Particular.Kind, _ range: Range<Int>, _ count: Int) -> Particular {
        Particular(kind: kind, value: String(count), span: text.span(range))
    }

    /// Fewest things that make a list worth counting; classes are a list from two on.
    private static let fewest = 3
    private static let fewestClasses = 2

    // MARK: Chinese

    private static let comma: UInt32 = 0x3001
    private static let andSoOn: UInt32 = 0x7B49

    /// `分为两类：甲和乙`, `divided into two categories: A and B`: the clause behind the colon, where it is near.
    private func behindColon(_ start: Int, _ end: Int) -> Range<Int> {
        let reach = text.language == .chinese ? Self.nearColon : Self.nearEnglishColon
        guard end < text.count, end - start <= reach, [0x3A, 0xFF1A].contains(text.scalars[end]) else {
            return start..<end
        }
        return end + 1..<max(end + 1, text.clause(around: end + 1).upperBound)
    }

    /// Characters from “divided into” to its colon.
    private static let nearColon = 8
    private static let nearEnglishColon = 24

    /// 等 by itself, not in 平等, 同等, 等级.
    private func isAndSoOn(_ index: Int) -> Bool {
        guard text.scalars[index] == Self.andSoOn else { return false }
        let before = EnumerationRules.notBeforeAndSoOn.unicodeScalars.map(\.value)
        let behind = EnumerationRules.notBehindAndSoOn.unicodeScalars.map(\.value)
        return !(index > 0 && before.contains(text.scalars[index - 1]))
            && !(index + 1 < text.count && behind.contains(text.scalars[index + 1]))
    }

    private func chinese(_ clause: Range<Int>) -> [Particular] {
        for phrase in EnumerationRules.chineseClasses {
            guard let place = text.first(phrase, in: clause) else { continue }
            let list = behindColon(place.upperBound, clause.upperBound)
            let range = list.lowerBound..<listEnd(list.lowerBound, list)
            let count = chineseCount(range)
            return count >= Self.fewestClasses && isList(range) ? [particular(.classes, range, count)] : []
        }
        return runs(clause).compactMap { run in
            guard let range = namedRun(run, clause) else { return nil }
            let count = chineseCount(range)
            return count >= Self.fewest ? particular(.enumeration, range, count) : nil
        }
    }

    /// Stretches whose enumeration commas stand near each other, from a clause's beginning or the run before to the end
    /// of the last thing named.
    private func runs(_ clause: Range<Int>) -> [Range<Int>] {
        let commas = clause.filter { text.scalars[$0] == Self.comma }
        var result: [Range<Int>] = []
        var start = clause.lowerBound
        var place = 0
        while place < commas.count {
            var last = place
            while last + 1 < commas.count, commas[last + 1] - commas[last] <= EnumerationRules.longestChinese,
                !(commas[last]..<commas[last + 1]).contains(where: isAndSoOn)
            {
                last += 1
            }
            let end = listEnd(commas[last] + 1, clause)
            if commas[place] > start { result.append(start..<end) }
            start = end
            place = last + 1
        }
        return result
    }

    /// The end of a list whose last thing begins at `start`: 等, or the clause's end.
    private func listEnd(_ start: Int, _ clause: Range<Int>) -> Int {
        let limit = min(clause.upperBound, text.count)
        guard start < limit else { return limit }
        return (start..<limit).first(where: isAndSoOn) ?? limit
    }

    /// The things named, where an opening word or a noun behind says that a list is meant; nil otherwise.
    private func namedRun(_ run: Range<Int>, _ clause: Range<Int>) -> Range<Int>? {
        guard let comma = run.first(where: { text.scalars[$0] == Self.comma }), comma > run.lowerBound else {
            return nil
        }
        let head = run.lowerBound..<comma
        let start = max(behindModifier(run) ?? itemStart(head), behindOrder(run))
        let isOpened = EnumerationRules.chineseOpenings.contains { text.contains($0, in: head) }
        let end = run.upperBound
        if end < clause.upperBound, isAndSoOn(end) {
            let near = end + 1..<min(end + 1 + 8, clause.upperBound)
            let isNamed = EnumerationRules.chineseNouns.contains { text.contains($0, in: near) }
            return isNamed || isOpened ? trimmed(start..<end) : nil
        }
        let last = lastItem(run)
        if let of = last.last(where: { text.scalars[$0] == 0x7684 }) {
            let isNamed = EnumerationRules.chineseNouns.contains { text.has($0, at: of + 1) }
            if isNamed { return trimmed(start..<of) }
        }
        return isOpened && last.count <= EnumerationRules.longestChinese ? trimmed(start..<end) : nil
    }

    /// 反对甲、乙的集会、游行、示威: a thing between the first and the last that holds 的 belongs to what goes before, and
    /// the list begins behind it.
    private func behindModifier(_ run: Range<Int>) -> Int? {
        let commas = run.filter { text.scalars[$0] == Self.comma }
        guard commas.count > 1, let first = commas.first, let last = commas.last else { return nil }
        return (first..<last).last { text.scalars[$0] == 0x7684 }.map { $0 + 1 }
    }

    /// 电梯安装、改造单位不得采用更改程序、变动设施……: what is ordered begins behind the order, and names before it are those who
    /// act.
    private func behindOrder(_ run: Range<Int>) -> Int {
        let last = lastItem(run).lowerBound
        return EnumerationRules.chineseOrders.flatMap(text.all).filter {
            // 负责人: a person.
            run.lowerBound <= $0.lowerBound && $0.upperBound < last && !text.has("人", at: $0.upperBound)
                && isClosed(run.lowerBound..<$0.lowerBound)
        }.map(\.upperBound).max() ?? run.lowerBound
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        isList(range) && !hasTitles(range) && isClosed(range) ? range : nil
    }

    /// Every bracket has its counterpart.
    private func isClosed(_ range: Range<Int>) -> Bool {
        var depth = 0
        for index in range {
            depth += Self.depth(text.scalars[index])
            if depth < 0 { return false }
        }
        return depth == 0
    }

    private static func depth(_ scalar: UInt32) -> Int {
        switch scalar {
        case 0x28, 0xFF08: 1
        case 0x29, 0xFF09: -1
        default: 0
        }
    }

    /// Lists of acts and of bodies have readers of their own.
    private func hasTitles(_ range: Range<Int>) -> Bool {
        range.contains { text.scalars[$0] == 0x300A }
            || ["部门", "机关"].contains { text.contains($0, in: lastItem(range)) }
    }

    private func isList(_ range: Range<Int>) -> Bool { !range.isEmpty && range.count <= Self.longestList }

    /// The longest list read in a sentence, in characters.
    private static let longestList = 160

    private func lastItem(_ run: Range<Int>) -> Range<Int> {
        let start = run.last { text.scalars[$0] == Self.comma }.map { $0 + 1 } ?? run.lowerBound
        return start..<run.upperBound
    }

    /// Where the first thing begins: behind the last word that leads to it.
    private func itemStart(_ head: Range<Int>) -> Int {
        let words = EnumerationRules.chineseHeadWords.flatMap(text.all).filter {
            $0.lowerBound >= head.lowerBound && $0.upperBound < head.upperBound
                && isClosed(head.lowerBound..<$0.lowerBound)
        }.map(\.upperBound)
        let heads = EnumerationRules.chineseHeads.unicodeScalars.map(\.value)
        let letters = head.filter {
            heads.contains(text.scalars[$0]) && $0 + 1 < head.upperBound && isClosed(head.lowerBound..<$0)
        }.map { $0 + 1 }
        return (words + letters).max() ?? head.lowerBound
    }

    /// One more than the commas, and one more where the last thing is two joined by 和.
    private func chineseCount(_ range: Range<Int>) -> Int {
        var (commas, depth) = (0, 0)
        for index in range {
            depth += Self.depth(text.scalars[index])
            if text.scalars[index] == Self.comma, depth == 0 { commas += 1 }
        }
        let last = lastItem(range)
        let joints: [Phrase] = ["和", "以及", "或者"]
        return commas + 1 + (joints.contains { text.contains($0, in: last) } ? 1 : 0)
    }

    // MARK: English

    private func english() -> [Particular] {
        let classes = EnumerationRules.englishClasses.flatMap(text.all).compactMap {
            listed(
                .classes, from: behindColon($0.upperBound, text.clause(around: $0.upperBound).upperBound).lowerBound,
                fewest: Self.fewestClasses)
        }
        let opened = EnumerationRules.englishOpenings.flatMap(text.all).compactMap {
            listed(.enumeration, from: $0.upperBound, fewest: Self.fewest)
        }
        let closed = EnumerationRules.englishClosings.flatMap(text.all).compactMap { closing -> Particular? in
            guard let range = listBefore(closing.lowerBound).map(bare), !hasBody(range) else { return nil }
            let count = range.filter { isEnglishComma($0) }.count + 1
            return count >= Self.fewest ? particular(.enumeration, range, count) : nil
        }
        let named = classes + opened + byDoing()
        return named + closed.filter { item in !named.contains { $0.span.overlaps(item.span) } }
    }

    /// `by purchasing …, signing … or …`.
    private func byDoing() -> [Particular] {
        let by: Phrase = "by"
        return text.all(by).compactMap { place in
            let word = text.string(place.upperBound..<min(place.upperBound + 16, text.count)).split(separator: " ")
                .first
            guard word?.hasSuffix("ing") == true else { return nil }
            return listed(.enumeration, from: place.upperBound, fewest: Self.fewest)
        }
    }

    private func isEnglishComma(_ index: Int) -> Bool {
        text.scalars[index] == 0x2C && index + 1 < text.count && text.scalars[index + 1] == 0x20
    }

    private func hasBody(_ range: Range<Int>) -> Bool {
        ["department", "departments", "organs", "authorities"].contains { (word: Phrase) in
            text.contains(word, in: range)
        }
    }

    private func words(_ range: Range<Int>) -> Int { text.string(range).split(separator: " ").count }

    /// The things from `start` on: up to the thing that holds “and” or “or”, each short.
    private func listed(_ kind: Particular.Kind, from start: Int, fewest: Int) -> Particular? {
        let stop = (start..<text.count).first { [0x2E, 0x3B, 0x3A].contains(text.scalars[$0]) } ?? text.count
        var count = 0
        var item = start
        var index = start
        while index <= stop {
            guard index == stop || isEnglishComma(index) else {
                index += 1
                continue
            }
            let range = item..<index
            let joint = ([" and ", " or "] as [Phrase]).compactMap { text.first(Phrase($0.textual), in: range) }.first
            let head = joint.map { item..<$0.lowerBound } ?? range
            guard words(head) <= EnumerationRules.longestEnglish else { break }
            if let joint, isPlain(start..<item, joint, in: range) || !goesOn(behind: index, to: stop) {
                let isLast = words(head) == 0
                count += isLast ? 1 : 2
                let end = min(index, lastItemEnd(joint.upperBound, index))
                let whole = start..<end
                return count >= fewest && !hasBody(whole) ? particular(kind, skipSpace(whole), count) : nil
            }
            count += 1
            item = index + 1
            index += 1
        }
        return nil
    }

    /// `openness, equality, competition and merit`: single words all along, so the “and” is that of the list.
    private func isPlain(_ before: Range<Int>, _ joint: Range<Int>, in thing: Range<Int>) -> Bool {
        let names = text.string(before).split(separator: ",")
        return !names.isEmpty && names.allSatisfy { $0.split(separator: " ").count <= 1 }
            && words(thing.lowerBound..<joint.lowerBound) == 1 && words(joint.upperBound..<thing.upperBound) == 1
    }

    /// `clear rights and duties, strict supervision and fair pay`: the next thing holds the “and” of the list.
    private func goesOn(behind comma: Int, to stop: Int) -> Bool {
        guard comma < stop else { return false }
        let next = comma + 1..<((comma + 1..<stop).first(where: isEnglishComma) ?? stop)
        guard let joint = text.first(Phrase(" and "), in: next), joint.lowerBound > next.lowerBound else {
            return false
        }
        return words(next) <= EnumerationRules.longestEnglish && !isSentenceHead(next)
    }

    /// Words that begin or carry a clause and no thing named.
    private func isSentenceHead(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        while start < range.upperBound, text.scalars[start] == 0x20 { start += 1 }
        return EnumerationRules.englishClauseHeads.contains { text.has($0, at: start) }
            || EnumerationRules.englishVerbs.contains { text.contains($0, in: range) }
    }

    /// The last thing ends where a clause goes on.
    private func lastItemEnd(_ start: Int, _ limit: Int) -> Int {
        let stops: [Phrase] = [
            " shall", " according to", " in accordance", " may ", " is ", " are ", " to ", " which", " that", " who",
            " under",
        ]
        return stops.compactMap { text.first(Phrase($0.textual), in: start..<limit)?.lowerBound }.min() ?? limit
    }

    private func skipSpace(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound, text.scalars[start] == 0x20 { start += 1 }
        return start..<range.upperBound
    }

    /// The things before `and other`, from the sentence's beginning or the last clause on.
    private func listBefore(_ end: Int) -> Range<Int>? {
        var start = end
        var item = end
        while start > 0 {
            start -= 1
            if [0x2E, 0x3B, 0x3A].contains(text.scalars[start]) {
                start += 1
                break
            }
            guard isEnglishComma(start) else { continue }
            let thing = start + 1..<item
            if words(thing) > EnumerationRules.longestEnglish || isSentenceHead(thing) {
                return (head(thing).map { $0.lowerBound..<end }) ?? (item < end ? skipSpace(item + 1..<end) : nil)
            }
            item = start
        }
        return head(start..<item).map { $0.lowerBound..<end }
    }

    /// Without `such as` before and a comma behind.
    private func bare(_ range: Range<Int>) -> Range<Int> {
        let leads: [Phrase] = ["such as ", "including ", "or ", "and "]
        var start = range.lowerBound
        for lead in leads where text.has(lead.scalars, at: start) { start += lead.scalars.count }
        var end = range.upperBound
        while end > start, [0x20, 0x2C].contains(text.scalars[end - 1]) { end -= 1 }
        return min(start, end)..<end
    }

    /// The first thing of a list at the end of a clause that leads to it: behind its last preposition or verb.
    private func head(_ clause: Range<Int>) -> Range<Int>? {
        guard !EnumerationRules.englishClauseHeads.contains(where: { text.has($0, at: skipSpace(clause).lowerBound) })
        else { return nil }
        let leads = EnumerationRules.englishLeads.flatMap(text.all)
            .filter { $0.lowerBound >= clause.lowerBound && $0.upperBound < clause.upperBound }.map(\.upperBound)
        guard let start = leads.max() ?? (words(clause) <= Self.longestHead ? clause.lowerBound : nil) else {
            return nil
        }
        return skipSpace(start..<clause.upperBound)
    }

    /// Words of a first thing without a word that leads to it.
    private static let longestHead = 5
}

extension ByteSpan {
    fileprivate func overlaps(_ other: ByteSpan) -> Bool { start < other.end && other.start < end }
}
