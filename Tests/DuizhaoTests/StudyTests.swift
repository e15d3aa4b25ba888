import Duizhao
import Foundation
import Testing

/// The study guide and its questions, of the embedded corpus and of others.
@Suite("Study guide") struct StudyTests {
    /// What a comparison gives, made once.
    struct Made {
        let comparison: Comparison
        let guide: StudyGuide
    }

    static let made = Result {
        let corpus = try Checkout.corpus.get()
        return try make(Comparison(corpus.witnesses, base: corpus.base ?? 0, corpus: corpus))
    }

    static func make(_ comparison: Comparison, _ options: StudyOptions = StudyOptions()) throws -> Made {
        let guide = comparison.guide(
            options, differences: comparison.differences, parameters: comparison.parameters())
        guard let guide else { throw SurroundingsError("no guide") }
        return Made(comparison: comparison, guide: guide)
    }

    private var guide: StudyGuide { get throws { try Self.made.get().guide } }

    private func source(_ id: String) throws -> Regulation {
        guard let witness = try guide.column(id) else { throw SurroundingsError("no text \(id)") }
        return witness.regulation
    }

    // MARK: Rules

    @Test func everyRuleIsBytesOfTheProvisionItCites() throws {
        let rules = try guide.sections.flatMap(\.rows).flatMap(\.cells).flatMap(\.rules)
        #expect(rules.count > 100)
        for rule in rules {
            let text = try source(rule.lead.witness)
            let provision = try #require(text.provision(at: rule.lead.provision))
            for quote in [rule.lead] + rule.items.map(\.quote) {
                #expect(quote.spans.allSatisfy { provision.span.contains($0) }, "\(rule.lead)")
            }
        }
    }

    @Test func rulesAreSortedByWhatTheyDo() throws {
        let sections = try guide.sections
        func articles(_ kind: StudyKind, _ id: String) -> Set<String> {
            let rules = sections.filter { $0.kind == kind }.flatMap(\.rows).flatMap(\.cells).flatMap(\.rules)
            return Set(rules.filter { $0.lead.witness == id }.map(\.lead.provision.article.text))
        }
        #expect(articles(.controlled, "lianyungang").isSuperset(of: ["art_9", "art_10", "art_12"]))
        #expect(articles(.controlled, "jiangsu").isSuperset(of: ["art_9", "art_10", "art_12"]))
        #expect(articles(.bans, "jilin") == ["art_9"])
        #expect(articles(.conditions, "lianyungang") == ["art_20"])
        #expect(articles(.disqualifications, "lianyungang") == ["art_21"])
        #expect(articles(.discipline, "jiangsu") == ["art_15"])
        #expect(articles(.cases, "lianyungang") == ["art_31", "art_34"])
        #expect(articles(.liability, "lianyungang").isSuperset(of: ["art_46", "art_49", "art_50"]))
    }

    /// 由公安机关组织实施 binds as 应当 does; what the base says plainly would be left out beside its English twin with “shall”.
    @Test func whatIsStatedPlainlyStandsAmongTheDuties() throws {
        let guide = try guide
        let duties = try #require(guide.sections.first { $0.kind == .duties })
        let stated = duties.rows.flatMap(\.cells).flatMap(\.rules).filter(\.isStated)
        let base = stated.filter { $0.lead.witness == "lianyungang" }.map(\.lead.provision.text)
        #expect(Set(base).isSuperset(of: ["art_3__para_1", "art_6__para_2", "art_22__para_1", "art_47__para_1"]))
        let markdown = render(guide, as: .markdown)
        #expect(markdown.contains("第六条第二款 (以陈述句规定 stated plainly): 警务辅助人员履行职责行为的后果"))
        // Every article of the base but those that only refer stands in some section.
        let quoted = Set(
            guide.sections.flatMap(\.rows).flatMap(\.cells).flatMap(\.rules).filter { $0.lead.witness == "lianyungang" }
                .map(\.lead.provision.article))
        #expect(try source("lianyungang").articles.map(\.eId).filter { !quoted.contains($0) } == [])
        // Nothing is asked about it: its words say neither what must nor what may be done.
        let asked = Set(guide.cards.flatMap(\.proof).map { [$0.witness, $0.provision.text] })
        #expect(!asked.contains(["lianyungang", "art_3__para_1"]))
    }

    /// Jilin rules on government leadership in its article on funding: that is not absent from the excerpt.
    @Test func whatStandsUnderAnotherMatterIsNotSaidToBeMissing() throws {
        let guide = try guide
        let jilin = try #require(guide.columns.firstIndex { $0.id == "jilin" })
        let rows = guide.sections.flatMap(\.rows)
        func cell(_ heading: String) -> StudyCell? {
            rows.first { $0.heading.chinese.hasPrefix(heading) }?.cells[jilin]
        }
        #expect(cell("政府领导与规划")?.elsewhere.map(\.article.text) == ["art_5"])
        #expect(cell("劳动合同")?.elsewhere.map(\.article.text) == ["art_10"])
        #expect(cell("上岗宣誓")?.elsewhere == [])
    }

    @Test func onlyValuesThatDifferAreToldAsOthers() throws {
        for contrast in try guide.contrasts {
            for value in contrast.values {
                #expect(!value.others.isEmpty || !value.without.isEmpty)
                #expect(value.others.allSatisfy { $0.normalised != value.value.normalised }, "\(value)")
            }
        }
        let base = try #require(try guide.contrasts.first { $0.witness == "lianyungang" })
        #expect(base.values.contains { $0.attribute == .maximumAge && $0.without == ["jiangsu"] })
        // 在用人额度范围内 stands one article earlier in Jiangsu.
        #expect(!base.values.contains { $0.attribute == .limit && $0.without.contains("jiangsu") })
    }

    @Test func theGlossaryOpensWithWordsOfTheFieldAndNotWithThoseOfDrafting() throws {
        let shown = try guide.glossary.terms.filter { !$0.renderings.isEmpty }.prefix(80)
        #expect(shown.first?.name.text == "警务辅助人员")
        #expect(!shown.contains { ["或者", "以及", "按照", "下列"].contains($0.name.text) })
        #expect(shown.contains { $0.name.text == "招聘" } && shown.contains { $0.name.text == "因工负伤" })
    }

    @Test func cardsSayThatTheirProofIsAMachineTranslation() throws {
        let lines = try render(guide, as: .anki).split(separator: "\n")
        #expect(lines.contains { $0.contains("Jiangsu, Article 20") && $0.contains("(machine translation)") })
        #expect(lines.contains { $0.contains("machine-translation") })
        #expect(!lines.contains { $0.contains("连云港第四条（机器翻译）") })
    }

    @Test func anExplainerIsNeverQuotedAsTheAct() throws {
        let guide = try guide
        let place = try #require(guide.columns.firstIndex { $0.id == "shanghai" })
        let cells = guide.sections.flatMap(\.rows).map { $0.cells[place] }
        #expect(cells.allSatisfy { $0.rules.isEmpty && $0.state != .present && $0.state != .silent })
        #expect(cells.contains { !$0.explained.isEmpty && $0.state == .explained })
        let asked = guide.cards.flatMap { [$0.witness] + $0.proof.map(\.witness) }
        #expect(!asked.contains("shanghai"))
    }

    // MARK: Questions

    @Test func thereAreEnoughQuestionsOfEveryKind() throws {
        let cards = try guide.cards
        #expect(cards.count >= 60)
        #expect(Set(cards.map(\.id)).count == cards.count)
        for kind in StudyCard.Kind.allCases { #expect(cards.count { $0.kind == kind } >= 8, "\(kind)") }
    }

    /// What the answer is read from: the words left out, the item named, or the words that stand for a wrong statement.
    private func answerWords(_ card: StudyCard) -> StudyQuote? {
        if let right = card.options.first(where: \.isRight), case .quote(let quote) = right.content { return quote }
        switch card.task {
        case .gap(let gap):
            return StudyQuote(witness: card.witness, provision: gap.sentence.provision, spans: [gap.hidden])
        case .said(let gap, _):
            return StudyQuote(witness: card.witness, provision: gap.sentence.provision, spans: [gap.hidden])
        case .belongs(let item, _), .shared(let item, _, _): return item
        case .listed, .valued: return nil
        }
    }

    @Test func theCitationOfEveryQuestionContainsItsAnswer() throws {
        let guide = try guide
        for card in guide.cards {
            #expect(card.options.isEmpty || card.options.filter { $0.isRight }.count == 1, "\(card.id)")
            let answer = try #require(answerWords(card), "\(card.id)")
            let isQuoted = card.proof.contains { proof in
                proof.witness == answer.witness
                    && answer.spans.allSatisfy { span in proof.spans.contains { $0.contains(span) } }
            }
            #expect(isQuoted, "\(card.id)")
            for proof in card.proof {
                let text = try source(proof.witness)
                let provision = try #require(text.provision(at: proof.provision))
                #expect(proof.spans.allSatisfy { provision.span.contains($0) }, "\(card.id)")
                #expect(!guide.text(of: proof).isEmpty)
            }
        }
    }

    @Test func noWrongOptionStandsInTheProvisionAskedAbout() throws {
        let guide = try guide
        for card in guide.cards {
            let regulation = try source(card.witness)
            let place = try #require(card.proof.first { $0.witness == card.witness }).provision
            let article = try #require(regulation.provision(at: place.article).map(regulation.fullText))
            var hidden: String?
            // Of these the words left out decide: an article may allow one thing and order another.
            if case .gap(let gap) = card.task, gap.asked == .duty || gap.asked == .control {
                hidden = regulation.source.flowed([gap.hidden]).lowercased()
            }
            for option in card.options where !option.isRight {
                let wrong: String
                switch option.content {
                case .quote(let quote): wrong = guide.text(of: quote)
                case .made(let made): wrong = made
                case .truth: continue
                }
                let isRight = hidden.map { $0 == wrong.lowercased() } ?? article.contains(wrong)
                #expect(!isRight, "\(card.id): \(wrong)")
            }
        }
    }

    @Test func whatAListIsSaidToLackNoRuleOfItsKindNames() throws {
        let guide = try guide
        for card in guide.cards {
            guard case .belongs(let item, let lead) = card.task, card.options.first?.isRight == false else { continue }
            let rules = guide.sections.flatMap(\.rows).flatMap(\.cells).flatMap(\.rules)
            let list = try #require(rules.first { $0.lead == lead }, "\(card.id)")
            #expect(!list.items.contains { $0.quote == item }, "\(card.id)")
            let named = rules.filter { $0.kind == list.kind && $0.lead.witness == card.witness && list.kind != .cases }
            #expect(
                !named.contains { $0.items.contains { guide.text(of: $0.quote) == guide.text(of: item) } }, "\(card.id)"
            )
        }
    }

    @Test func nothingIsAskedAboutDebris() throws {
        let guide = try guide
        for card in guide.cards {
            let asked = card.proof.filter { $0.witness == card.witness }.map(guide.text)
            #expect(!asked.contains { $0.contains("* * *") || $0.contains("65438") }, "\(card.id)")
        }
    }

    // MARK: Options

    @Test func optionsChooseAndTheSameOptionsGiveTheSameGuide() throws {
        let comparison = try Self.made.get().comparison
        let options = StudyOptions(
            sections: [.bans, .controlled], order: .kind, questions: 12, kinds: [.trueFalse, .singleChoice],
            languages: [.chinese])
        let one = try Self.make(comparison, options).guide
        let two = try Self.make(comparison, options).guide
        #expect(one.sections.map(\.kind) == [.bans, .controlled])
        #expect(one.cards.count == 12)
        #expect(one.cards.allSatisfy { $0.witness == "lianyungang" && [.bans, .controlled].contains($0.section) })
        let kinds = one.cards.map(\.kind)
        #expect(kinds == kinds.sorted { $0 == .singleChoice && $1 == .trueFalse })
        for format in GuideFormat.allCases { #expect(render(one, as: format) == render(two, as: format)) }
    }

    @Test func questionsOfAChosenNumberAreSpreadOverTexts() throws {
        let options = StudyOptions(questions: 20)
        let comparison = try Self.made.get().comparison
        let cards = try Self.make(comparison, options).guide.cards
        #expect(cards.count == 20)
        #expect(Set(cards.map(\.witness)).count >= 4 && Set(cards.map(\.kind)).count == 4)
    }

    // MARK: Formats

    @Test func cardsAreRecordsWithFrontAndBackFirst() throws {
        let guide = try guide
        let records = try CSVReader.records(render(guide, as: .csv))
        #expect(records.count == guide.cards.count + 1)
        #expect(records.allSatisfy { $0.count == records[0].count })
        #expect(records[0].prefix(2) == ["#front", "back"])
        let answer = try #require(records[0].firstIndex(of: "answer"))
        let quotation = try #require(records[0].firstIndex(of: "quotation"))
        for record in records.dropFirst() {
            #expect(!record[0].isEmpty && !record[1].isEmpty && !record[answer].isEmpty && !record[quotation].isEmpty)
            #expect(record.allSatisfy { !"=+-@".contains($0.first ?? " ") })
        }
    }

    @Test func pageAndMarkdownHoldEveryRuleAndQuestion() throws {
        let guide = try guide
        let (page, markdown) = (render(guide, as: .html), render(guide, as: .markdown))
        #expect(page.components(separatedBy: "class=\"card\"").count == guide.cards.count + 1)
        let rules = guide.sections.flatMap(\.rows).flatMap(\.cells).reduce(0) { $0 + $1.rules.count }
        #expect(page.components(separatedBy: "class=\"quotation\"").count > rules)
        for section in guide.sections { #expect(page.contains("id=\"rules-\(section.kind.rawValue)\"")) }
        #expect(markdown.contains("警务辅助人员不得从事下列工作："))
        #expect(markdown.contains("**\(guide.cards.count).**"))
    }

    // MARK: Other corpora

    private static let act = """
        某市停车管理办法
        第一条 为了规范停车管理，根据有关法律，结合本市实际，制定本办法。
        第二条 停车场经营者应当遵守下列规定：
        （一）公示收费标准；
        （二）配备管理人员；
        （三）保持场内照明。
        第三条 停车场经营者不得有下列行为：
        （一）擅自停止营业；
        （二）拒绝车辆进入；
        （三）其他违法行为。
        第四条 区人民政府可以设置临时停车泊位。任何单位不得占用消防通道。
        第五条 停车场经营者违反本办法第三条规定的，由交通运输部门责令限期改正，处五百元以上两千元以下罚款。
        第六条 申请人应当自变更之日起十日内备案。
        第七条 本办法自2021年5月1日起施行。
        """

    @Test func anotherSubjectWithoutTopicsGivesItsOwnGuide() throws {
        let one = StandaloneText.witness(Array(Self.act.utf8), name: "one.txt")
        let other = StandaloneText.witness(
            Array(
                Self.act.replacingOccurrences(of: "十日内", with: "二十日内").replacingOccurrences(
                    of: "（三）保持场内照明。", with: "（三）保持场内照明；\n（四）按照规定安装监控设备。"
                ).utf8), name: "other.txt")
        let guide = try Self.make(Comparison([one, other], base: 0, corpus: nil)).guide
        let kinds = Set(guide.sections.map(\.kind))
        #expect(kinds.isSuperset(of: [.subject, .duties, .discipline, .powers, .bans, .liability]))
        #expect(
            guide.cards.contains { card in
                guard case .gap(let gap) = card.task else { return false }
                return gap.asked == .quantity && card.options.count == 4
            })
        let extra = guide.contrasts.first { $0.witness == "other" }?.items.map { guide.text(of: $0.quote) }
        #expect(extra == ["按照规定安装监控设备。"])
        let page = render(guide, as: .html)
        #expect(page.contains("二十日内") && !page.contains("警务"))
    }

    private static func agreements(_ duty: String, _ cases: [String]) -> String {
        let items = zip("一二三四五", cases).map { "（\($0)）\($1)" }.joined(separator: "；\n")
        return """
            某市活动管理条例
            第一条 为了规范群众活动，根据有关法律，结合本市实际，制定本条例。
            第二条 有下列情形之一的，组织者\(duty)与参加者签订书面协议：
            \(items)。
            第三条 本条例自2021年5月1日起施行。
            """
    }

    private static func compared(_ one: String, _ other: String) throws -> [String] {
        let texts = [("one.txt", one), ("other.txt", other)].map { StandaloneText.witness(Array($1.utf8), name: $0) }
        return try make(Comparison(texts, base: 0, corpus: nil)).guide.cards.filter { $0.kind == .compare }.map {
            card in
            guard case .shared(let item, _, _) = card.task else { return "" }
            let source = texts.first { $0.id == item.witness }?.regulation.source
            return "\(card.options.first?.isRight == true ? "has" : "lacks") \(source?.flowed(item.spans) ?? "")"
        }
    }

    private static let cases = ["活动期限在一个月以上的", "可能危及人身安全的", "涉及境外人员的", "需要夜间值守的"]

    /// 开展涉外交流的 answers nothing, and may be 涉及境外人员的 in other words.
    @Test func whatAnUnmatchedItemMaySayIsNotCalledLacking() throws {
        let one = Self.agreements("应当", Self.cases)
        let cards = try Self.compared(
            one, Self.agreements("应当", ["活动期限在三个月以上的", "可能危及人身安全的", "开展涉外交流的"]))
        #expect(cards.contains("lacks 需要夜间值守的。"), "\(cards)")
        #expect(!cards.contains { $0.hasPrefix("lacks") && ($0.contains("涉外") || $0.contains("境外")) }, "\(cards)")
        #expect(cards.contains { $0.hasPrefix("has") }, "\(cards)")
    }

    /// What one act orders and the other encourages is not the same.
    @Test func listsOfOtherForceAreNotSaidToNameTheSame() throws {
        let cards = try Self.compared(
            Self.agreements("应当", Self.cases),
            Self.agreements("可以", ["活动期限在三个月以上的", "可能危及人身安全的"]))
        #expect(cards.contains { $0.hasPrefix("lacks") } && !cards.contains { $0.hasPrefix("has") }, "\(cards)")
    }

    @Test func hostileTextStaysText() throws {
        let word = "<script>alert(1)</script>=1+1|\"><img src=x>"
        let text = StandaloneText.witness(
            Array(Self.act.replacingOccurrences(of: "停车", with: word).utf8), name: "=x<y>.txt")
        let guide = try Self.make(Comparison([text], base: 0, corpus: nil)).guide
        let page = render(guide, as: .html)
        // The page has one script: its own.
        #expect(page.components(separatedBy: "<script").count == 2 && !page.contains("<img"))
        #expect(!render(guide, as: .markdown).contains("<script>"))
        let records = try CSVReader.records(render(guide, as: .csv))
        #expect(records.count == guide.cards.count + 1)
        #expect(try Self.ankiNotes(render(guide, as: .anki)).count == guide.cards.count)
    }

    /// The records of a file for Anki behind the lines that begin with `#`.
    private static func ankiNotes(_ text: String) throws -> [[String]] {
        let cards = text.components(separatedBy: "\r\n").drop { $0.hasPrefix("#") }
        return try CSVReader.records(cards.joined(separator: "\r\n"))
    }

    @Test func ankiFindsEveryCardWithItsTagsUnderTheSameNameEachTime() throws {
        let guide = try guide
        let text = render(guide, as: .anki)
        let head = Array(text.components(separatedBy: "\r\n").prefix { $0.hasPrefix("#") })
        #expect(head == ["#separator:Comma", "#html:false", "#guid column:3", "#tags column:4"])
        let notes = try Self.ankiNotes(text)
        let records = try CSVReader.records(render(guide, as: .csv)).dropFirst()
        #expect(notes.map { Array($0[0...1]) } == records.map { Array($0[0...1]) })
        #expect(notes.map { $0[3] } == records.map { $0[23] })
        #expect(Set(notes.map { $0[2] }).count == guide.cards.count)
    }

    @Test func aTextWithoutProvisionsGivesNoGuideOrAnEmptyOne() {
        for words in ["", "没有条文。\n", "\u{0}\u{FFFD}"] {
            let text = StandaloneText.witness(Array(words.utf8), name: "x.txt")
            let comparison = Comparison([text], base: 0, corpus: nil)
            let guide = comparison.guide(differences: comparison.differences, parameters: comparison.parameters())
            #expect(guide?.cards.isEmpty ?? true)
        }
    }
}
