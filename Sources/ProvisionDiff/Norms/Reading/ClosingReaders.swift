import RegulationModel

/// Reads from when an act is in force where no date is printed: 自公布之日起施行, `from the date of promulgation`.
struct EntryIntoForceReader {
    let text: NormText

    private static let words: [(phrase: Phrase, name: String)] = [
        ("自印发之日起", "date-of-issue"), ("自公布之日起", "date-of-promulgation"), ("自发布之日起", "date-of-promulgation"),
        ("自颁布之日起", "date-of-promulgation"), ("自公布日", "date-of-promulgation"), ("自发布日", "date-of-promulgation"),
        ("the date of promulgation", "date-of-promulgation"), ("the date of issuance", "date-of-issue"),
        ("of its promulgation", "date-of-promulgation"), ("the day of promulgation", "date-of-promulgation"),
        ("of their promulgation", "date-of-promulgation"), ("upon promulgation", "date-of-promulgation"),
        ("the date of publication", "date-of-promulgation"), ("the date of issue", "date-of-issue"),
        ("the date of announcement", "date-of-promulgation"),
    ]
    private static let inForce: [Phrase] = ["施行", "实施", "执行", "force", "effect", "implemented", "effective"]

    func read() -> [Quantity] {
        guard Self.inForce.contains(where: { text.contains($0) }) else { return [] }
        return Self.words.flatMap { word in
            text.all(word.phrase).map {
                Quantity(kind: .date, unit: "", bound: .exactly, value: .name(word.name), span: text.span($0))
            }
        }
    }
}

/// Reads the repeal of other acts: 同时废止, `repealed simultaneously`. Authority: 《立法技术规范（试行）（一）》 8.
struct RepealReader {
    let text: NormText

    private static let words: [Phrase] = [
        "同时废止", "即行废止", "予以废止", "相应废止", "同时停止执行", "be repealed simultaneously", "be simultaneously repealed",
        "repealed at the same time", "be abolished at the same time", "be repealed", "simultaneously abolished",
        "be annulled simultaneously", "shall be abolished",
    ]

    /// The clause that repeals.
    func read() -> ByteSpan? {
        for word in Self.words {
            guard let place = text.first(word) else { continue }
            let clause = text.clause(around: place.lowerBound)
            return text.span(clause)
        }
        return nil
    }
}
