import RegulationModel

/// Gives each provision of a text an address of its own.
struct AddressBook {
    private var counts: [EId: Int] = [:]

    /// The address; for a repeated number one that no number makes: `art_3-dup2`.
    mutating func unique(_ eId: EId) -> EId {
        let copy = counts[eId, default: 0] + 1
        counts[eId] = copy
        return copy == 1 ? eId : EId("\(eId.text)-dup\(copy)")
    }
}
