import RegulationModel

/// Reads an Office document: finds its parts in the archive and puts together what they say.
struct PackageReader {
    let limits: ReadingLimits
    /// How many documents lie around this one: a document can include others.
    var depth = 0

    /// Deepest inclusion of documents in documents that is followed.
    private static let deepestInclusion = 3

    /// The text of a document.
    func read(_ bytes: [UInt8]) -> ExtractedText {
        do throws(PackageProblem) {
            var archive = try PackageArchive(bytes, limits: limits)
            let types = ContentTypesReader()
            if archive.has("[Content_Types].xml") { try archive.read("[Content_Types].xml", to: types) }
            let main = try mainPart(&archive, types)
            guard let main, isWord(main, types) else {
                return .refused(.formatUnread, PackageWords.otherPackage(archive, main.map(types.type) ?? ""))
            }
            return WordReader(limits: limits, depth: depth, types: types, main: main).read(&archive)
        } catch {
            return .refused(PackageWords.id(error), PackageWords.message(error))
        }
    }

    /// Text that a document includes from a part of another format.
    func included(_ bytes: [UInt8], type: String, name: String) -> ExtractedText {
        guard depth < Self.deepestInclusion else {
            return .refused(.formatPart, "\(name) lies in too many documents one in another; it was not read.")
        }
        if type.contains("wordprocessingml") || type.contains("ms-word") {
            return PackageReader(limits: limits, depth: depth + 1).read(bytes)
        }
        return IncludedText.read(bytes, type: type, name: name, limits: limits)
    }

    private func mainPart(
        _ archive: inout PackageArchive, _ types: ContentTypesReader
    ) throws(PackageProblem) -> String? {
        let relationships = RelationshipsReader(of: "")
        if archive.has("_rels/.rels") { try archive.read("_rels/.rels", to: relationships) }
        let candidates = [
            relationships.relationships.part(of: "officeDocument"),
            types.part { $0.contains("wordprocessingml.document.main") }, "word/document.xml",
        ]
        return candidates.compactMap(\.self).first { archive.has($0) }
    }

    private func isWord(_ main: String, _ types: ContentTypesReader) -> Bool {
        let type = types.type(of: main)
        return type.contains("wordprocessingml") || type.contains("ms-word.document")
            || type.contains("ms-word.template") || main.lowercased() == "word/document.xml"
    }
}

/// What is said of archives that cannot be read.
enum PackageWords {
    static func id(_ problem: PackageProblem) -> DiagnosticID {
        switch problem {
        case .damagedArchive, .missing, .encrypted, .damagedPart: .formatUnread
        case .tooManyEntries, .expands, .tooLarge: .formatLimit
        case .markup(_, .damaged), .markup(_, .complete), .markup(_, .hasDocumentType): .formatUnread
        case .markup(_, .tooDeep), .markup(_, .tooMany): .formatLimit
        }
    }

    static func message(_ problem: PackageProblem) -> String {
        switch problem {
        case .damagedArchive: "The file is a zip archive that is cut off or damaged; nothing of it was read."
        case .tooManyEntries(let most): "The archive has more than \(most) entries; it was not read."
        case .encrypted:
            "The archive is encrypted; take the password away (in Word: File, Info, Protect Document) and read it again."
        case .missing(let name): "The part \(name) is missing."
        case .damagedPart(let name): "The part \(name) cannot be unpacked: the archive is damaged."
        case .expands(let name, let most):
            "The part \(name) would become more than \(most) times as large as it is packed, as archives are that are "
                + "made to exhaust a computer; it was not read."
        case .tooLarge(let most):
            "The archive would be unpacked to more than \(most / 1_048_576) MB, the most that is read."
        case .markup(let name, let outcome): markup(name, outcome)
        }
    }

    /// What is said of XML that was not read to its end.
    static func markup(_ name: String, _ outcome: XMLOutcome) -> String {
        switch outcome {
        case .complete: "\(name) was read."
        case .damaged(let line, let message):
            "\(name) is no well-formed XML from line \(line) on (\(message)); what stands before was read."
        case .hasDocumentType:
            "\(name) declares a document type, in which entities can be declared that expand without end or read other "
                + "files; it was not read."
        case .tooDeep: "\(name) nests its elements deeper than is followed; only what stands before was read."
        case .tooMany: "\(name) has more elements or attributes than are read; only what stands before was read."
        }
    }

    /// What a zip archive is that holds no Word document.
    static func otherPackage(_ archive: borrowing PackageArchive, _ mainType: String) -> String {
        if mainType.contains("spreadsheetml") || archive.has("xl/workbook.xml") {
            return "This is an Excel workbook, which is not read; save the text as .docx or .txt."
        }
        if mainType.contains("presentationml") || archive.has("ppt/presentation.xml") {
            return "This is a PowerPoint presentation, which is not read; save the text as .docx or .txt."
        }
        if archive.has("content.xml"), archive.has("mimetype") {
            return "This is an OpenDocument file, which is not read; save it as .docx, or convert it: "
                + "libreoffice --headless --convert-to docx FILE."
        }
        return "This is a zip archive without a Word document; unpack it and name the files in it."
    }
}
