import RegulationModel

/// The binary files of old Office versions (MS-CFB), which are not read.
enum CompoundFile {
    /// What to do with such a file.
    static func refusal(_ bytes: [UInt8]) -> ExtractedText {
        let scanner = Scanner(copying: bytes)
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
