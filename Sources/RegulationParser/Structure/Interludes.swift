import RegulationModel

/// A line at which a part outside the act begins.
struct OutsideLine {
    let line: Int
    let kind: PartKind
}

/// Finds text between two articles that belongs to neither: a page speaks of another place, asks a question, or puts a
/// label in front of the next article.
struct Interludes {
    let lines: [Line]
    let passages: OutsidePassages

    init(document: Document, passages: OutsidePassages) {
        lines = document.lines
        self.passages = passages
    }

    /// The lines at which such text begins, by the index of the article mark before it. It reaches up to the next mark.
    func find(between marks: [Mark]) -> [Int: [OutsideLine]] {
        var found: [Int: [OutsideLine]] = [:]
        for index in marks.indices.dropLast() where marks[index].level == .article {
            let outside = outside(from: marks[index].line + 1, before: marks[index + 1])
            if !outside.isEmpty { found[index] = outside }
        }
        return found
    }

    private func outside(from first: Int, before next: Mark) -> [OutsideLine] {
        guard first <= next.line else { return [] }
        var found: [OutsideLine] = []
        for index in first...next.line where !lines[index].isBlank {
            let content = lines[index].content
            let reach = ByteSpan(content.start, max(content.start, min(content.end, next.span.start)))
            guard !reach.isEmpty else { continue }
            let mayName = lines[index].count.traits.contains(.place)
            let kind = passages.kind(of: reach, isLast: false, mayName: mayName) ?? found.last?.kind
            if let kind, kind != found.last?.kind { found.append(OutsideLine(line: index, kind: kind)) }
        }
        return found
    }
}

/// Tells which marks stand behind a label that cites another act than the page's own.
struct QuotedActs {
    /// Offsets of labels with what they cite: true where it is another act.
    private let labels: [(offset: Int, isAnother: Bool)]

    /// Share of words two titles have in common from which they count as one: translations of one title differ.
    private static let sameShare = 0.5

    init(document: Document, title: ByteSpan?, first: Mark) {
        let citations = Citations(forms: document.forms)
        let scanner = document.scanner
        var own: [Set<String>]?
        var labels: [(offset: Int, isAnother: Bool)] = []
        for line in document.lines where !line.isBlank {
            guard citations.isLabel(line.content), let cited = citations.citedTitle(line.content) else { continue }
            let words = Self.words(scanner.string(cited))
            var known = own ?? title.map { [Self.words(scanner.string($0))] } ?? []
            // What the page quotes first is what it is about, whatever its heading says.
            if line.content.start <= first.span.start || known.isEmpty { known.append(words) }
            labels.append((line.content.start, !known.contains { Self.isSame($0, words) }))
            own = known
        }
        self.labels = labels
    }

    /// True where the last label before the mark, or on its line, cites another act.
    func belongsToAnother(_ mark: Mark) -> Bool {
        var low = 0
        var high = labels.count
        while low < high {
            let middle = (low + high) / 2
            if labels[middle].offset <= mark.span.start { low = middle + 1 } else { high = middle }
        }
        return low > 0 && labels[low - 1].isAnother
    }

    /// Words of an English title, pairs of ideographs of a Chinese one.
    private static func words(_ title: String) -> Set<String> {
        let english = title.lowercased().split { !$0.isASCII || !$0.isLetter }.map(String.init).filter { $0.count > 3 }
        let ideographs = title.unicodeScalars.filter(\.isHan).map(String.init)
        return Set(english + zip(ideographs, ideographs.dropFirst()).map { $0 + $1 })
    }

    private static func isSame(_ a: Set<String>, _ b: Set<String>) -> Bool {
        guard !a.isEmpty, !b.isEmpty else { return false }
        return Double(a.intersection(b).count) >= sameShare * Double(min(a.count, b.count))
    }
}
