/// What stands in the place of a provision that was taken out of its act: （删除）, (Deleted), Cancelled.
package enum DeletedText {
    /// The words, folded, without brackets and full stops.
    private static let words: Set<String> = [
        "删除", "已删除", "删去", "废止", "deleted", "delete", "repealed", "omitted", "cancelled", "canceled", "abolished",
        "removed", "struck out", "revoked",
    ]
    /// Longest text of this kind, in characters.
    private static let longest = 20

    /// Whether folded text says nothing but this.
    package static func isAll(of folded: some Collection<Unicode.Scalar>) -> Bool {
        guard folded.count <= longest else { return false }
        var text = String.UnicodeScalarView()
        for scalar in folded where scalar == " " || Folding.isLetter(scalar) { text.append(scalar) }
        return words.contains(String(text).split(separator: " ").joined(separator: " "))
    }
}

extension Regulation {
    /// Whether a provision says nothing but that it was deleted; its number stays.
    package func isDeleted(_ provision: Provision) -> Bool {
        let text = provision.allText
        guard text.reduce(0, { $0 + $1.length }) < 80 else { return false }
        return DeletedText.isAll(of: Folding.scalars(of: source.flowedScalars(text)))
    }
}
