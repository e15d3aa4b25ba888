import RegulationModel

/// What the title, the head and the first articles of a text let guess, each with what it was guessed from.
struct MetadataGuess: Sendable {
    /// A guess and its ground, in words for a person.
    struct Guess<Value: Sendable>: Sendable {
        let value: Value?
        let ground: String

        init(_ value: Value?, _ ground: String) {
            self.value = value
            self.ground = ground
        }
    }

    let jurisdiction: Guess<Jurisdiction>
    let rank: Guess<Rank>
    let translation: Guess<Translation>
    let implements: Guess<String>

    init(_ witness: Witness, among texts: [Witness]) {
        jurisdiction = Self.jurisdiction(witness)
        rank = Self.rank(witness)
        translation = Self.translation(witness)
        implements = UpperActGuess.upperAct(of: witness, among: texts)
    }

    private static func jurisdiction(_ witness: Witness) -> Guess<Jurisdiction> {
        guard let place = witness.jurisdiction else {
            guard let issuer = nationalIssuer(witness) else { return Guess(nil, "the title names no place") }
            return Guess(national, "guessed: \(issuer) stands before the first article")
        }
        guard place.code.isEmpty else { return Guess(place, "guessed from the title") }
        let open = place.name.english == place.name.chinese ? "the English name and the code" : "the code"
        return Guess(
            place, "guessed from the title; to be filled in: \(open) (cn- and the six digits of the place in GB/T 2260)"
        )
    }

    private static let national = Jurisdiction(
        name: BilingualText(chinese: "中国", english: "China"), code: "cn", level: .national)

    /// Who made an act of the whole state whose title names no place; nil where it does not show.
    static func nationalIssuer(_ witness: Witness) -> String? {
        guard witness.jurisdiction == nil, witness.regulation.language == .chinese else { return nil }
        let head = head(witness.regulation)
        if head.contains("全国人民代表大会") { return "全国人民代表大会" }
        return head.contains("国务院") && rank(witness).value == .administrativeRegulation ? "国务院" : nil
    }

    // MARK: Drafts

    private static let draftWords = ["征求意见稿", "草案", "送审稿", "审议稿", "讨论稿", "修订稿"]

    /// The word by which a title, or the name of its file, calls the text a draft; nil where none does.
    static func draftWord(_ witness: Witness) -> String? {
        draftWords.first { witness.regulation.title.contains($0) || TextFile.lastName(witness.file).contains($0) }
    }

    private static func translation(_ witness: Witness) -> Guess<Translation> {
        switch witness.regulation.language {
        case .chinese: Guess(.original, "guessed: the text is Chinese")
        case .english: Guess(nil, "not known: write official or machine")
        }
    }

    // MARK: Rank

    /// 立法法 (2023): 法律 by the National People's Congress (art. 10), 行政法规 by the State Council (art. 72),
    /// 地方性法规 by people's congresses of provinces and cities (art. 80, 81), 规章 by ministries and local
    /// governments (art. 91, 93). What the act is called does not decide it: 办法 and 规定 are made by all of them.
    private static func rank(_ witness: Witness) -> Guess<Rank> {
        guard witness.regulation.language == .chinese else { return Guess(nil, "not guessed for English titles") }
        let title = witness.regulation.title
        let head = Self.head(witness.regulation)
        let isNational = witness.jurisdiction?.level == .national
        let isLocal = witness.jurisdiction != nil && !isNational
        if isLocal, head.contains("人民代表大会") {
            return Guess(.localRegulation, "guessed: adopted by a people’s congress")
        }
        if isLocal, title.hasSuffix("条例") {
            return Guess(.localRegulation, "guessed: 条例 of a local people’s congress")
        }
        if head.contains("人民政府令") || witness.regulation.documentNumber?.contains("令") == true, !head.contains("国务院令") {
            return Guess(.governmentRule, "guessed: issued by decree (令)")
        }
        if witness.regulation.documentNumber?.contains("〔") == true {
            return Guess(.normativeDocument, "guessed: the document number is that of a notice")
        }
        if !isLocal, title.hasSuffix("法") && !title.hasSuffix("办法") || title.hasSuffix("法典") {
            return Guess(.law, "guessed: the title ends in 法")
        }
        if !isLocal, head.contains("国务院") || (isNational && title.hasSuffix("条例")) {
            return Guess(.administrativeRegulation, "guessed: of the State Council")
        }
        let kind = ["条例", "办法", "规定", "决定", "规则", "细则"].first(where: title.hasSuffix) ?? "such a title"
        return Guess(nil, "not told: \(kind) can be made by several bodies, and none is named before the first article")
    }

    /// What stands before the first article.
    private static func head(_ regulation: Regulation) -> String {
        let end = regulation.provisions.first?.span.start ?? regulation.source.bytes.count
        return regulation.source.string(ByteSpan(0, min(end, longestHead)).wholeCharacters(in: regulation.source))
    }

    private static let longestHead = 4096
}

extension ByteSpan {
    /// The span without a character that is cut at its end.
    fileprivate func wholeCharacters(in source: SourceText) -> ByteSpan {
        var end = end
        while end > start, end < source.bytes.count, source.bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return ByteSpan(start, end)
    }
}

/// Finds the act that a text implements among others: its first articles name it, and it rules a wider territory.
enum UpperActGuess {
    /// In so many articles from the first on an act names what it is made on the ground of.
    private static let groundArticles = 2

    static func upperAct(of witness: Witness, among texts: [Witness]) -> MetadataGuess.Guess<String> {
        let own = order(witness)
        var named: [(title: String, article: Provision)] = []
        for article in witness.regulation.articles.prefix(groundArticles) {
            named += titles(in: witness.regulation.fullText(article)).map { ($0, article) }
        }
        // The nearest of the wider ones: an act of a city implements that of its province before that of the state.
        var best: (order: Int, id: String, title: String, article: Provision)?
        for (title, article) in named {
            for other in texts where other.id != witness.id && order(other) < own && names(title, other) {
                if order(other) > best?.order ?? -1 { best = (order(other), other.id, title, article) }
            }
        }
        guard let best else { return .init(nil, "no act among the texts that its first articles name") }
        let article = Citation(best.article.eId, in: witness.regulation)?.english ?? best.article.eId.text
        return .init(best.id, "guessed: \(article) names 《\(best.title)》")
    }

    private static func order(_ witness: Witness) -> Int {
        guard let level = witness.jurisdiction?.level else { return 0 }
        return switch level {
        case .national: 0
        case .province, .municipality: 1
        case .city: 2
        case .county: 3
        }
    }

    /// Titles in 《》, the outer ones.
    private static func titles(in text: String) -> [String] {
        var titles: [String] = []
        var open: String?
        for character in text {
            switch character {
            case "《" where open == nil: open = ""
            case "》":
                if let title = open, !title.isEmpty { titles.append(title) }
                open = nil
            default: open?.append(character)
            }
        }
        return titles
    }

    private static func names(_ title: String, _ other: Witness) -> Bool {
        bare(title) == bare(other.regulation.title)
    }

    /// A national act is named with and without the name of the state, and titles come with notes in brackets.
    private static func bare(_ title: String) -> String {
        let state = "中华人民共和国"
        let short = title.hasPrefix(state) ? String(title.dropFirst(state.count)) : title
        return String(short.prefix { $0 != "（" && $0 != "(" && !$0.isWhitespace })
    }
}

/// What texts are about together, from their titles.
enum SubjectGuess {
    /// Words that say what kind of act it is, the longest first.
    private static let kinds = ["实施办法", "若干规定", "管理条例", "管理办法", "管理规定", "条例", "规定", "办法", "决定", "细则"]

    /// The subject that most titles name, else a name to be replaced.
    static func title(of texts: [Witness]) -> BilingualText {
        var counts: [String: Int] = [:]
        for text in texts { counts[subject(text), default: 0] += 1 }
        let best = counts.filter { !$0.key.isEmpty }.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best, best.value * 2 > texts.count || texts.count == 1 else {
            return BilingualText(chinese: "条文对照", english: "Regulations compared")
        }
        return BilingualText(chinese: "\(best.key)：条文对照", english: "\(best.key): regulations compared")
    }

    private static func subject(_ text: Witness) -> String {
        guard text.regulation.language == .chinese else { return "" }
        var title = text.regulation.title
        if let place = text.jurisdiction?.name.chinese {
            for lead in ["中华人民共和国", place] where title.hasPrefix(lead) { title.removeFirst(lead.count) }
            for unit in ["经济特区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市"] where title.hasPrefix(unit) {
                title.removeFirst(unit.count)
                break
            }
        }
        for kind in kinds where title.hasSuffix(kind) {
            title.removeLast(kind.count)
            break
        }
        return title
    }
}
