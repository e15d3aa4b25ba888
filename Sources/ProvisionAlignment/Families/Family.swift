import RegulationModel

/// Provisions of many texts that answer each other 同类条文.
public struct Family: Sendable, Hashable {
    /// One provision of one text.
    public struct Member: Sendable, Hashable {
        /// Id of the text.
        public let witness: String
        /// Address of an article, or of an explainer's section.
        public let provision: EId

        /// Makes a member.
        public init(witness: String, provision: EId) {
            self.witness = witness
            self.provision = provision
        }
    }

    /// The members by id of their text, then in document order; at least one.
    public let members: [Member]

    /// Makes a family.
    public init(members: [Member]) { self.members = members }

    /// The members that one text has, in document order.
    public func members(of witness: String) -> [EId] {
        members.filter { $0.witness == witness }.map(\.provision)
    }
}
