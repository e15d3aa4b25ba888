import ProvisionDiff
import RegulationModel

/// Questions on single words of a rule: whether it orders, allows or forbids, who acts, under whom, with what result.
struct GapCards {
    let act: ActMaterial
    /// Words of control of all acts of the same language, each once.
    let controls: [StudyQuote]

    /// Sentences that are shown as a question: characters of Chinese and of English, from and to.
    private static let lengths = (chinese: 14...120, english: 50...330)
    private static let mostWrong = 3
    private static let fewestWrong = 2
    /// So many questions have one answer: “police” for every sentence teaches nothing.
    private static let perAnswer = 2

    func cards() -> [StudyCard] {
        duties() + actors() + deciders() + controlled() + sanctions()
    }

    /// Rules that can be shown as a question.
    private var sentences: [StudyRule] {
        act.rules.filter { rule in
            let range = act.regulation.language == .chinese ? Self.lengths.chinese : Self.lengths.english
            return rule.items.isEmpty && !rule.isDamaged && range.contains(act.text(rule.lead.spans).count)
        }
    }

    // MARK: Must, may, must not

    /// Sentences that allow or forbid, and as many that order: a deck that always answers “must” teaches to say “must”.
    private func duties() -> [StudyCard] {
        let asked = sentences.compactMap { rule in plainCue(of: rule).map { (rule: rule, cue: $0) } }
        let open = asked.filter { $0.cue.modality != .must }
        let orders = asked.filter { $0.cue.modality == .must }
        let count = min(orders.count, max(open.count, Self.fewestOrders))
        let chosen = (0..<count).map { orders[(2 * $0 + 1) * orders.count / (2 * count)] }
        // A sentence shown whole gives away the gap in it: each is asked about once.
        let said = open.indices.filter { $0 % 2 == 1 }.map {
            self.said(open[$0].rule, open[$0].cue, isTrue: $0 % 4 == 1)
        }
        let gaps = open.indices.filter { $0 % 2 == 0 }.map { open[$0] } + chosen
        return gaps.map { duty($0.rule, $0.cue) } + said
    }

    /// Orders asked about where an act has hardly a power or ban that stands in a sentence of its own.
    private static let fewestOrders = 3

    /// The one word of duty, power or ban of a sentence. Translators by machine write “shall” for plain statements; what
    /// they order is no knowledge of the act. “No unit may” is a ban in two places.
    private func plainCue(of rule: StudyRule) -> ModalCue? {
        guard rule.norm.cues.count == 1, let cue = rule.norm.cues.first, cue.modality == rule.norm.modality,
            [.must, .may, .mustNot].contains(cue.modality), isFree(cue.span, in: rule)
        else { return nil }
        if cue.modality == .must, act.witness.translation == .machine { return nil }
        return DutyWords.isPlain(act.text([cue.span]), cue.modality, act.regulation.language) ? cue : nil
    }

    private func duty(_ rule: StudyRule, _ cue: ModalCue) -> StudyCard {
        let gap = StudyCard.Gap(sentence: rule.lead, item: nil, hidden: cue.span, asked: .duty)
        let quote = StudyQuote(witness: act.witness.id, provision: rule.lead.provision, spans: [cue.span])
        let right = StudyCard.Option(content: .quote(quote), isRight: true)
        let wrong = DutyWords.others(than: cue.modality, act.regulation.language).map {
            StudyCard.Option(content: .made($0), isRight: false)
        }
        return act.card(.singleChoice, rule, "duty", .gap(gap), options: [right] + wrong, proof: [rule.lead])
    }

    /// A power said to be a ban, or a ban to be a power; or the sentence as it stands.
    private func said(_ rule: StudyRule, _ cue: ModalCue, isTrue: Bool) -> StudyCard {
        let gap = StudyCard.Gap(sentence: rule.lead, item: nil, hidden: cue.span, asked: .duty)
        let words = isTrue ? act.text([cue.span]) : DutyWords.opposite(of: cue.modality, act.regulation.language)
        return act.card(
            .trueFalse, rule, "said", .said(gap, instead: words), options: ListCards.truth(isTrue), proof: [rule.lead])
    }

    /// The word stands once in the sentence, so that the rest does not give it away.
    private func isFree(_ span: ByteSpan, in rule: StudyRule) -> Bool {
        let word = act.text([span])
        let rest = rest(of: rule.lead.spans, without: span)
        return !word.isEmpty && !Folding.fold(rest).text.contains(Folding.fold(word).text)
    }

    private func rest(of spans: [ByteSpan], without hidden: ByteSpan) -> String {
        act.text(
            spans.flatMap {
                [ByteSpan($0.start, min($0.end, hidden.start)), ByteSpan(max($0.start, hidden.end), $0.end)]
            })
    }

    // MARK: Who

    private func actors() -> [StudyCard] {
        var answers: [String: Int] = [:]
        return sentences.compactMap { rule in rule.subject.flatMap { who(rule, $0, .actor, &answers) } }
    }

    private func deciders() -> [StudyCard] {
        var answers: [String: Int] = [:]
        return sentences.compactMap { rule in
            rule.norm.actors.first(where: \.isAgent).flatMap { who(rule, $0.span, .decider, &answers) }
        }
    }

    private func who(
        _ rule: StudyRule, _ span: ByteSpan, _ asked: StudyCard.Gap.Asked, _ answers: inout [String: Int]
    ) -> StudyCard? {
        let answer = act.text([span])
        guard isFree(span, in: rule), isNamed(answer), answers[answer, default: 0] < Self.perAnswer else { return nil }
        let wrong = otherActors(than: answer, rule)
        let gap = StudyCard.Gap(sentence: rule.lead, item: nil, hidden: span, asked: asked)
        answers[answer, default: 0] += 1
        return choice(rule, gap, wrong, asksForOptions: answers.count % 3 != 0)
    }

    /// Everybody is nobody to ask for: who is included in “any unit or individual” is no wrong answer.
    private func isNamed(_ actor: String) -> Bool {
        let folded = Folding.fold(actor).text
        let everybody = ["任何", "公民", "单位和个人", "any ", "no ", "every", "citizen", "whoever", "all "]
        return actor.count > 1 && actor.count <= Self.longestActor && !everybody.contains { folded.contains($0) }
    }

    private static let longestActor = 90
    /// Two names that share this much may name the same: 公安机关 and 市公安局, “police assistants” and “auxiliary police”.
    private static let mostAlike = 0.3

    /// Actors of the act that the article does not name, and that share no word with the right one or with each other.
    private func otherActors(than answer: String, _ rule: StudyRule) -> [StudyQuote] {
        let language = act.regulation.language
        let article = Folding.fold(act.fullText(ofArticle: rule.lead.provision)).text
        var seen = [SaidIndex.features(answer, language)]
        var result: [(distance: Int, quote: StudyQuote)] = []
        for other in act.rules where !other.isDamaged {
            let spans = other.norm.actors.filter(\.isAgent).map(\.span) + [other.subject].compactMap(\.self)
            for span in spans {
                let words = act.text([span])
                let features = SaidIndex.features(words, language)
                guard isNamed(words), !article.contains(Folding.fold(words).text),
                    !seen.contains(where: { SaidIndex.share($0, features) >= Self.mostAlike })
                else { continue }
                seen.append(features)
                result.append(
                    (
                        abs(words.count - answer.count),
                        StudyQuote(witness: act.witness.id, provision: other.lead.provision, spans: [span])
                    ))
            }
        }
        return result.sorted { ($0.distance, $0.quote.start) < ($1.distance, $1.quote.start) }.prefix(Self.mostWrong)
            .map(\.quote)
    }

    // MARK: Under whom, with what result

    private func controlled() -> [StudyCard] {
        act.rules.filter { !$0.controls.isEmpty && !act.isDamaged($0.lead.spans) }.flatMap { rule -> [StudyCard] in
            let control = rule.controls[0]
            let wrong = controls.filter { isOther($0, than: control) }
            let items = rule.ownItems(in: act.regulation).map(\.quote).filter { !act.isDamaged($0.spans) }
            let asked: [StudyQuote?] =
                rule.items.isEmpty ? [nil] : items.indices.filter { $0 % 3 == 1 }.map { items[$0] }
            guard rule.lead.spans.contains(where: { $0.contains(control) }), isFree(control, in: rule) else {
                return []
            }
            return asked.enumerated().compactMap { number, item in
                let gap = StudyCard.Gap(sentence: rule.lead, item: item, hidden: control, asked: .control)
                let isElsewhere = item.map { isInAnotherList($0, than: rule) } ?? false
                guard !isElsewhere else { return nil }
                return choice(rule, gap, Array(wrong.prefix(Self.mostWrong)), asksForOptions: true, number: number + 1)
            }
        }
    }

    /// An item that two lists have may be done under either's control.
    private func isInAnotherList(_ item: StudyQuote, than rule: StudyRule) -> Bool {
        let features = SaidIndex.features(act.text(item.spans), act.regulation.language)
        return act.rules.contains { other in
            other.lead != rule.lead && [.powers, .controlled].contains(other.kind)
                && other.items.contains {
                    SaidIndex.share(features, SaidIndex.features(act.text($0.quote.spans), act.regulation.language))
                        >= SaidIndex.mostShared
                }
        }
    }

    private func isOther(_ quote: StudyQuote, than control: ByteSpan) -> Bool {
        let (one, two) = (Folding.fold(act.anyText(quote)).text, Folding.fold(act.text([control])).text)
        return one != two
    }

    private func sanctions() -> [StudyCard] {
        var answers: [String: Int] = [:]
        return sentences.filter { $0.kind == .liability }.compactMap { rule in
            // Behind a sum of money everybody writes “fine”.
            guard let sanction = rule.norm.sanctions.last(where: { $0.kind != .general && $0.kind != .fine }),
                isFree(sanction.span, in: rule)
            else { return nil }
            let answer = act.text([sanction.span])
            answers[answer, default: 0] += 1
            guard answers[answer, default: 0] <= Self.perAnswer else { return nil }
            let gap = StudyCard.Gap(sentence: rule.lead, item: nil, hidden: sanction.span, asked: .sanction)
            return choice(rule, gap, otherSanctions(rule), asksForOptions: true)
        }
    }

    /// Consequences that the article does not name.
    private func otherSanctions(_ rule: StudyRule) -> [StudyQuote] {
        let article = Folding.fold(act.fullText(ofArticle: rule.lead.provision)).text
        let own = Set(rule.norm.sanctions.map(\.kind))
        // “Punished according to law” covers all others.
        var seen: Set<SanctionKind> = own.union([.general])
        return act.rules.flatMap { other in
            other.norm.sanctions.compactMap { sanction -> StudyQuote? in
                guard !article.contains(Folding.fold(act.text([sanction.span])).text),
                    seen.insert(sanction.kind).inserted
                else { return nil }
                return StudyQuote(witness: act.witness.id, provision: other.lead.provision, spans: [sanction.span])
            }
        }.prefix(Self.mostWrong).map(\.self)
    }

    /// A choice where there are enough wrong options and one is wanted, else a gap to fill.
    private func choice(
        _ rule: StudyRule, _ gap: StudyCard.Gap, _ wrong: [StudyQuote], asksForOptions: Bool, number: Int = 1
    ) -> StudyCard {
        let name = "\(gap.asked.rawValue)-\(number)"
        let proof = [rule.lead] + (gap.item.map { [$0] } ?? [])
        var seen: Set = [Folding.letters(Folding.fold(act.text([gap.hidden])).scalars)]
        let wrong = wrong.filter { seen.insert(Folding.letters(Folding.fold(act.anyText($0)).scalars)).inserted }
        guard asksForOptions, wrong.count >= Self.fewestWrong else {
            return act.card(.cloze, rule, name, .gap(gap), options: [], proof: proof)
        }
        let quote = StudyQuote(witness: act.witness.id, provision: rule.lead.provision, spans: [gap.hidden])
        let answer = act.text([gap.hidden])
        let options =
            [StudyCard.Option(content: .quote(quote), isRight: true)]
            + wrong.map { StudyCard.Option(content: cased($0, as: answer), isRight: false) }
        return act.card(.singleChoice, rule, name, .gap(gap), options: options, proof: proof)
    }

    /// A capital at the beginning would tell which option opened the sentence.
    private func cased(_ quote: StudyQuote, as answer: String) -> StudyCard.Option.Content {
        let words = act.anyText(quote)
        guard let first = words.first, let model = answer.first, first.isASCII, model.isASCII,
            first.isUppercase != model.isUppercase
        else { return .quote(quote) }
        return .made((model.isUppercase ? first.uppercased() : first.lowercased()) + words.dropFirst())
    }
}

/// Words of duty, power and ban as questions offer them.
enum DutyWords {
    /// The plain word of each modality: 《立法技术规范（试行）（一）》 part 4, and official English.
    private static func word(_ modality: Modality, _ language: Language) -> String {
        switch (modality, language) {
        case (.must, .chinese): "应当"
        case (.may, .chinese): "可以"
        case (.must, .english): "shall"
        case (.may, .english): "may"
        case (_, .chinese): "不得"
        case (_, .english): "shall not"
        }
    }

    static func others(than modality: Modality, _ language: Language) -> [String] {
        [Modality.must, .may, .mustNot].filter { $0 != modality }.map { word($0, language) }
    }

    /// True for a word that each of the others can stand for in its sentence: “are not allowed to” has none that fits.
    static func isPlain(_ word: String, _ modality: Modality, _ language: Language) -> Bool {
        // 不得 of a limit (不得超过) orders what must be: another word in its place makes no sense.
        guard language == .english else { return modality == .mustNot || !word.contains("不") }
        return switch (modality, word.lowercased()) {
        case (.must, "shall"), (.must, "must"), (.must, "should"), (.may, "may"), (.may, "can"): true
        case (.mustNot, "shall not"), (.mustNot, "must not"), (.mustNot, "may not"), (.mustNot, "should not"): true
        default: false
        }
    }

    static func opposite(of modality: Modality, _ language: Language) -> String {
        word(modality == .mustNot ? .may : .mustNot, language)
    }
}
