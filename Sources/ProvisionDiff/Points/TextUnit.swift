import RegulationModel

/// The smallest text that is compared by itself: the words of a paragraph before its list, of a point, of a sub-point, or
/// after a list.
public struct TextUnit: Sendable, Hashable {
    /// Which words of a provision.
    public enum Part: String, Sendable, CaseIterable {
        /// Its own text, before whatever stands below it.
        case text
        /// The closing words after its list.
        case wrapUp
    }

    /// Address of the provision whose words these are.
    public let eId: EId
    /// Its rank.
    public let level: Level
    /// Which of its words.
    public let part: Part
    /// Its mark as printed, where these are its own words.
    public let mark: ByteSpan?
    /// The words' bytes.
    public let text: [ByteSpan]
    /// Other provisions whose words stand in it, in reading order: paragraphs that the text compared prints as one.
    public private(set) var merged: [EId] = []
    /// The words of each of them and its own, where others stand in it.
    package private(set) var paragraphs: [[ByteSpan]] = []

    /// The unit with neighbours taken in; `units` are in reading order and hold it.
    func merging(_ units: [TextUnit]) -> TextUnit {
        var result = TextUnit(
            eId: eId, level: level, part: part, mark: units.first?.mark, text: units.flatMap(\.text))
        result.merged = units.map(\.eId).filter { $0 != eId }
        result.paragraphs = units.map(\.text)
        return result
    }

    /// True for a point or what stands below one.
    var isItem: Bool { level >= .point }

    private init(eId: EId, level: Level, part: Part, mark: ByteSpan?, text: [ByteSpan]) {
        self.eId = eId
        self.level = level
        self.part = part
        self.mark = mark
        self.text = text
    }

    /// The units of a provision and all below it, in reading order.
    package static func units(of provision: Provision) -> [TextUnit] {
        var units: [TextUnit] = []
        let own = provision.text.filter { !$0.isEmpty }
        let isTop = provision.level < .paragraph
        if !own.isEmpty || (!isTop && provision.mark != nil) {
            units.append(
                TextUnit(
                    eId: provision.eId, level: provision.level, part: .text, mark: isTop ? nil : provision.mark,
                    text: own))
        }
        for child in provision.children { units += Self.units(of: child) }
        if let wrapUp = provision.wrapUp, !wrapUp.isEmpty {
            units.append(
                TextUnit(eId: provision.eId, level: provision.level, part: .wrapUp, mark: nil, text: [wrapUp]))
        }
        return units
    }
}

/// Two units that somebody says answer each other: a paragraph or point of the base, and one of the other text.
public struct UnitLink: Sendable, Hashable {
    /// Address in the base.
    public let base: EId
    /// Address in the other text.
    public let other: EId
    /// How sure it is, 0 … 1.
    public let score: Double
    /// How sure it is that the articles they stand in answer each other, 0 … 1.
    public let ofArticles: Double

    /// Makes a link.
    public init(base: EId, other: EId, score: Double, ofArticles: Double = 1) {
        self.base = base
        self.other = other
        self.score = score
        self.ofArticles = ofArticles
    }

    /// The link seen from the other side.
    public var mirrored: UnitLink { UnitLink(base: other, other: base, score: score, ofArticles: ofArticles) }
}

extension Regulation {
    /// Whether points stand below a provision, so that its own words open their list.
    func opensList(_ eId: EId) -> Bool { provision(at: eId)?.children.contains { $0.level >= .point } ?? false }
}
