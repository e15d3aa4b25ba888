import ComparisonMatrix
import RegulationModel

/// What texts have in common as tables.
struct CommonalityTables {
    let commonality: Commonality

    private var words: CommonalityWords { CommonalityWords(commonality: commonality) }

    static let header = [
        "topic", "topic_zh", "topic_en", "saying", "silent", "unknown", "alone", "parameter", "attribute",
        "majority_value", "majority_acts", "other_values", "without",
    ]

    /// RFC 4180: a record for each value that can be compared, one for each topic without any.
    var csv: String {
        var records = [Self.header]
        for topic in commonality.topics {
            let head = [
                topic.topic, topic.name.chinese, topic.name.english, topic.saying.joined(separator: " "),
                topic.silent.joined(separator: " "), topic.unknown.joined(separator: " "), topic.alone ?? "",
            ]
            if topic.rules.isEmpty { records.append(head + [String](repeating: "", count: 6)) }
            for rule in topic.rules {
                let others = rule.values.dropFirst(rule.majority == nil ? 0 : 1)
                records.append(
                    head + [
                        rule.parameter, rule.attribute.rawValue, rule.majority?.value ?? "",
                        rule.majority?.acts.joined(separator: " ") ?? "",
                        others.map { "\($0.value) (\($0.acts.joined(separator: " ")))" }.joined(separator: "; "),
                        rule.without.joined(separator: " "),
                    ])
            }
        }
        return CSVText.text(records)
    }

    /// GitHub-flavoured Markdown.
    var markdown: String {
        let header = ["事项 Topic", "各文本 Texts", "可比数值 Values"]
        let rows = commonality.topics.map { topic in
            [
                MarkdownText.inline(topic.name), both(words.sentence(topic)),
                topic.rules.map { both(words.sentence($0)) }.joined(separator: "<br>"),
            ]
        }
        let acts = commonality.acts.flatMap { own -> [String] in
            let sentences = words.sentences(own)
            let head = ["", "## " + MarkdownText.inline(commonality.name(of: own.witness)), ""]
            return head + (sentences.isEmpty ? ["—"] : sentences.map { "- " + both($0) })
        }
        let lines = ["# " + MarkdownText.inline(CommonalityWords.title), ""] + MarkdownText.table(header, rows)
        return (lines + acts).joined(separator: "\n") + "\n"
    }

    private func both(_ text: BilingualText) -> String {
        MarkdownText.inline(text.chinese) + " / " + MarkdownText.inline(text.english)
    }
}
