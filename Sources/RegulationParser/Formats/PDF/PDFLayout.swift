import RegulationModel

/// Lines of a PDF's pages made into paragraphs.
struct PDFLayout {
    init(_ bytes: [UInt8]) { pages = [] }
    let pages: [Int]
    func text() -> ExtractedText { ExtractedText() }
}
