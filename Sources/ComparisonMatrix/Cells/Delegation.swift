import RegulationModel

/// What a sentence of an act does.
enum SentenceEffect: Hashable {
    /// It rules, at least in part.
    case rules
    /// It refers, to somebody named (as printed) or to the law in general (nil).
    case refers(to: String?)
}

/// Whether a provision only refers its matter to another act or body 援引.
enum Delegation {
    /// To whom the provision refers, as printed, where it does nothing but refer; nil where it rules itself.
    ///
    /// Its own text and the text after its list decide; list points under a referring lead-in are the cases it covers.
    static func target(of provision: Provision, in regulation: Regulation) -> String? {
        let sentences = texts(of: provision, in: regulation).flatMap { split($0, regulation.language) }
        var target: String?
        for sentence in sentences {
            switch effect(of: sentence, regulation.language) {
            case .rules: return nil
            case .refers(let named): target = target ?? named
            }
        }
        return target
    }

    private static func texts(of provision: Provision, in regulation: Regulation) -> [String] {
        let own = [provision.text, provision.wrapUp.map { [$0] } ?? []].filter { !$0.isEmpty }
        let below = provision.level == .article ? provision.children : []
        return own.map(regulation.source.flowed) + below.flatMap { texts(of: $0, in: regulation) }
    }

    private static func effect(of sentence: String, _ language: Language) -> SentenceEffect {
        switch language {
        case .chinese: ChineseReferral.finding(sentence)
        case .english: EnglishReferral.finding(sentence)
        }
    }

    private static func split(_ text: String, _ language: Language) -> [String] {
        switch language {
        case .chinese:
            text.split(separator: "。").map(String.init)
        case .english:
            text.split(separator: ". ").map(String.init)
        }
    }
}
