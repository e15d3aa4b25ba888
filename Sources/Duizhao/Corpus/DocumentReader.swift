import RegulationModel
import RegulationParser

/// Reads one document of a corpus and compares it with its description.
struct DocumentReader {
    let folder: String
    let path: String
    let entry: CorpusFile.Document

    func read() throws -> (Witness, [CorpusProblem]) {
        let file = folder + "/" + entry.file
        let bytes = try TextFile.read(file)
        let digest = SHA256.hexadecimal(bytes)
        var regulation = RegulationParser.parse(bytes, name: file, id: entry.id, options: try options().atTheEdge)
        var problems: [CorpusProblem] = []
        if digest != entry.sha256.lowercased() {
            problems.append(
                problem(
                    .hash, "\(entry.file) has SHA-256 \(digest), not the one noted; restore the text, or note it anew"))
        }
        problems += try mismatches(regulation)
        regulation.title = title(of: regulation)
        regulation.documentNumber = entry.documentNumber ?? regulation.documentNumber
        regulation.dates = try dates(over: regulation.dates)
        let witness = Witness(
            regulation: regulation, jurisdiction: try jurisdiction(),
            rank: try entry.rank.map { try value($0, "rank", Rank.self) },
            translation: try entry.translation.map { try value($0, "translation", Translation.self) } ?? .original,
            file: entry.file, sha256: digest, sourceNote: entry.source ?? "", implements: entry.implements,
            explains: entry.explains, titles: titles(regulation))
        return (witness, problems)
    }

    private func options() throws -> ReadingOptions {
        var options = ReadingOptions()
        guard let name = entry.encoding else { return options }
        guard TextEncoding(label: name) != nil else {
            throw refused("encoding", "encoding “\(name)” is not known")
        }
        options.encoding = name
        return options
    }

    private func title(of regulation: Regulation) -> String {
        switch regulation.language {
        case .chinese: entry.title?.zh ?? entry.title?.en ?? regulation.title
        case .english: entry.title?.en ?? entry.title?.zh ?? regulation.title
        }
    }

    /// The titles noted, and the one that the text shows.
    private func titles(_ regulation: Regulation) -> ActTitles {
        let shown = ActTitles(regulation)
        return ActTitles(
            chinese: entry.title?.zh ?? shown.chinese, english: entry.title?.en ?? shown.english)
    }

    private func jurisdiction() throws -> Jurisdiction? {
        guard let place = entry.jurisdiction else { return nil }
        return Jurisdiction(
            name: BilingualText(chinese: place.zh, english: place.en), code: place.code,
            level: try value(place.level, "jurisdiction", Jurisdiction.Level.self))
    }

    /// One of the words a closed set allows; the message lists them.
    private func value<Choice: RawRepresentable & CaseIterable>(
        _ word: String, _ field: String, _ type: Choice.Type
    ) throws -> Choice where Choice.RawValue == String {
        if let choice = Choice(rawValue: word) { return choice }
        let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw refused(field, "\(field == "jurisdiction" ? "its level" : field) “\(word)” is none of \(words)")
    }

    private func refused(_ field: String, _ message: String) -> SurroundingsError {
        SurroundingsError("\(path):\(entry.lines[field]): document “\(entry.id)”: \(message)")
    }

    private func date(_ text: String?) throws -> CalendarDate? {
        guard let text else { return nil }
        let numbers = text.split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 3, let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            throw refused("dates", "“\(text)” is no date YYYY-MM-DD")
        }
        return date
    }

    private func dates(over read: RegulationDates) throws -> RegulationDates {
        var dates = read
        dates.adopted = try date(entry.dates?.adopted) ?? read.adopted
        dates.approved = try date(entry.dates?.approved) ?? read.approved
        dates.issued = try date(entry.dates?.issued) ?? read.issued
        dates.effective = try date(entry.dates?.effective) ?? read.effective
        dates.published = try date(entry.dates?.published) ?? read.published
        return dates
    }

    // MARK: Comparison of description and text

    private func mismatches(_ regulation: Regulation) throws -> [CorpusProblem] {
        _ = try value(entry.language, "language", Language.self)
        _ = try entry.authority.map { try value($0, "authority", Authority.self) }
        _ = try entry.completeness.map { try value($0, "completeness", Completeness.Status.self) }
        var result: [CorpusProblem] = []
        func compare(_ what: String, _ noted: String?, _ found: String?) {
            guard let noted, let found, noted != found else { return }
            result.append(problem(.mismatch, "\(what) is noted as “\(noted)”, but the text shows “\(found)”"))
        }
        compare("language", entry.language, regulation.language.rawValue)
        compare("authority", entry.authority, regulation.authority.rawValue)
        compare("completeness", entry.completeness, regulation.completeness.status.rawValue)
        compare("document number", entry.documentNumber, regulation.documentNumber)
        compare("date of adoption", entry.dates?.adopted, regulation.dates.adopted?.text)
        compare("date of issue", entry.dates?.issued, regulation.dates.issued?.text)
        compare("date of entry into force", entry.dates?.effective, regulation.dates.effective?.text)
        return result
    }

    private func problem(_ kind: CorpusProblem.Kind, _ message: String) -> CorpusProblem {
        CorpusProblem(kind: kind, file: path, line: entry.lines.start, message: "document “\(entry.id)”: \(message)")
    }
}
