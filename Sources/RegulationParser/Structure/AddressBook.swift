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

/// Gives each article of an act its address. Where numbers rise, as they nearly always do, none can repeat.
struct ArticleAddresses {
    private let isRising: Bool
    private var book = AddressBook()

    init(_ articles: [Mark]) {
        isRising = articles.indices.dropFirst().allSatisfy { articles[$0 - 1].number < articles[$0].number }
    }

    mutating func address(of number: ProvisionNumber) -> EId {
        let eId = EId.article(number)
        return isRising ? eId : book.unique(eId)
    }
}
