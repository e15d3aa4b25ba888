import ComparisonMatrix
import RegulationModel

/// What texts have in common and where they part, as one page.
struct CommonalityPage {
    static let file = "commonality.html"

    let commonality: Commonality
    let links: PageLinks
    /// The page of the matrix of topics, to whose rows the topics lead; nil where there is none.
    let topicsPage: String?

    private var words: CommonalityWords { CommonalityWords(commonality: commonality) }

    var text: String {
        let frame = PageFrame(
            file: Self.file, title: CommonalityWords.title, lead: lead, bodyClass: "wide", links: links)
        var anchors = UniqueAnchors()
        return frame.render(
            "commonality",
            View([
                "caption": CommonalityWords.title.view,
                "topics": commonality.topics.map { topic in
                    View([
                        "id": anchors.take("topic-" + topic.topic), "name": topic.name.view,
                        "href": topicsPage.map { $0 + "#" + FileName.anchor(topic.topic) },
                        "alone": topic.alone.map { words.names([$0]).view },
                        "sentence": words.sentence(topic).view,
                        "rules": topic.rules.map { View(["sentence": words.sentence($0).view]) },
                    ])
                },
                "acts": commonality.acts.map { own in
                    View([
                        "id": anchors.take("own-" + own.witness), "name": commonality.name(of: own.witness).view,
                        "sentences": words.sentences(own).map { View(["sentence": $0.view]) },
                        "isPlain": words.sentences(own).isEmpty,
                    ])
                },
            ]))
    }

    /// How many topics, and where the texts part.
    var lead: BilingualText {
        let alone = commonality.topics.count { $0.alone != nil }
        let parted = commonality.topics.count { topic in topic.rules.contains { $0.values.count > 1 } }
        return BilingualText(
            "\(commonality.topics.count) 个事项：\(parted) 个数值不一，\(alone) 个仅一部法规有规定。",
            "\(commonality.topics.count) topics: in \(parted) the values differ, on \(alone) only one act rules.")
    }
}
