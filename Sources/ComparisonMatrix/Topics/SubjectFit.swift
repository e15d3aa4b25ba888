import RegulationModel

/// Whether the topics of a corpus are made for a text.
///
/// In an act on something else the general words of a topic stand too: 备案 of a dog, 宣传教育 on fires. Such a text has
/// few of the topics, and in few of its paragraphs. Of the 45 topics on police auxiliaries, four Chinese acts on these
/// have 25 to 44, in .97 to 1.00 of their paragraphs, and an explainer 22, in .75 of its clauses on the act; fourteen
/// texts on dogs, volunteers, fires, railways and property have 8 to 19, in .18 to .50 of their paragraphs.
struct SubjectFit {
    /// Texts with fewer units are not judged: a page that quotes three articles need not have many topics.
    static let leastJudged = 20
    /// A text is off the subject with a topic in less than this share of its units …
    static let leastUnits = 0.6
    /// … and with less than this share of the topics; a small table fits a long act where it has most of the topics.
    static let leastTopics = 0.5
    /// In a text off the subject so many strong terms have to show a topic: 直接负责的主管人员 and 徇私舞弊.
    static let strongTerms = 2

    /// True where the text is of another subject, as far as its words show.
    let isOff: Bool
    private let units: [UnitTopics]

    /// Judges a text; `judged` tells how many units could have a topic, `topics` how many the language has terms for.
    init(_ units: [UnitTopics], judged: Int, topics: Int) {
        let found = Set(units.flatMap { $0.topics.map(\.topic) })
        let hit = units.count { !$0.topics.isEmpty }
        self.units = units
        self.isOff =
            judged >= Self.leastJudged && Double(hit) < Self.leastUnits * Double(judged)
            && Double(found.count) < Self.leastTopics * Double(topics)
    }

    /// The same with further topics, a list for each unit, behind those it has.
    func adding(_ topics: [[TopicScore]]) -> SubjectFit {
        SubjectFit(
            isOff: isOff,
            units: zip(units, topics).map { unit, topics in
                UnitTopics(provision: unit.provision, spans: unit.spans, topics: unit.topics + topics)
            })
    }

    private init(isOff: Bool, units: [UnitTopics]) {
        self.isOff = isOff
        self.units = units
    }

    /// The topics that may be claimed.
    var claimed: [UnitTopics] {
        guard isOff else { return units }
        return units.map { unit in
            UnitTopics(
                provision: unit.provision, spans: unit.spans,
                topics: unit.topics.filter { $0.strongTerms >= Self.strongTerms })
        }
    }
}
