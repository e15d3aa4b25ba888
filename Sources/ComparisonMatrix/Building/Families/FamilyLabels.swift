import ProvisionAlignment
import RegulationModel

/// Names the rows of a family matrix: by the topic of most members, else by the chapter of the member that leads and what
/// the row is on: a matter of every act (purpose, scope), the heading the leading article has, the clause that holds most
/// of the terms the members share, or the opening of the leading article; a row of an explainer alone by its citation.
struct FamilyLabels {
    /// So many characters of a Chinese provision, or words of an English one, name a row.
    private static let namedCharacters = 16
    private static let namedWords = 8

    let columns: [TextColumn]
    /// The column that leads where it has a member.
    let base: Int?
    let topics: [TopicCells]?
    let table: TopicTable

    /// A stable id: text and address of the leading member.
    func id(of family: Family) -> String {
        lead(of: family).map { "\(columns[$0.column].witness.id)-\($0.provision.eId.text)" } ?? "family"
    }

    /// A heading for each family; one that two families share is told apart by the leading member's citation.
    func headings(of families: [Family]) -> [BilingualText] {
        let topics = families.map(sharedTopic)
        // Terms are looked for in all texts, which takes its time.
        let terms = topics.contains { $0 == nil } ? Terms(columns: columns) : nil
        let plain = zip(families, topics).map { family, topic in topic?.name ?? heading(of: family, terms) }
        var counts: [BilingualText: Int] = [:]
        for heading in plain { counts[heading, default: 0] += 1 }
        return zip(families, plain).map { family, heading in
            guard counts[heading, default: 0] > 1, let lead = lead(of: family) else { return heading }
            let citation = cited(lead)
            return BilingualText(
                chinese: "\(heading.chinese)（\(citation.chinese)）", english: "\(heading.english) (\(citation.english))")
        }
    }

    /// 连云港第七条, "Lianyungang, Article 7".
    private func cited(_ member: Placed) -> BilingualText {
        let column = columns[member.column]
        let citation = Citation(member.provision.eId, in: column.regulation)
        let address = member.provision.eId.text
        return BilingualText(
            chinese: column.witness.name.chinese + (citation?.chinese ?? address),
            english: "\(column.witness.name.english), \(citation?.english ?? address)")
    }

    /// The topics that at least half of the members have, those that are the main topic of most first.
    func matters(of family: Family) -> [String] {
        guard let topics else { return [] }
        let members = actMembers(of: family)
        var main: [String: Int] = [:]
        var any: [String: Int] = [:]
        for member in members {
            let found = topics[member.column].topics(ofProvisionAt: member.place)
            if let first = found.first { main[first, default: 0] += 1 }
            for topic in found { any[topic, default: 0] += 1 }
        }
        let order = table.topics.indices.filter { 2 * any[table.topics[$0].id, default: 0] >= max(members.count, 1) }
        return order.map { (-main[table.topics[$0].id, default: 0], -any[table.topics[$0].id, default: 0], $0) }
            .sorted { $0 < $1 }.map { table.topics[$0.2].id }
    }

    // MARK: Members

    private struct Placed {
        let column: Int
        let place: Int
        let provision: Provision
    }

    private func members(of family: Family) -> [Placed] {
        columns.indices.flatMap { column in
            family.members(of: columns[column].witness.id).compactMap { eId -> Placed? in
                guard let place = columns[column].place(of: eId) else { return nil }
                return Placed(
                    column: column, place: place, provision: columns[column].regulation.provisions[place])
            }
        }
    }

    private func actMembers(of family: Family) -> [Placed] {
        members(of: family).filter { columns[$0.column].regulation.authority != .explainer }
    }

    /// The base's member; else that of an act before an explainer, of a whole act before a part, of an original before
    /// a translation.
    private func lead(of family: Family, in language: Language? = nil) -> Placed? {
        func order(_ member: Placed) -> (Int, Int, Int, Int, String, Int) {
            let witness = columns[member.column].witness
            return (
                member.column == base ? 0 : 1, witness.regulation.authority == .explainer ? 1 : 0,
                witness.regulation.completeness.status == .whole ? 0 : 1, witness.translation.distance, witness.id,
                member.place
            )
        }
        let fitting = members(of: family).filter {
            language == nil || columns[$0.column].regulation.language == language
        }
        return fitting.min { order($0) < order($1) }
    }

    // MARK: Headings

    /// Finders of terms in both languages.
    private struct Terms {
        let chinese: SharedTerms
        let english: SharedTerms

        init(columns: [TextColumn]) {
            chinese = SharedTerms(columns: columns, language: .chinese)
            english = SharedTerms(columns: columns, language: .english)
        }
    }

    private func heading(of family: Family, _ terms: Terms?) -> BilingualText {
        let members = members(of: family)
        if let section = members.first, members.allSatisfy({ columns[$0.column].regulation.authority == .explainer }) {
            return cited(section)
        }
        let matter = standardMatter(of: members)
        let chinese = words(family, .chinese, matter?.chinese, terms?.chinese)
        let english = words(family, .english, matter?.english, terms?.english)
        return BilingualText(
            chinese: chinese ?? matter?.chinese ?? english ?? "", english: english ?? matter?.english ?? chinese ?? "")
    }

    /// The matter of every act that more than half of the members of acts are on.
    private func standardMatter(of members: [Placed]) -> BilingualText? {
        let acts = members.filter { columns[$0.column].regulation.authority != .explainer }
        var counts: [Int: Int] = [:]
        for member in acts {
            let regulation = columns[member.column].regulation
            let text = regulation.fullText(member.provision)
            if let matter = StandardMatter.index(of: text, regulation.language) { counts[matter, default: 0] += 1 }
        }
        return counts.first { 2 * $0.value > acts.count }.map { StandardMatter.all[$0.key].name }
    }

    /// The main topic of more than half of the members of acts.
    private func sharedTopic(of family: Family) -> Topic? {
        guard let topics, let first = matters(of: family).first else { return nil }
        let members = actMembers(of: family)
        let holders = members.count { topics[$0.column].mainTopic(ofProvisionAt: $0.place) == first }
        return 2 * holders > members.count ? table.topics.first { $0.id == first } : nil
    }

    /// `养犬登记：申请补发、电子标识`; without the chapter where the rows stand under the chapters of a base. Nil where no
    /// member is in the language.
    private func words(_ family: Family, _ language: Language, _ matter: String?, _ terms: SharedTerms?) -> String? {
        guard let lead = lead(of: family, in: language) else { return nil }
        let regulation = columns[lead.column].regulation
        let words = matter ?? printedHeading(of: lead) ?? told(family, by: lead, language, terms)
        let chapter = base == nil ? regulation.groupings(ofProvisionAt: lead.place).last : nil
        let heading = chapter.map { regulation.source.flowed([$0.heading]) } ?? ""
        guard !heading.isEmpty else { return words }
        return language == .chinese ? "\(heading)：\(words)" : "\(heading): \(words)"
    }

    /// 【立法目的】 as the act itself names the article.
    private func printedHeading(of member: Placed) -> String? {
        let regulation = columns[member.column].regulation
        guard regulation.articles.indices.contains(member.place) else { return nil }
        return regulation.articles[member.place].heading.map { regulation.source.flowed([$0]) }
    }

    /// What the members order, in the words of one of them, where a clause holds the terms they share; else the one term they
    /// share, a clause that holds some of several, or the opening of the one that leads. English rows show their terms.
    private func told(_ family: Family, by lead: Placed, _ language: Language, _ terms: SharedTerms?) -> String {
        let others = actMembers(of: family).filter { $0.column != lead.column || $0.place != lead.place }
        let shared = terms?.terms(of: ([lead] + others).map { ($0.column, $0.place) }) ?? []
        let texts = ([lead] + others).filter { columns[$0.column].regulation.language == language }
            .map { columns[$0.column].regulation.fullText($0.provision) }
        if let phrase = RulingPhrase.naming(shared.isEmpty ? Array(texts.prefix(1)) : texts, with: shared, language) {
            return language == .english ? phrase.prefix(1).uppercased() + phrase.dropFirst() : phrase
        }
        if language == .english || isName(shared) {
            guard shared.isEmpty else { return joined(shared, language) }
        } else if texts.count > 1, let clause = RulingPhrase.clause(texts, holding: shared) {
            return clause
        }
        return firstWords(columns[lead.column].regulation.fullText(lead.provision), language)
    }

    /// Terms beside each other are no name, nor is a word that only points (每年, 各级).
    private func isName(_ terms: [String]) -> Bool {
        terms.count == 1 && !terms.contains { term in Self.pointers.contains(where: term.hasPrefix) }
    }

    private static let pointers = ["每", "各", "本", "该", "其", "此", "前款", "有关"]

    private func joined(_ terms: [String], _ language: Language) -> String {
        guard language == .english else { return terms.joined(separator: "、") }
        let line = terms.map { $0 == $0.uppercased() ? $0 : $0.lowercased() }.joined(separator: ", ")
        return line.prefix(1).uppercased() + line.dropFirst()
    }

    /// A sanction without its first clause (违反本条例第二十条规定), which names no offence.
    private static func withoutCitation(_ text: String) -> Substring {
        guard let comma = text.firstIndex(of: "，"), text[..<comma].contains("违反"), text[..<comma].hasSuffix("规定") else {
            return text[...]
        }
        return text[text.index(after: comma)...]
    }

    private func firstWords(_ text: String, _ language: Language) -> String {
        switch language {
        case .chinese:
            let text = Self.withoutCitation(text)
            if let opening = RulingPhrase.opening(String(text)) { return opening }
            let head = text.prefix(Self.namedCharacters)
            return head.count < text.count ? head + "…" : String(head)
        case .english:
            let words = text.split(separator: " ")
            let head = words.prefix(Self.namedWords).joined(separator: " ")
            return words.count > Self.namedWords ? head + " …" : head
        }
    }
}

extension Regulation {
    /// The groupings of an article; none for an explainer's section.
    fileprivate func groupings(ofProvisionAt place: Int) -> [Grouping] {
        articles.isEmpty ? [] : groupings(ofArticleAt: place)
    }
}
