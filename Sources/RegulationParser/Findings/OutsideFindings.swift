import RegulationModel

/// What the parts outside the act mean for a reader: each labelled once where it begins.
struct OutsideFindings {
    let document: Document
    let parts: [DocumentPart]

    func all() -> [Diagnostic] {
        parts.compactMap { part in
            let span = document.scanner.trimmed(part.span)
            switch part.kind {
            case .navigation:
                return Diagnostic(.outsideNavigation, span, "Site navigation; it is kept outside the act.")
            case .commentary:
                return Diagnostic(
                    .outsideCommentary, span,
                    "Commentary that is no text of the act; it is kept outside and quoted in "
                        + "no cell.")
            case .unrelated:
                return Diagnostic(.outsideUnrelated, span, "News or teasers that have nothing to do with the act.")
            case .otherJurisdiction:
                return Diagnostic(.outsideOtherJurisdiction, span, otherPlace(span))
            default: return nil
            }
        }
    }

    private func otherPlace(_ span: ByteSpan) -> String {
        let named = Provinces.named(in: span, of: document.scanner, document.language).map { index in
            document.language == .chinese ? Provinces.all[index].chinese : Provinces.all[index].english
        }
        return "This passage speaks of \(named.joined(separator: ", ")), not of the place whose act this is; "
            + "it is quoted in no cell."
    }
}
