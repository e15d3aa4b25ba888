import RegulationModel

extension SourceFormat {
    /// The format of a file whose first bytes name it; nil for what is text.
    static func ofContainer(_ bytes: [UInt8]) -> SourceFormat? {
        let scanner = Scanner(bytes: bytes)
        if zipSigns.contains(where: { scanner.has($0, at: 0) }) { return .docx }
        if scanner.has(compoundFileSign, at: 0) { return .legacyWord }
        if isPDF(scanner) { return .pdf }
        return AkomaNtosoReader.isAkomaNtoso(bytes) ? .akn : nil
    }

    /// `PK` and the kind of record: an entry, or the end of an archive without entries.
    private static let zipSigns: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6]]
    /// MS-CFB, §2.2.
    private static let compoundFileSign: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// Readers accept a PDF whose sign stands anywhere in the first kilobyte; behind a byte order mark or a line break
    /// is as far as text cannot be taken for one.
    private static func isPDF(_ scanner: Scanner) -> Bool {
        var start = 0
        while start < min(scanner.bytes.count, 8), [0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF].contains(scanner.bytes[start]) {
            start += 1
        }
        return scanner.has(utf8("%PDF-"), at: start)
    }
}

/// Hands a file on to the reader of its format.
struct ContainerReader {
    let format: SourceFormat
    let options: ReadingOptions

    func read(_ bytes: [UInt8]) -> ExtractedText {
        switch format {
        case .docx: PackageReader(limits: options.limits).read(bytes)
        case .akn: AkomaNtosoReader(limits: options.limits).read(bytes)
        case .pdf: PDFReader(options: options).read(bytes)
        case .legacyWord: CompoundFile.refusal(bytes)
        case .text, .markdown, .html, .mht: ExtractedText()
        }
    }
}

/// The binary files of old Office versions (MS-CFB), which are not read.
enum CompoundFile {
    /// What to do with such a file.
    static func refusal(_ bytes: [UInt8]) -> ExtractedText {
        let scanner = Scanner(bytes: bytes)
        if scanner.find(name("EncryptedPackage"), in: scanner.span) != nil {
            return .refused(
                .formatUnread,
                "This is a Word file with a password; take the password away (in Word: File, Info, Protect Document) and "
                    + "read it again.")
        }
        if scanner.find(name("Workbook"), in: scanner.span) != nil {
            return .refused(
                .formatUnread, "This is an old Excel workbook (.xls), which is not read; save the text as .docx.")
        }
        return .refused(
            .formatUnread,
            "This is a file of an old Word or WPS (.doc, .wps), which is not read; save it as .docx in Word or WPS, or "
                + "convert it: libreoffice --headless --convert-to docx FILE.")
    }

    /// Names in the directory are UTF-16, little-endian.
    private static func name(_ name: String) -> [UInt8] { name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
}
