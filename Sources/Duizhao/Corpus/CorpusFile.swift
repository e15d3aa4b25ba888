/// `corpus.yaml` as it is written.
struct CorpusFile {
    var title: Names
    var base: String?
    var topics: String?
    var terms: String?
    var documents: [Document]
    /// The line on which `base` stands.
    var baseLine: Int

    struct Names {
        var zh: String?
        var en: String?
    }

    struct Place {
        var zh: String
        var en: String
        /// Empty where it is not known.
        var code: String
        var level: String
    }

    struct Dates {
        var adopted: String?
        var approved: String?
        var issued: String?
        var effective: String?
        var published: String?
    }

    struct Document {
        var id: String
        var file: String
        var sha256: String
        var encoding: String?
        var source: String?
        var title: Names?
        var language: String
        var translation: String?
        var jurisdiction: Place?
        var rank: String?
        var authority: String?
        var completeness: String?
        var documentNumber: String?
        var dates: Dates?
        var implements: String?
        var explains: String?
        /// The lines on which its fields stand; `id` that on which it begins.
        var lines: FieldLines
    }
}

/// A topics file as it is written.
struct TopicsFile {
    var topics: [Entry]

    struct Entry {
        var id: String
        var zh: String
        var en: String
        var definition: String
        var evidence: Evidence
    }

    struct Evidence {
        var zh: Terms?
        var en: Terms?
    }

    struct Terms {
        var strong: [String]?
        var weak: [String]?
        var against: [String]?
    }
}
