import ProvisionDiff
import RegulationModel

/// Terms being gathered: forms by what they are apart from number, tense and case, with each place once.
struct TermCollection {
    /// A form while it is gathered.
    private struct Gathered {
        let language: Language
        var places: Set<StudyQuote> = []
    }

    /// A term while it is gathered.
    private struct Entry {
        var own = Gathered(language: .chinese)
        /// Forms by their key, in the order in which they were met.
        var keys: [String] = []
        var forms: [String: Gathered] = [:]
        var field = ""
        var origins: Set<Term.Origin> = []
    }

    private let columns: [Witness]
    private var order: [String] = []
    private var entries: [String: Entry] = [:]

    init(columns: [Witness]) { self.columns = columns }

    private mutating func change(_ term: String, _ change: (inout Entry) -> Void) {
        let key = Folding.fold(term).text
        if entries[key] == nil { order.append(key) }
        change(&entries[key, default: Entry()])
    }

    /// A term met in a unit, with the words that render it there.
    mutating func add(_ match: TermFinder.Match, _ own: StudyQuote, _ rendering: StudyQuote?) {
        change(match.chinese) { entry in
            entry.own.places.insert(own)
            guard let rendering else { return }
            if entry.forms[match.key] == nil { entry.keys.append(match.key) }
            entry.forms[match.key, default: Gathered(language: .english)].places.insert(rendering)
        }
    }

    /// What the table says of a term that was met.
    mutating func describe(_ term: String, field: String, isInTable: Bool, isInTitle: Bool) {
        guard entries[Folding.fold(term).text] != nil else { return }
        change(term) { entry in
            entry.field = field
            if isInTable { entry.origins.insert(.table) }
            if isInTitle { entry.origins.insert(.title) }
        }
    }

    /// A name that a text defines. An English one that renders a Chinese term already is a form of that.
    mutating func define(_ name: String, _ place: StudyQuote, _ language: Language) {
        if language == .english {
            let key = PhraseWords.stems(of: name).joined(separator: " ")
            let known = order.filter { entries[$0]?.forms[key] != nil }
            guard known.isEmpty else {
                // Of the terms it renders, the one it renders most is what it names.
                let term = known.max { a, b in count(a, key) < count(b, key) } ?? known[0]
                entries[term]?.origins.insert(.definition)
                return
            }
        }
        change(name) { entry in
            entry.own = entry.own.places.isEmpty ? Gathered(language: language) : entry.own
            entry.own.places.insert(place)
            entry.origins.insert(.definition)
        }
    }

    private func count(_ term: String, _ form: String) -> Int { entries[term]?.forms[form]?.places.count ?? 0 }

    /// A form of one text that stands for another of a second text in the same language.
    mutating func substitute(
        _ one: String, _ first: StudyQuote, _ two: String, _ second: StudyQuote, _ language: Language
    ) {
        let (a, b) = (Folding.fold(one).text, Folding.fold(two).text)
        let isReversed = entries[a] == nil && entries[b] != nil
        let (name, own, key, place) = isReversed ? (two, second, a, first) : (one, first, b, second)
        change(name) { entry in
            if entry.own.places.isEmpty { entry.own = Gathered(language: language) }
            entry.own.places.insert(own)
            if entry.forms[key] == nil { entry.keys.append(key) }
            entry.forms[key, default: Gathered(language: language)].places.insert(place)
            entry.origins.insert(.substitution)
        }
    }

    // MARK: Result

    /// The list: words of the subject first, then by how often they stand, then by their characters.
    var list: TermList {
        let terms = order.compactMap { key in entries[key].flatMap(term) }.filter {
            !$0.renderings.isEmpty || $0.origins.contains(.definition)
        }
        func rank(_ term: Term) -> (Int, Int, String) {
            (term.isOfSubject ? 0 : 1, -term.name.count, term.name.text)
        }
        return TermList(columns: columns, terms: terms.sorted { rank($0) < rank($1) })
    }

    private func term(_ entry: Entry) -> Term? {
        guard let name = form(entry.own) else { return nil }
        let renderings = entry.keys.compactMap { entry.forms[$0].flatMap(form) }
            .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
        let several = columns.map(\.id).filter { witness in
            renderings.count { form in form.places.contains { $0.witness == witness } } > 1
        }
        return Term(
            name: name, field: entry.field, origins: entry.origins, renderings: renderings, inconsistent: several)
    }

    private func form(_ gathered: Gathered) -> Term.Form? {
        let places = columns.compactMap { witness -> Term.Place? in
            let own = gathered.places.filter { $0.witness == witness.id }.sorted { $0.start < $1.start }
            return own.first.map { Term.Place(witness: witness.id, count: own.count, first: $0) }
        }
        guard let first = places.first, let column = columns.first(where: { $0.id == first.witness }) else {
            return nil
        }
        let text = column.regulation.source.flowed(first.first.spans)
        return Term.Form(language: gathered.language, text: text, places: places)
    }
}
