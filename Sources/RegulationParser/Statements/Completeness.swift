import RegulationModel

/// Decides how much of the act a text holds, and says by what that is shown.
struct CompletenessProof {
    let document: Document
    let body: Body

    /// How many articles from the end may carry the entry into force: it is often followed by a repeal.
    private static let closingArticles = 3

    /// Whole only where numbering runs from 1 without a gap or repetition and the act closes.
    func completeness() -> Completeness {
        guard let first = body.articles.first, let last = body.articles.last else {
            return Completeness(.none, proof: ["no article of the act is held"])
        }
        let numbering = numbering()
        let closing = closing()
        if let numbering, let closing { return Completeness(.whole, proof: [numbering, closing]) }
        var proof = [held(first, last)]
        if numbering == nil {
            proof.append(
                first.number.ordinal > 1
                    ? "the text begins with article \(first.number.text)" : "numbering is not contiguous")
        }
        if closing == nil { proof.append("no closing article on entry into force follows") }
        return Completeness(.part, proof: proof)
    }

    private func held(_ first: Provision, _ last: Provision) -> String {
        body.articles.count == 1
            ? "article \(first.number.text) is held"
            : "\(body.articles.count) articles from \(first.number.text) to \(last.number.text) are held"
    }

    private func numbering() -> String? {
        var expected = ProvisionNumber(1)
        for article in body.articles {
            let isBranch = article.number.isBranch && article.number.ordinal == expected.ordinal - 1
            guard article.number == expected || isBranch else { return nil }
            if !isBranch { expected = ProvisionNumber(expected.ordinal + 1) }
        }
        return "numbering runs from 1 to \(expected.ordinal - 1) without a gap"
    }

    /// The article that rules on entry into force, or one that closes an act in another way: a repeal, or what holds
    /// where earlier rules differ.
    private func closing() -> String? {
        let last = body.articles.suffix(Self.closingArticles).reversed()
        if let article = last.first(where: { document.forms.holds(Cues.entryIntoForce, $0.span) }) {
            return "article \(article.number.text) rules on entry into force"
        }
        if let article = last.first(where: { document.forms.holds(Cues.closings, $0.span) }) {
            return "article \(article.number.text) closes the act: it settles what holds of earlier rules"
        }
        return nil
    }
}
