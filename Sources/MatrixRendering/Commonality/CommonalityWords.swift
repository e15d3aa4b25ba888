import ComparisonMatrix
import RegulationModel

/// What texts have in common, in words.
struct CommonalityWords {
    let commonality: Commonality

    static let title = BilingualText("异同概览", "Common ground")

    /// Names joined, in both languages.
    func names(_ ids: [String]) -> BilingualText {
        let names = ids.map(commonality.name)
        return BilingualText(
            names.map(\.chinese).joined(separator: "、"), names.map(\.english).joined(separator: ", "))
    }

    /// `3 部有规定（江苏、…），1 部未规定（…）`.
    func sentence(_ topic: TopicCommonality) -> BilingualText {
        var chinese = ["\(topic.saying.count) 部有规定" + listed(topic.saying).chinese]
        var english = [
            "\(topic.saying.count) \(topic.saying.count == 1 ? "rules" : "rule") on it" + listed(topic.saying).english
        ]
        if !topic.silent.isEmpty {
            chinese.append("\(topic.silent.count) 部未规定" + listed(topic.silent).chinese)
            english.append(
                "\(topic.silent.count) \(topic.silent.count == 1 ? "is" : "are") silent" + listed(topic.silent).english)
        }
        if !topic.unknown.isEmpty {
            chinese.append("\(topic.unknown.count) 部无从判断" + listed(topic.unknown).chinese)
            english.append("of \(topic.unknown.count) nothing can be said" + listed(topic.unknown).english)
        }
        return BilingualText(chinese.joined(separator: "，"), english.joined(separator: "; "))
    }

    private func listed(_ ids: [String]) -> BilingualText {
        let names = names(ids)
        return ids.isEmpty ? BilingualText("", "") : BilingualText("（\(names.chinese)）", " (\(names.english))")
    }

    /// `最低年龄：多数为 18 周岁（江苏、连云港）；未定此数：…`.
    func sentence(_ rule: SharedRule) -> BilingualText {
        var chinese: [String] = []
        var english: [String] = []
        let isAge = [.minimumAge, .maximumAge, .age].contains(rule.attribute)
        for (place, value) in rule.values.enumerated() {
            // Values that the same acts set side by side are in nobody's majority.
            let isMajority =
                place == 0 && rule.majority != nil && !rule.values.dropFirst().contains { $0.acts == value.acts }
            let isShared = rule.values.count == 1 && rule.without.isEmpty && value.acts.count > 1
            let most = isShared ? BilingualText("均为 ", "all ") : BilingualText("多数为 ", "mostly ")
            let who = names(value.acts)
            chinese.append(
                "\(isMajority ? most.chinese : "")\(NormalisedWords.chinese(value.value, isAge: isAge))（\(who.chinese)）"
            )
            english.append("\(isMajority ? most.english : "")\(value.value) (\(who.english))")
        }
        if !rule.without.isEmpty {
            let who = names(rule.without)
            chinese.append("未定此数：\(who.chinese)")
            english.append("none: \(who.english)")
        }
        return BilingualText(
            "\(rule.attribute.label.chinese)：" + chinese.joined(separator: "；"),
            "\(rule.attribute.label.english): " + english.joined(separator: "; "))
    }

    /// What one act alone has, as a list of sentences.
    func sentences(_ own: OwnMatter) -> [BilingualText] {
        let regulation = commonality.columns.first { $0.id == own.witness }?.regulation
        var result: [BilingualText] = []
        if !own.topics.isEmpty {
            result.append(
                BilingualText(
                    "独有事项：" + own.topics.map(\.name.chinese).joined(separator: "、"),
                    "Topics of its own: " + own.topics.map(\.name.english).joined(separator: ", ")))
        }
        if !own.articles.isEmpty {
            let cited = own.articles.map { eId in
                regulation.map { GroupNames.label(eId, in: $0) } ?? BilingualText(eId.text, eId.text)
            }
            result.append(
                BilingualText(
                    "他法无对应的条文：" + cited.map(\.chinese).joined(separator: "、"),
                    "Articles that no other text answers: " + cited.map(\.english).joined(separator: ", ")))
        }
        return result
            + own.values.map { rule in
                let sentence = sentence(rule)
                return BilingualText(
                    "独有数值（\(rule.matter.chinese)）\(sentence.chinese)",
                    "A value of its own (\(rule.matter.english)) \(sentence.english)")
            }
    }
}
