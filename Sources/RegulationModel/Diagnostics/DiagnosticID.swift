/// The registry of all kinds of diagnostics. A `rawValue` never changes its meaning.
public enum DiagnosticID: String, Sendable, CaseIterable {
    // Encoding and limits.
    case encodingInvalid = "encoding.invalid"
    case encodingNul = "encoding.nul"
    case encodingContradicted = "encoding.contradicted"
    case encodingDetected = "encoding.detected"

    // The form of the file.
    case formatBinary = "format.binary"
    case formatUnread = "format.unread"
    case formatLimit = "format.limit"
    case formatDamaged = "format.damaged"
    case formatCutOff = "format.cut-off"
    case formatPart = "format.part"
    case formatColumns = "format.columns"
    case pageHiddenText = "page.hidden-text"
    case pageNoteMark = "page.note-mark"
    case pageDeepNesting = "page.deep-nesting"

    // Numbering.
    case numberingGap = "numbering.gap"
    case numberingDuplicate = "numbering.duplicate"
    case numberingOrder = "numbering.order"
    case numberingOrdinalWord = "numbering.ordinal-word"
    case numberingMarkPunctuation = "numbering.mark-punctuation"
    case numberingStart = "numbering.start"
    case numberingContinued = "numbering.continued"
    case numberingUnreadable = "numbering.unreadable"
    case numberingAutomatic = "numbering.automatic"
    case numberingLost = "numbering.lost"
    case numberingDash = "numbering.dash"

    // Lists.
    case enumerationMixed = "enumeration.mixed"
    case enumerationGap = "enumeration.gap"
    case enumerationInlineGap = "enumeration.inline-gap"

    // Layout.
    case layoutRunTogether = "layout.run-together"
    case layoutSpacing = "layout.spacing"

    // Words and characters.
    case textDigitDebris = "text.digit-debris"
    case textMasked = "text.masked"
    case textStrayWord = "text.stray-word"
    case textReplacement = "text.replacement"
    case textMarkup = "text.markup"
    case textForeignPassage = "text.foreign-passage"
    case textTrackedChange = "text.tracked-change"
    case textHidden = "text.hidden"
    case textInvisible = "text.invisible"
    case textRadical = "text.radical"
    case quotationUnmatched = "quotation.unmatched"

    // Dates.
    case dateUnreadable = "date.unreadable"
    case dateAssembled = "date.assembled"

    // What stands around the act, and how much of it is held.
    case outsideNavigation = "outside.navigation"
    case outsideCommentary = "outside.commentary"
    case outsideUnrelated = "outside.unrelated"
    case outsideOtherJurisdiction = "outside.other-jurisdiction"
    case completenessOpenEnd = "completeness.open-end"
    case structureNoProvision = "structure.no-provision"
    case structureEmpty = "structure.empty"
    case structureEmptyArticle = "structure.empty-article"
    case structureDeletedArticle = "structure.deleted-article"
    case structureFurtherAct = "structure.further-act"

    /// How grave this kind is.
    public var severity: Severity {
        switch self {
        case .encodingInvalid, .encodingNul, .formatBinary, .formatUnread, .formatLimit, .formatCutOff,
            .structureNoProvision, .structureEmpty:
            .error
        case .numberingGap, .numberingDuplicate, .numberingOrder, .numberingStart, .enumerationGap,
            .enumerationInlineGap, .textDigitDebris, .textMasked, .textStrayWord, .textReplacement,
            .textMarkup, .quotationUnmatched, .dateUnreadable, .outsideOtherJurisdiction, .completenessOpenEnd,
            .numberingUnreadable, .structureEmptyArticle, .structureFurtherAct, .encodingContradicted, .formatDamaged,
            .formatPart, .formatColumns, .textTrackedChange:
            .warning
        case .numberingOrdinalWord, .numberingMarkPunctuation, .enumerationMixed, .layoutRunTogether,
            .layoutSpacing, .textForeignPassage, .dateAssembled, .outsideNavigation, .outsideCommentary,
            .outsideUnrelated, .encodingDetected, .pageHiddenText, .pageDeepNesting, .pageNoteMark, .numberingAutomatic,
            .textHidden, .textInvisible, .textRadical,
            .structureDeletedArticle, .numberingContinued, .numberingLost, .numberingDash:
            .note
        }
    }
}
