import ProvisionAlignment
import RegulationModel

/// The acts of a collection that regulate the subject of an act, and what it shares with the nearest of them.
public struct SubjectFamily: Sendable {
    /// One act of the collection.
    public struct Relative: Sendable {
        /// The act; its id is unique among all.
        public let witness: Witness
        /// How near it is.
        public let nearness: SubjectNearness.Finding

        /// Makes a relative.
        public init(witness: Witness, nearness: SubjectNearness.Finding) {
            self.witness = witness
            self.nearness = nearness
        }

        /// How sure it is that both are on one subject.
        public var certainty: Certainty { Certainty(nearness.score) }
    }

    /// How sure it is that an act is on the subject.
    public enum Certainty: String, Sendable, CaseIterable {
        /// 0.9 and more.
        case sure
        /// From 0.5: more likely than not.
        case likely
        /// Less: a neighbouring subject, or a part of this one.
        case doubtful

        init(_ score: Double) { self = score >= 0.9 ? .sure : score >= 0.5 ? .likely : .doubtful }
    }

    /// The act in question.
    public let act: Witness
    /// The nearest acts, the nearest first.
    public let relatives: [Relative]
    /// How many of the first relatives were aligned with the act.
    public let aligned: Int
    /// How many acts of the collection were looked at, and how many of them are sure or likely.
    public let counts: (considered: Int, found: Int)
    /// Provisions that the act shares with aligned relatives, in its order.
    public let families: [Family]

    /// Makes a family.
    public init(
        act: Witness, relatives: [Relative], aligned: Int, counts: (considered: Int, found: Int), families: [Family]
    ) {
        self.act = act
        self.relatives = relatives
        self.aligned = aligned
        self.counts = counts
        self.families = families
    }
}
