import RegulationModel

/// What the parts outside the act mean for a reader: each labelled once where it begins.
struct OutsideFindings {
    let document: Document
    let parts: [DocumentPart]
    /// True where a table has said that another version stands beside the act.
    let isVersionTold: Bool

    func all() -> [Diagnostic] {
        // Versions may stand article by article: they are told once.
        let version = parts.first { $0.kind == .furtherAct && isOtherLanguage($0) }
        let further = isVersionTold ? nil : parts.first { $0.kind == .furtherAct && !isOtherLanguage($0) }
        return parts.compactMap { part in
            guard part.kind.isTold else { return nil }
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
            case .furtherAct where isOtherLanguage(part):
                guard part == version else { return nil }
                return Diagnostic(
                    .structureFurtherAct, furtherTitle(span),
                    "The act stands here in another language too. That version is kept as it stands and compared with "
                        + "nothing; give it a file of its own.")
            case .furtherAct:
                guard part == further else { return nil }
                return Diagnostic(
                    .structureFurtherAct, furtherTitle(span),
                    "Another act begins here. The first act of the file is read; this one is kept as it stands and "
                        + "compared with nothing. Give it a file of its own.")
            default: return nil
            }
        }
    }

    private func isOtherLanguage(_ part: DocumentPart) -> Bool {
        LanguageDetector(scanner: document.scanner).language(of: part.span) != document.language
    }

    /// The first line of a part.
    private func furtherTitle(_ span: ByteSpan) -> ByteSpan {
        let line = document.lines[document.source.line(at: span.start) - 1]
        return ByteSpan(span.start, max(span.start, min(span.end, line.content.end)))
    }

    private func otherPlace(_ span: ByteSpan) -> String {
        let named = Provinces.named(in: span, of: document.scanner, document.language).map { index in
            document.language == .chinese ? Provinces.all[index].chinese : Provinces.all[index].english
        }
        return "This passage speaks of \(named.joined(separator: ", ")), not of the place whose act this is; "
            + "it is quoted in no cell."
    }
}

extension PartKind {
    /// True where a reader should know of the part. A switch: sets of kinds would hash their names for every part.
    fileprivate var isTold: Bool {
        switch self {
        case .navigation, .commentary, .unrelated, .otherJurisdiction, .furtherAct: true
        default: false
        }
    }
}
