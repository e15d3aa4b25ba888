import RegulationModel

/// What kind of file a text comes in. Told by the bytes first, by the ending of the name where they leave it open.
public enum SourceFormat: String, Sendable, CaseIterable {
    /// Plain text.
    case text
    /// Markdown as law collections write it.
    case markdown
    /// A saved web page.
    case html
    /// A web page with its pictures in one file (RFC 2557).
    case mht
    /// Word's Office Open XML (ECMA-376).
    case docx
    /// Akoma Ntoso 3.0.
    case akn
    /// Portable Document Format.
    case pdf
    /// The old binary formats of Word and WPS, which are not read.
    case legacyWord = "doc"
}

/// What a reader of one format makes of a file: the text that is read as a regulation, and what was noticed on the way.
struct ExtractedText {
    /// Valid UTF-8: a line for each block of the file. Spans of the regulation count in it.
    var bytes: [UInt8] = []
    /// True where Markdown decoration is layout.
    var readsMarkdown = false
    /// Gives the text with its Markdown resolved; nil where it is resolved, or is none.
    var resolved: (() -> ExtractedText)?
    /// Stretches which the file's form already shows to lie outside the act (the site's navigation and the like),
    /// ascending, without overlap.
    var outside: [DocumentPart] = []
    /// Spans count in `bytes`.
    var findings: [Diagnostic] = []
    /// Where stretches of `bytes` stand in the decoded file, ascending; empty where they stand at the same offsets.
    var anchors: [TextAnchor] = []
    /// True where the file was not read at all; a finding says why.
    var isRefused = false
    /// What the file itself says of its structure; nil where it is to be read out of the lines.
    var structure: StatedStructure?
    /// Offsets in `bytes` at which U+FFFD stands for bytes that could not be decoded.
    var replacedOffsets: Set<Int> = []
}
