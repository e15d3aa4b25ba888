import RegulationModel

/// Reads who acts: agents named by 由 or “by the”, and the subject before the first word of duty or power.
struct ActorReader {
    let text: NormText
    /// Ranges of the words of duty and power.
    let cues: [Range<Int>]

    func read() -> [Actor] {
        let levels = LevelReader(text: text).actors()
        let agents = agents()
        let ranges =
            agents
            + [subject()].compactMap(\.self).filter { subject in
                !agents.contains { $0.overlaps(subject) }
            }
        return ranges.sorted { $0.lowerBound < $1.lowerBound }.map { range in
            let own = levels.filter { $0.range.overlaps(range) }.reduce(into: Set<GovernmentLevel>()) {
                $0.formUnion($1.levels)
            }
            return Actor(span: text.span(range), levels: own, isAgent: agents.contains(range))
        }
    }

    private func agents() -> [Range<Int>] {
        switch text.language {
        case .chinese: text.all(ActorRules.chineseAgent).compactMap { chineseAgent(from: $0.upperBound) }
        case .english: text.all(ActorRules.englishAgent).compactMap { englishAgent(from: $0.upperBound + 1) }
        }
    }

    /// From 由 to the last noun of a body before the clause ends.
    private func chineseAgent(from start: Int) -> Range<Int>? {
        let clause = text.clause(around: start)
        guard start < clause.upperBound else { return nil }
        let stops: [Phrase] = ["依照", "按照", "根据", "依法", "组织实施", "负责组织", "负责实施", "单独", "责令"]
        let limit =
            stops.compactMap { text.first($0, in: start..<clause.upperBound)?.lowerBound }.min() ?? clause.upperBound
        let ends = ActorRules.chinese.flatMap { noun in text.all(noun).map(\.upperBound) }
            .filter { $0 > start && $0 <= limit }
        guard let end = ends.filter({ $0 - start <= Self.longestAgent }).max() else { return nil }
        return start..<end
    }

    /// Longest agent seen in acts: 县级以上人民政府市场监督管理部门会同公安、财政、人力资源社会保障等部门.
    private static let longestAgent = 48

    private func englishAgent(from start: Int) -> Range<Int>? {
        guard start < text.count else { return nil }
        let clause = text.clause(around: start)
        let stops: [Phrase] = [
            " in accordance", " according", " with reference", " within", " alone", " and shall", " for ", " to ",
            " shall", ".",
            " and fined", " and be",
        ]
        let end =
            stops.compactMap { text.first(Phrase($0.textual), in: start..<clause.upperBound)?.lowerBound }.min()
            ?? clause.upperBound
        guard end > start, isPassive(before: start, in: clause), isBody(start..<end) else { return nil }
        return start..<end
    }

    /// “shall be made by the …”; “the tasks undertaken by the …” only describes.
    private func isPassive(before start: Int, in clause: Range<Int>) -> Bool {
        let verbs: [Phrase] = ["be", "is", "are", "was", "were", "been", "being"]
        let head = clause.lowerBound..<start
        let words = text.string(head).split(separator: " ")
        return verbs.contains { text.contains($0, in: head) } || ["or", "and"].contains(words.first ?? "")
            || words.count < 4
    }

    /// The words up to the first “of” or relative clause name a body: `performance of duties` does not.
    private func isBody(_ range: Range<Int>) -> Bool {
        let stops: [Phrase] = ["of", "that", "who", "which", "using", "where", "in conjunction", "together with"]
        let end = stops.compactMap { text.first($0, in: range)?.lowerBound }.min() ?? range.upperBound
        let head = range.lowerBound..<end
        let words = text.string(head).split(separator: " ").count
        return words <= Self.longestName && ActorRules.english.contains { text.contains($0, in: head) }
    }

    /// Words of a body's name: `human resources and social security administrative department`.
    private static let longestName = 8

    /// The words before the first cue in its clause, from the last stop on.
    private func subject() -> Range<Int>? {
        guard let cue = cues.first else { return nil }
        let clause = text.clause(around: cue.lowerBound)
        let head = clause.lowerBound..<cue.lowerBound
        guard !head.isEmpty else { return nil }
        let nouns = text.language == .chinese ? ActorRules.chinese : ActorRules.english
        let ends = nouns.flatMap { noun in text.all(noun).map(\.upperBound) }.filter {
            $0 > head.lowerBound && $0 <= head.upperBound
        }
        guard let end = ends.max() else { return nil }
        var start = head.lowerBound
        while start < end, [0x20, 0x0A].contains(text.scalars[start]) { start += 1 }
        return start < end ? start..<end : nil
    }
}

extension Phrase {
    /// The characters as text.
    var textual: String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        return String(view)
    }
}
