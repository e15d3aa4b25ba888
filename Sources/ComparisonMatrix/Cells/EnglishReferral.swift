import RegulationModel

/// Whether an English sentence does nothing but refer its matter to another act or body.
///
/// Forms and examples, all from translations of acts:
/// - "The specific measures … shall be formulated by the public security organs of the provincial people's government"
///   names a body;
/// - "… shall be punished in accordance with the Regulations of Jiangsu Province on …" names an act.
///
/// Every "shall" (or its like) of the sentence has to be part of a referral; one that orders something makes the
/// sentence a rule.
enum EnglishReferral {
    private static let modals: Set<String> = ["shall", "must", "may", "should", "can", "will"]
    private static let ruleNouns = [
        "measure", "standard", "rule", "provision", "method", "procedure", "regulation", "catalog", "scope",
        "condition",
    ]
    private static let drafting = ["formulated", "stipulated", "prescribed", "specified", "issued", "determined"]
    private static let orders: Set<String> = ["shall", "must", "should", "will"]
    private static let executions = [
        "punished", "handled", "implemented", "executed", "dealt", "governed", "carried", "imposed", "subject",
        "investigated", "disposed", "managed", "enforced",
    ]
    private static let authorities = [
        "in accordance with", "according to", "pursuant to", "under", "with reference to", "by reference to",
    ]
    private static let titleNouns: Set<String> = [
        "Regulation", "Regulations", "Law", "Measures", "Provisions", "Rules", "Opinions", "Code", "Act", "Statute",
    ]
    private static let ownTitles = [
        "these ", "this ", "the provisions of these", "the relevant provisions of these",
    ]
    private static let conditions = ["if ", "where ", "whoever ", "anyone ", "any ", "those ", "for ", "in case "]

    /// Judges one sentence without its closing mark.
    static func finding(_ sentence: String) -> SentenceEffect {
        let segments = segments(of: sentence)
        guard let opening = segments.first, segments.count > 1, !rulesWithoutModal(opening) else { return .rules }
        var target: String?
        for (index, segment) in segments.dropFirst().enumerated() {
            if isGeneral(segment) { continue }
            guard let named = drafter(segment, after: segments[index]) ?? act(segment) else { return .rules }
            target = target ?? named
        }
        return .refers(to: target)
    }

    /// The words before the first modal, then the words from each modal to the next.
    private static func segments(of sentence: String) -> [String] {
        var segments: [[Substring]] = [[]]
        for word in sentence.split(whereSeparator: \.isWhitespace) {
            if modals.contains(word.lowercased()) { segments.append([]) }
            segments[segments.count - 1].append(word)
        }
        return segments.map { $0.joined(separator: " ") }
    }

    /// True where the opening already states something: "A system is set up, and the measures shall be …".
    private static func rulesWithoutModal(_ opening: String) -> Bool {
        let lowered = opening.lowercased()
        guard !conditions.contains(where: { lowered.hasPrefix($0) }) else { return false }
        return lowered.contains(" is ") || lowered.contains(" are ")
    }

    /// "shall be investigated for criminal responsibility according to law": the law in general.
    private static func isGeneral(_ segment: String) -> Bool {
        segment.split(separator: " ").prefix(5).contains { executions.contains($0.lowercased()) }
            && ["according to law", "accordance with the law", "accordance with law"].contains { segment.contains($0) }
    }

    /// "shall be formulated by BODY", of measures, standards and the like, or "separately".
    private static func drafter(_ segment: String, after before: String) -> String? {
        let words = segment.split(separator: " ").map { $0.lowercased() }
        guard words.count > 3, orders.contains(words[0]), words[1] == "be" else { return nil }
        guard words.prefix(5).contains(where: drafting.contains) else { return nil }
        let nouns = before.lowercased()
        guard words.contains("separately") || ruleNouns.contains(where: { nouns.contains($0) }) else { return nil }
        guard let by = segment.firstRange(of: " by ") else { return nil }
        let rest = segment[by.upperBound...]
        let stops = [", ", "; ", " in conjunction with", " together with", " with reference", " in accordance"]
        let end = stops.compactMap { rest.firstRange(of: $0)?.lowerBound }.min() ?? rest.endIndex
        return name(rest[..<end])
    }

    /// "shall be punished in accordance with the Regulations on …": the act as printed.
    private static func act(_ segment: String) -> String? {
        let words = segment.split(separator: " ").prefix(4)
        guard words.contains(where: { executions.contains($0.lowercased()) }) else { return nil }
        for phrase in authorities {
            guard let range = segment.firstRange(of: " \(phrase) ") else { continue }
            if let title = title(segment[range.upperBound...]) { return title }
        }
        return nil
    }

    /// The title that the text opens with; nil where it names no act, or the act it stands in ("these Regulations").
    private static func title(_ text: Substring) -> String? {
        let lowered = text.lowercased()
        guard !ownTitles.contains(where: { lowered.hasPrefix($0) }) else { return nil }
        let end = [", ", "; "].compactMap { text.firstRange(of: $0)?.lowerBound }.min() ?? text.endIndex
        guard let name = name(text[..<end]), !name.contains("these "), !name.contains("this ") else { return nil }
        let words = name.split { !$0.isLetter }.map(String.init)
        return words.count > 1 && words.contains(where: titleNouns.contains) ? name : nil
    }

    private static func name(_ text: Substring) -> String? {
        var name = text
        for prefix in ["the relevant provisions of ", "the provisions of ", "the "] where name.hasPrefix(prefix) {
            name = name.dropFirst(prefix.count)
        }
        while let last = name.last, last == "." || last == "," || last.isWhitespace { name = name.dropLast() }
        return name.isEmpty ? nil : String(name)
    }
}
