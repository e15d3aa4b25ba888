import RegulationModel

/// Reads the text of a PDF as another program lays it out: lines as they are printed, a form feed behind each page.
///
/// The parser runs no program: whoever calls it hands over the means (`ReadingOptions.pdfText`).
struct PDFReader {
    let options: ReadingOptions

    func read(_ bytes: [UInt8]) -> ExtractedText {
        guard let pdfText = options.pdfText else {
            return .refused(
                .formatUnread,
                "This is a PDF; its text can be read only by a program that is not at hand here. Save the text as .txt or "
                    + ".docx.")
        }
        switch pdfText(bytes, options.limits) {
        case .failure(let failure): return .refused(failure.isRefusal ? .formatLimit : .formatUnread, failure.message)
        case .success(let layout):
            let decoded = decodeUTF8(layout)
            var text = PDFLayout(decoded.bytes).text()
            guard !text.bytes.isEmpty else {
                return .refused(
                    .formatUnread,
                    "This PDF holds pictures of pages and no text; run a text recognition over it (OCR) and read the result."
                )
            }
            text.cut(to: options.limits.largestText)
            return text
        }
    }
}
