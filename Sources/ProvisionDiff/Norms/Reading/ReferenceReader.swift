import RegulationModel

/// Reads references of one sentence to other acts, to provisions of its own act, and to unnamed rules.
struct ReferenceReader {
    let text: NormText
    /// The act, for resolving; and where the sentence stands in it.
    let index: ProvisionIndex
    let place: EId
    let isTaiwan: Bool

    /// References in order, and the ranges whose numbers number provisions.
    func read() -> (references: [Reference], blocked: [Range<Int>]) {
        let titles = titles()
        let provisions = text.language == .chinese ? chineseProvisions() : englishProvisions()
        var result = titles.map { Reference(target: .act(text.span($0)), span: text.span($0)) }
        // Article 12 of another act is no provision of this one.
        result += provisions.filter { item in !titles.contains { isBehind($0, item.range) } }
            .map { Reference(target: $0.target, span: text.span($0.range)) }
        result += backReferences()
        result += LevelReader(text: text).ruleReferences()
            .filter { rules in !titles.contains { $0.overlaps(rules.range) } }
            .map { Reference(target: .rules($0.levels), span: text.span($0.range)) }
        result += ownAct() + laws()
        let sorted = result.sorted { $0.span < $1.span }
        return (sorted, provisions.map(\.range) + titles)
    }

    private func isBehind(_ title: Range<Int>, _ item: Range<Int>) -> Bool {
        switch text.language {
        case .chinese: item.lowerBound == title.upperBound
        case .english:
            title.lowerBound >= item.upperBound && title.lowerBound - item.upperBound <= 8
                || item.lowerBound >= title.upperBound && item.lowerBound - title.upperBound <= 2
        }
    }

    /// 《……》; in English words with capitals around a title noun, or a title in quotation marks.
    private func titles() -> [Range<Int>] {
        switch text.language {
        case .chinese:
            var result: [Range<Int>] = []
            var open: Int?
            for place in 0..<text.count {
                if text.scalars[place] == 0x300A { open = open ?? place }
                guard text.scalars[place] == 0x300B, let start = open else { continue }
                if !isForm(before: place) { result.append(start..<place + 1) }
                open = nil
            }
            return result
        case .english: return EnglishTitleFinder(text: text).titles()
        }
    }

    /// 《建设工程规划许可证》 is a paper that is given out, no act.
    private func isForm(before end: Int) -> Bool {
        ReferenceRules.forms.contains { text.has($0, at: end - $0.scalars.count) }
    }

    private func backReferences() -> [Reference] {
        let rules: [(phrase: Phrase, back: ReferenceRules.Back)] =
            switch text.language {
            case .chinese: isTaiwan ? ReferenceRules.taiwanBack : ReferenceRules.chineseBack
            case .english: ReferenceRules.englishBack
            }
        return rules.flatMap { rule in
            text.all(rule.phrase).map { range in
                let target = index.back(rule.back, from: place)
                return Reference(target: target.map(ReferenceTarget.provision) ?? .unresolved, span: text.span(range))
            }
        }
    }

    private func ownAct() -> [Reference] {
        FunctionRules.ownNames.filter {
            text.language == .chinese
                || ($0.scalars.starts(with: Phrase("these").scalars) || $0.scalars.starts(with: Phrase("this").scalars))
        }
        .flatMap(text.all).map { Reference(target: .ownAct, span: text.span($0)) }
    }

    private func laws() -> [Reference] {
        let phrases = text.language == .chinese ? ReferenceRules.chineseLaws : ReferenceRules.englishLaws
        var taken: [Range<Int>] = []
        for phrase in phrases {
            for range in text.all(phrase) where !taken.contains(where: { $0.overlaps(range) }) { taken.append(range) }
        }
        return taken.map { Reference(target: .laws, span: text.span($0)) }
    }

    private typealias Found = (target: ReferenceTarget, range: Range<Int>)

    /// 第十二条第二款第三项, 第八条至第十条 as two.
    private func chineseProvisions() -> [Found] {
        var result: [Found] = []
        var position = 0
        let mark: UInt32 = 0x7B2C
        while position < text.count {
            guard text.scalars[position] == mark, let first = counted(at: position) else {
                position += 1
                continue
            }
            var parts = [first]
            var end = first.end
            while let next = counted(at: end), next.rank > parts[parts.count - 1].rank {
                parts.append(next)
                end = next.end
            }
            result.append((target(parts), position..<end))
            position = end
        }
        return result
    }

    private struct Part {
        let rank: Int
        let number: ProvisionNumber
        let end: Int
    }

    /// 第 + number + 条, 款 or 项 (条之一 with its branch).
    private func counted(at index: Int) -> Part? {
        guard index < text.count, text.scalars[index] == 0x7B2C, let number = text.number(at: index + 1),
            number.value.denominator == 1, number.range.upperBound < text.count
        else { return nil }
        let ranks: [UInt32: Int] =
            isTaiwan ? [0x6761: 0, 0x9879: 1, 0x6B3E: 2, 0x76EE: 3] : [0x6761: 0, 0x6B3E: 1, 0x9879: 2, 0x76EE: 3]
        guard let rank = ranks[text.scalars[number.range.upperBound]] else { return nil }
        var end = number.range.upperBound + 1
        var branches: [Int] = []
        if rank == 0, text.has([0x4E4B], at: end), let branch = text.number(at: end + 1), branch.value.denominator == 1
        {
            branches = [branch.value.numerator]
            end = branch.range.upperBound
        }
        return Part(rank: rank, number: ProvisionNumber(number.value.numerator, branches: branches), end: end)
    }

    private func target(_ parts: [Part]) -> ReferenceTarget {
        let article = parts.first { $0.rank == 0 }?.number
        let eId = index.provision(
            article: article, paragraph: parts.first { $0.rank == 1 }?.number.ordinal,
            point: parts.first { $0.rank == 2 }?.number.ordinal, from: place)
        return eId.map(ReferenceTarget.provision) ?? .unresolved
    }

    /// `Article 12`, `Paragraph 2 of Article 12`, `Articles 3 and 5`.
    private func englishProvisions() -> [Found] {
        var result: [Found] = []
        for word: Phrase in ["article ", "articles "] {
            for place in text.all(word) {
                var position = place.upperBound
                while let number = text.digits(at: position), number.value.denominator == 1 {
                    var branches: [Int] = []
                    var end = number.range.upperBound
                    if text.has([0x2D], at: end), let branch = text.digits(at: end + 1) {
                        branches = [branch.value.numerator]
                        end = branch.range.upperBound
                    }
                    let article = ProvisionNumber(number.value.numerator, branches: branches)
                    let paragraph = paragraph(before: place.lowerBound)
                    let eId = index.provision(article: article, paragraph: paragraph, point: nil, from: self.place)
                    let start = position == place.upperBound ? place.lowerBound : position
                    result.append((eId.map(ReferenceTarget.provision) ?? .unresolved, start..<end))
                    position = end
                    for joint: Phrase in [", ", " and ", " or ", " to ", ", and ", " through "]
                    where text.has(joint.scalars, at: end) && text.isDigit(end + joint.scalars.count) {
                        position = end + joint.scalars.count
                    }
                    if position == end { break }
                }
            }
        }
        return result
    }

    private func paragraph(before index: Int) -> Int? {
        let of: Phrase = " of "
        guard text.has(of.scalars, at: index - of.scalars.count) else { return nil }
        var start = index - of.scalars.count
        while start > 0, text.isDigit(start - 1) { start -= 1 }
        let word: Phrase = "paragraph "
        guard text.has(word.scalars, at: start - word.scalars.count) else { return nil }
        return text.digits(at: start)?.value.numerator
    }
}

/// Finds titles of acts in English: `Regulations of Jiangsu Province on …`, `the Criminal Code`, `"… Measures"`.
struct EnglishTitleFinder {
    let text: NormText

    func titles() -> [Range<Int>] {
        var result: [Range<Int>] = []
        for noun in ReferenceRules.englishTitleNouns {
            for place in text.all(noun) where text.capitals[place.lowerBound] {
                guard !isOwn(place), let title = title(around: place) else { continue }
                if !result.contains(where: { $0.overlaps(title) }) { result.append(title) }
            }
        }
        return result.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// `these Regulations`, `this Act`, and `the Regulations` alone.
    private func isOwn(_ place: Range<Int>) -> Bool {
        ["these ", "this ", "present "].contains { (word: String) in
            let phrase = Phrase(word)
            return text.has(phrase.scalars, at: place.lowerBound - phrase.scalars.count)
        }
    }

    private func title(around noun: Range<Int>) -> Range<Int>? {
        let start = extended(from: noun.lowerBound)
        let end = behind(noun.upperBound)
        return start == noun.lowerBound && end == noun.upperBound ? nil : start..<end
    }

    /// Towards the front over words with capitals: `Criminal Procedure` before `Code`.
    private func extended(from start: Int) -> Int {
        var start = start
        while start > 1, text.scalars[start - 1] == 0x20 {
            var from = start - 1
            while from > 0,
                NormText.isWordScalar(text.scalars[from - 1]) || [0x2D, 0x27].contains(text.scalars[from - 1])
            {
                from -= 1
            }
            let word = text.string(from..<start - 1)
            let isSmall = ["of", "and", "for", "on", "the"].contains(word)
            guard from < start - 1, text.capitals[from] || isSmall else { break }
            if ["if", "where", "in", "under", "when", "this", "these", "any", "article"].contains(word) { break }
            start = from
        }
        while let word = text.word(at: start), !text.capitals[word.lowerBound] || ["the"].contains(text.string(word)) {
            guard word.upperBound < text.count, text.scalars[word.upperBound] == 0x20 else { break }
            start = word.upperBound + 1
        }
        return start
    }

    /// Behind the noun: `of Jiangsu Province on the Administration of …`, up to the first small word that joins nothing.
    private func behind(_ end: Int) -> Int {
        var end = end
        var position = end
        let opening: [Phrase] = [" of ", " on ", " for ", " governing "]
        guard opening.contains(where: { text.has($0.scalars, at: position) }) else { return end }
        while position < text.count, text.scalars[position] == 0x20 {
            guard let word = text.word(at: position + 1) else { break }
            let name = text.string(word)
            if text.capitals[word.lowerBound] {
                end = word.upperBound
            } else if !["of", "on", "the", "for", "and", "in", "to", "by"].contains(name) {
                break
            }
            // People’s Republic of China
            let possessive: Phrase = "'s "
            let isPossessive = text.has(possessive.scalars, at: word.upperBound)
            position = word.upperBound + (isPossessive ? possessive.scalars.count - 1 : 0)
        }
        return end
    }
}
